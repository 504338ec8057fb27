package org.tallybook.auth.session.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tallybook.auth.peer.CurrentClient;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.auth.session.RefreshSession;
import org.tallybook.auth.session.SessionSlugs;
import org.tallybook.kit.problem.Rejected;

/** Staying signed in, for API clients. */
@Path("/api/v1/auth")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Session")
public class RefreshResource {

    private final RefreshSession refresh;
    private final CurrentClient client;

    RefreshResource(RefreshSession refresh, CurrentClient client) {
        this.refresh = refresh;
        this.client = client;
    }

    @POST
    @Path("/refresh")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Exchange a refresh token",
            description = "The token is spent: within 10 seconds it yields the same successor again, later it ends"
                    + " the whole session.")
    @APIResponse(
            responseCode = "200",
            description = "New tokens",
            content = @Content(schema = @Schema(implementation = TokenResponse.class)))
    @APIResponse(responseCode = "401", description = "refresh-token-invalid: unknown, reused, expired or ended")
    public Uni<Response> refresh(RefreshRequest request) {
        OpaqueToken token = OpaqueToken.parse(request.refreshToken())
                .orElseThrow(() -> Rejected.because(SessionSlugs.REFRESH_TOKEN_INVALID));
        return refresh.refresh(token, client.get())
                .map(TokenResponse::of)
                .map(body -> Response.ok(body)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }
}
