package org.tallybook.auth.peer;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.peer.domain.Client;

/** What the current request came from; for resources only, which pass it on as a parameter. */
@RequestScoped
public class CurrentClient {

    private final Peers peers;
    private final RoutingContext exchange;

    CurrentClient(Peers peers, RoutingContext exchange) {
        this.peers = peers;
        this.exchange = exchange;
    }

    public Client get() {
        HttpServerRequest request = exchange.request();
        return new Client(peers.clientAddress(request), printable(request.getHeader(HttpHeaders.USER_AGENT)));
    }

    private static String printable(@Nullable String userAgent) {
        return userAgent == null ? "" : userAgent.replaceAll("\\p{C}", "");
    }
}
