package org.tallybook.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import org.tallybook.gateway.exchange.Exchange;

/** Puts an upstream's head on the client's answer. */
final class UpstreamHead {

    private UpstreamHead() {}

    /** End-to-end fields only. Cookies are the gateway's business alone, so an upstream cannot set one. */
    static void copy(MultiMap from, MultiMap to) {
        HopByHop.copyEndToEnd(from, to);
        to.remove(HttpHeaders.SET_COOKIE);
        to.remove(HttpHeaders.SERVER);
    }

    static void put(Exchange exchange, int status, MultiMap fields) {
        HttpServerRequest request = exchange.request();
        HttpServerResponse response = exchange.response();
        response.setStatusCode(status);
        copy(fields, response.headers());
        if (request.version() != HttpVersion.HTTP_2 && exchange.hasBody() && !request.isEnded()) {
            // Answered before the body was read: what is still under way cannot be told from the next request.
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        exchange.announceHead();
    }

    /** Whether the answer has no body by definition (RFC 9110, section 6.4.1). */
    static boolean isBodyless(Exchange exchange, HttpClientResponse upstream) {
        int status = upstream.statusCode();
        return exchange.request().method() == HttpMethod.HEAD || status == 204 || status == 304;
    }
}
