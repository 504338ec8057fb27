package org.tallybook.gateway.proxy;

import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpHeaders;
import org.tallybook.gateway.exchange.Exchange;
import org.tallybook.gateway.exchange.Interceptor;
import org.tallybook.gateway.route.Route;

/** The last interceptor: sends the request on its passage to the upstream of its route. */
final class Forwarding implements Interceptor {

    private final UpstreamClients clients;

    Forwarding(UpstreamClients clients) {
        this.clients = clients;
    }

    @Override
    public void handle(Exchange exchange) {
        Route route = exchange.get(Route.KEY);
        HttpClient client = wantsStream(exchange, route) ? clients.streams() : clients.calls();
        new Passage(exchange, route, client).start();
    }

    private static boolean wantsStream(Exchange exchange, Route route) {
        String accept = exchange.header(HttpHeaders.ACCEPT);
        return route.streams() || (accept != null && accept.contains("text/event-stream"));
    }
}
