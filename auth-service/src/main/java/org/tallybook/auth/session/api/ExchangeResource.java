package org.tallybook.auth.session.api;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tallybook.auth.peer.Peers;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.auth.session.ExchangeSession;
import org.tallybook.auth.session.SessionSlugs;
import org.tallybook.kit.problem.Rejected;

/**
 * For the gateway alone, which routes nothing here: what a browser's cookie stands for. A wrong key is answered 403,
 * so that the gateway does not take it for the end of the session.
 */
@Path("/internal/v1/sessions")
@Produces(MediaType.APPLICATION_JSON)
public class ExchangeResource {

    private final ExchangeSession exchange;
    private final Peers peers;

    ExchangeResource(ExchangeSession exchange, Peers peers) {
        this.exchange = exchange;
        this.peers = peers;
    }

    @POST
    @Path("/exchange")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Uni<ExchangeResponse> exchange(ExchangeRequest request, @Context HttpServerRequest http) {
        peers.require(http);
        OpaqueToken session =
                OpaqueToken.parse(request.session()).orElseThrow(() -> Rejected.because(SessionSlugs.SESSION_INVALID));
        return exchange.exchange(session).map(ExchangeResponse::of);
    }
}
