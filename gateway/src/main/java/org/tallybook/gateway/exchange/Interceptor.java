package org.tallybook.gateway.exchange;

/**
 * One small step of the chain that every request passes. An implementation does exactly one of: answer or refuse the
 * exchange, call {@link Exchange#next()}, or start something asynchronous that ends in one of these two. It is called on
 * the event loop of the client's connection and must not block; it is shared by all requests and keeps no state of one.
 */
@FunctionalInterface
public interface Interceptor {

    void handle(Exchange exchange);
}
