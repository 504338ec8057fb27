package org.tallybook.gateway.limit;

import org.tallybook.gateway.exchange.Exchange;
import org.tallybook.gateway.limit.LimitConfig.Subject;
import org.tallybook.kit.limit.Quota;

/**
 * Which requests are counted together.
 *
 * @param name part of the bucket's key
 * @param quota how many
 * @param by whose
 * @param method empty for any
 * @param path exact; empty for any
 */
record LimitRule(String name, Quota quota, Subject by, String method, String path) {

    boolean isNarrow() {
        return !path.isEmpty();
    }

    boolean appliesTo(Exchange exchange) {
        return (method.isEmpty() || method.equals(exchange.request().method().name()))
                && (path.isEmpty() || path.equals(exchange.path()));
    }
}
