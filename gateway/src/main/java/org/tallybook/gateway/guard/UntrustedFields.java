package org.tallybook.gateway.guard;

import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tallybook.gateway.exchange.Exchange;
import org.tallybook.gateway.exchange.Interceptor;

/**
 * Takes away every field by which a client could speak in the gateway's name. The client's address, the scheme and the
 * internal key are then set by us alone; cookies end here, because no service knows what one is.
 */
@Singleton
public final class UntrustedFields implements Interceptor {

    private static final List<String> NAMES = List.of(
            "forwarded",
            "x-internal-key",
            "x-session-mode",
            "x-browser",
            "x-real-ip",
            "cookie",
            "x-csrf-token",
            "x-http-method-override",
            "x-original-url",
            "x-rewrite-url",
            "true-client-ip",
            "cf-connecting-ip");
    private static final List<String> PREFIXES = List.of("x-user-", "x-forwarded-");

    private final ClientAddresses addresses;

    UntrustedFields(ClientAddresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public void handle(Exchange exchange) {
        MultiMap forwarded = exchange.forwarded();
        for (String name : new ArrayList<>(forwarded.names())) {
            if (untrusted(name.toLowerCase(Locale.ROOT))) {
                forwarded.remove(name);
            }
        }
        addresses.describe(exchange);
        exchange.next();
    }

    private static boolean untrusted(String name) {
        return NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
    }
}
