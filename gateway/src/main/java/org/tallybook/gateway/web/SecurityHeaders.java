package org.tallybook.gateway.web;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;
import org.tallybook.gateway.exchange.Exchange;
import org.tallybook.gateway.exchange.Interceptor;
import org.tallybook.gateway.guard.DoorConfig;

/**
 * Fields that make a browser careful with what it gets from us (OWASP ASVS 5.0, chapter 3.4). An upstream may be
 * stricter than the default about its own pages, so a policy it sends stays.
 */
@Singleton
public final class SecurityHeaders implements Interceptor {

    /** For everything that is not a page: nothing in it may run or be framed. */
    private static final String API_POLICY = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    private final boolean https;

    SecurityHeaders(DoorConfig config) {
        this.https = "https".equals(config.publicUrl().getScheme());
    }

    @Override
    public void handle(Exchange exchange) {
        boolean auth = exchange.path().startsWith("/api/v1/auth");
        exchange.onHead(fields -> secure(fields, auth));
        exchange.next();
    }

    private void secure(MultiMap fields, boolean auth) {
        fields.set("X-Content-Type-Options", "nosniff");
        fields.set("Referrer-Policy", "no-referrer");
        fields.set("Cross-Origin-Opener-Policy", "same-origin");
        fields.set("Cross-Origin-Resource-Policy", "same-origin");
        String type = fields.get(HttpHeaders.CONTENT_TYPE);
        boolean page = type != null && type.startsWith("text/html");
        if (!page && !fields.contains("Content-Security-Policy")) {
            fields.set("Content-Security-Policy", API_POLICY);
        }
        if (auth) {
            fields.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (https) {
            fields.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }
}
