package org.tallybook.auth.pat.api;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.pat.ExchangePersonalToken;
import org.tallybook.auth.pat.ExchangePersonalToken.Exchanged;
import org.tallybook.auth.pat.domain.TokenText;
import org.tallybook.auth.peer.Peers;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/**
 * For the gateway alone, which routes nothing here: what a personal access token stands for. A wrong key is answered
 * 403, so that the gateway does not take it for the end of the token.
 */
@Path("/internal/v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
public class TokenExchangeResource {

    private final ExchangePersonalToken exchange;
    private final Peers peers;

    TokenExchangeResource(ExchangePersonalToken exchange, Peers peers) {
        this.exchange = exchange;
        this.peers = peers;
    }

    /** @param token what a program sent */
    public record Request(
            @NotBlank @Size(max = 512) @Nullable String token) {

        /** The token must not reach a log. */
        @Override
        public String toString() {
            return "Request[…]";
        }
    }

    /** @param expiresIn seconds */
    public record Answer(String accessToken, long expiresIn, UUID sessionId, UUID userId) {

        static Answer of(Exchanged exchanged) {
            return new Answer(
                    exchanged.accessToken().text(),
                    exchanged.accessToken().expiresIn(),
                    exchanged.token().id().value(),
                    exchanged.token().user().value());
        }

        /** The token must not reach a log. */
        @Override
        public String toString() {
            return "Answer[…]";
        }
    }

    @POST
    @Path("/exchange")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Uni<Answer> exchange(Request request, @Context HttpServerRequest http) {
        peers.require(http);
        TokenText token =
                TokenText.parse(request.token()).orElseThrow(() -> Rejected.because(KitSlugs.UNAUTHENTICATED));
        return exchange.exchange(token).map(Answer::of);
    }
}
