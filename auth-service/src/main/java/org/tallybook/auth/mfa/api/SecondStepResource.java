package org.tallybook.auth.mfa.api;

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
import org.tallybook.auth.mfa.FinishSecondStep;
import org.tallybook.auth.mfa.MfaSlugs;
import org.tallybook.auth.mfa.ShownCodes;
import org.tallybook.auth.peer.CurrentClient;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.auth.session.api.SessionModes;
import org.tallybook.auth.session.api.SignInResponses;
import org.tallybook.auth.session.api.TokenResponse;
import org.tallybook.kit.problem.Rejected;

/** The second step of a sign-in. */
@Path("/api/v1/auth")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Session")
public class SecondStepResource {

    private final FinishSecondStep finishing;
    private final ShownCodes codes;
    private final SessionModes modes;
    private final CurrentClient client;

    SecondStepResource(FinishSecondStep finishing, ShownCodes codes, SessionModes modes, CurrentClient client) {
        this.finishing = finishing;
        this.codes = codes;
        this.modes = modes;
        this.client = client;
    }

    @POST
    @Path("/login/mfa")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Finish a sign-in with a second factor",
            description = "Answers what the sign-in would have answered. Five wrong codes end the sign-in; ten of a"
                    + " user in 15 minutes are followed by a pause.")
    @APIResponse(
            responseCode = "200",
            description = "Signed in",
            content = @Content(schema = @Schema(implementation = TokenResponse.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request; session-mode-not-allowed: X-Session-Mode is not that of the sign-in")
    @APIResponse(
            responseCode = "401",
            description = "mfa-failed: the code is wrong or used; mfa-token-invalid: sign in again")
    @APIResponse(responseCode = "403", description = "account-locked")
    @APIResponse(responseCode = "429", description = "too-many-requests; see Retry-After")
    public Uni<Response> finish(
            SecondStepRequest request,
            @Parameter(description = "as the sign-in had it") @HeaderParam(SessionModes.HEADER) @Nullable String mode,
            @Context HttpServerRequest http) {
        OpaqueToken token =
                OpaqueToken.parse(request.mfaToken()).orElseThrow(() -> Rejected.because(MfaSlugs.MFA_TOKEN_INVALID));
        var command = new FinishSecondStep.Command(token, modes.of(mode, http), client.get());
        return finishing
                .finish(command, codes.of(Objects.requireNonNull(request.code())))
                .map(SignInResponses::of);
    }
}
