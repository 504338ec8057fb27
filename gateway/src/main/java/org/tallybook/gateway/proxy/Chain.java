package org.tallybook.gateway.proxy;

import java.util.List;
import org.tallybook.gateway.exchange.Interceptor;

/**
 * What every request passes before it is forwarded.
 *
 * @param entrance for every message, even one that could not be decoded: names it and sees to readable refusals
 * @param steps for every well-formed request, in order
 */
public record Chain(List<Interceptor> entrance, List<Interceptor> steps) {}
