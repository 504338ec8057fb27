package org.tallybook.auth.session.api;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.peer.CurrentClient;
import org.tallybook.auth.session.LogIn;
import org.tallybook.auth.session.domain.Opening;

/** Signing in. */
@Path("/api/v1/auth")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Session")
public class LoginResource {

    private final LogIn logIn;
    private final SessionModes modes;
    private final CurrentClient client;

    LoginResource(LogIn logIn, SessionModes modes, CurrentClient client) {
        this.logIn = logIn;
        this.modes = modes;
        this.client = client;
    }

    @POST
    @Path("/login")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Sign in with a password",
            description = "With X-Session-Mode: cookie, which browsers send through the gateway, the tokens go into"
                    + " cookies and the body carries the user and a CSRF token only.")
    @APIResponse(
            responseCode = "200",
            description = "Signed in",
            content = @Content(schema = @Schema(implementation = TokenResponse.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, session-mode-not-allowed")
    @APIResponse(
            responseCode = "401",
            description = "invalid-credentials, whatever the reason; mfa-required with mfaToken if the password is"
                    + " right and the user has a second factor")
    @APIResponse(
            responseCode = "403",
            description = "email-not-verified or account-locked; only told to who knows the password")
    @APIResponse(responseCode = "503", description = "unavailable: too many sign-ins at once; see Retry-After")
    public Uni<Response> logIn(
            LoginRequest request,
            @Parameter(description = "cookie for browsers; absent for API clients")
                    @HeaderParam(SessionModes.HEADER)
                    @Nullable
                    String mode,
            @Context HttpServerRequest http) {
        var opening = new Opening(modes.of(mode, http), Boolean.TRUE.equals(request.remember()), client.get());
        var command = new LogIn.Command(
                Objects.requireNonNull(request.login()).trim(), Objects.requireNonNull(request.password()), opening);
        return logIn.logIn(command).map(SignInResponses::of);
    }
}
