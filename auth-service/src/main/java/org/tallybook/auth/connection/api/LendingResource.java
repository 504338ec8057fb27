package org.tallybook.auth.connection.api;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.connection.LendToken;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.peer.Peers;

/** For tracker-service alone; the gateway routes nothing here. A token for what a user opted in to. */
@Path("/internal/v1/connections")
@Produces(MediaType.APPLICATION_JSON)
public class LendingResource {

    private static final long USUAL_VALIDITY = 60;

    private final LendToken lending;
    private final Peers peers;

    LendingResource(LendToken lending, Peers peers) {
        this.lending = lending;
        this.peers = peers;
    }

    /**
     * @param scope what the token must be good for
     * @param minimumValiditySeconds for how long it should be good, at most ten minutes; a minute if left out
     * @param renew true after the provider has refused the token of before
     */
    public record Request(
            @NotNull @Nullable UUID userId,
            @NotBlank @Size(max = 40) @Nullable String provider,
            @NotBlank @Size(max = 200) @Nullable String scope,
            @Min(0) @Max(600) @Nullable Integer minimumValiditySeconds,
            @Nullable Boolean renew) {

        LendToken.Wanted wanted() {
            return new LendToken.Wanted(
                    new UserId(Objects.requireNonNull(userId)),
                    Objects.requireNonNull(provider),
                    Objects.requireNonNull(scope),
                    Duration.ofSeconds(minimumValiditySeconds == null ? USUAL_VALIDITY : minimumValiditySeconds),
                    Boolean.TRUE.equals(renew));
        }
    }

    /** @param expiresIn seconds; null if the provider does not say */
    public record Answer(String accessToken, @Nullable Long expiresIn) {

        static Answer of(LendToken.Lent lent) {
            Duration validity = lent.validity();
            return new Answer(lent.accessToken(), validity == null ? null : validity.toSeconds());
        }

        /** The token must not reach a log. */
        @Override
        public String toString() {
            return "Answer[…]";
        }
    }

    @POST
    @Path("/token")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Uni<Answer> lend(Request request, @Context HttpServerRequest http) {
        peers.require(http);
        return lending.lend(request.wanted()).map(Answer::of);
    }
}
