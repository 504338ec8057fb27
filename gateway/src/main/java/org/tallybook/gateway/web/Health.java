package org.tallybook.gateway.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import org.tallybook.gateway.exchange.Answers;
import org.tallybook.gateway.exchange.Exchange;
import org.tallybook.gateway.exchange.Interceptor;

/** {@code GET /healthz}: the door itself is open. Says nothing about what stands behind it. */
@Singleton
public final class Health implements Interceptor {

    @Override
    public void handle(Exchange exchange) {
        HttpMethod method = exchange.request().method();
        if (!exchange.path().equals("/healthz") || (method != HttpMethod.GET && method != HttpMethod.HEAD)) {
            exchange.next();
            return;
        }
        exchange.onHead(fields -> fields.set(HttpHeaders.CACHE_CONTROL, "no-store"));
        Answers.send(exchange, 200, "application/json", Buffer.buffer("{\"status\":\"UP\"}"));
    }
}
