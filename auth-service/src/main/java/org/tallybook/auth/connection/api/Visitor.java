package org.tallybook.auth.connection.api;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.peer.Peers;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.kit.caller.Caller;
import org.tallybook.kit.caller.CurrentCaller;

/** Who visits a page that is for everybody: a signed-in user perhaps, in a browser perhaps. */
@RequestScoped
class Visitor {

    /** What the gateway's cookie in that browser holds; from nobody else is it believed. */
    static final String BROWSER = "X-Browser";

    private final CurrentIdentityAssociation identities;
    private final CurrentCaller caller;
    private final Peers peers;
    private final RoutingContext exchange;

    Visitor(CurrentIdentityAssociation identities, CurrentCaller caller, Peers peers, RoutingContext exchange) {
        this.identities = identities;
        this.caller = caller;
        this.peers = peers;
        this.exchange = exchange;
    }

    /** Fails as {@code unauthenticated} for credentials that are not good; empty without any. */
    Uni<Optional<Caller>> caller() {
        return identities
                .getDeferredIdentity()
                .invoke(identities::setIdentity)
                .map(identity -> identity.isAnonymous() ? Optional.empty() : Optional.of(caller.get()));
    }

    @Nullable
    OpaqueToken browser() {
        return peers.isPeer(exchange.request())
                ? OpaqueToken.parse(exchange.request().getHeader(BROWSER)).orElse(null)
                : null;
    }

    /** Whether another site's page sent the browser here; a client that is no browser says nothing. */
    boolean comesFromElsewhere() {
        return "cross-site".equals(exchange.request().getHeader("Sec-Fetch-Site"));
    }

    /** Whether somebody looks at the answer, rather than a program reading it. */
    boolean wantsPage() {
        String accept = exchange.request().getHeader("Accept");
        return accept != null && accept.contains("text/html");
    }
}
