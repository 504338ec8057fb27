package org.tallybook.gateway.guard;

import io.vertx.core.net.HostAndPort;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tallybook.gateway.exchange.Exchange;
import org.tallybook.gateway.exchange.GatewaySlugs;
import org.tallybook.gateway.exchange.Interceptor;
import org.tallybook.kit.problem.Rejected;

/**
 * Answers only to its own names. A page that rebinds its DNS name to this address is then a stranger, and no name of an
 * attacker's choice can end up in a link.
 */
@Singleton
public final class HostGuard implements Interceptor {

    private final Set<String> known = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]", "::1"));

    HostGuard(DoorConfig config) {
        known.add(String.valueOf(config.publicUrl().getHost()).toLowerCase(Locale.ROOT));
        config.hosts().orElse(List.of()).forEach(host -> known.add(host.trim().toLowerCase(Locale.ROOT)));
    }

    @Override
    public void handle(Exchange exchange) {
        HostAndPort authority = exchange.request().authority();
        if (authority == null || !known.contains(authority.host().toLowerCase(Locale.ROOT))) {
            throw Rejected.because(GatewaySlugs.UNKNOWN_HOST);
        }
        exchange.next();
    }
}
