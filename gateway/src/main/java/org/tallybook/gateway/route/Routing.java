package org.tallybook.gateway.route;

import jakarta.inject.Singleton;
import org.tallybook.gateway.exchange.Exchange;
import org.tallybook.gateway.exchange.Interceptor;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/** Finds the route of a request; what none covers does not exist. */
@Singleton
public final class Routing implements Interceptor {

    private final Routes routes;

    Routing(Routes routes) {
        this.routes = routes;
    }

    @Override
    public void handle(Exchange exchange) {
        Route route = routes.find(exchange.path()).orElseThrow(() -> Rejected.because(KitSlugs.NOT_FOUND));
        exchange.put(Route.KEY, route);
        exchange.next();
    }
}
