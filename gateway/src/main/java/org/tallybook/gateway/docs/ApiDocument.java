package org.tallybook.gateway.docs;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import org.tallybook.gateway.exchange.Answers;
import org.tallybook.gateway.exchange.Exchange;
import org.tallybook.gateway.exchange.Interceptor;

/** {@code GET /openapi.json}: what can be called through this door. */
@Singleton
public final class ApiDocument implements Interceptor {

    private static final String PATH = "/openapi.json";

    private final MergedDocument document;

    ApiDocument(MergedDocument document) {
        this.document = document;
    }

    @Override
    public void handle(Exchange exchange) {
        HttpMethod method = exchange.request().method();
        if (!exchange.path().equals(PATH) || (method != HttpMethod.GET && method != HttpMethod.HEAD)) {
            exchange.next();
        } else {
            exchange.await(document.current(), current -> send(exchange, current.result()));
        }
    }

    private static void send(Exchange exchange, Buffer body) {
        exchange.onHead(fields -> fields.set(HttpHeaders.CACHE_CONTROL, "no-cache"));
        Answers.send(exchange, 200, "application/json", body);
    }
}
