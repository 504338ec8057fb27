package org.tallybook.auth.passkey.api;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
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
import org.tallybook.auth.passkey.BeginAssertion;
import org.tallybook.auth.passkey.FinishWithPasskey;
import org.tallybook.auth.passkey.PasskeyConfig;
import org.tallybook.auth.passkey.RelyingParty;
import org.tallybook.auth.passkey.SignInWithPasskey;
import org.tallybook.auth.passkey.domain.Assertion;
import org.tallybook.auth.peer.CurrentClient;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.auth.session.api.SessionModes;
import org.tallybook.auth.session.api.SignInResponses;
import org.tallybook.auth.session.api.TokenResponse;
import org.tallybook.auth.session.domain.Opening;
import org.tallybook.kit.problem.Rejected;

/** Signing in with a passkey. */
@Path("/api/v1/auth")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Session")
public class PasskeyLoginResource {

    private final BeginAssertion beginning;
    private final SignInWithPasskey signingIn;
    private final FinishWithPasskey finishing;
    private final RelyingParty party;
    private final PasskeyConfig config;
    private final SessionModes modes;
    private final CurrentClient client;

    PasskeyLoginResource(
            BeginAssertion beginning,
            SignInWithPasskey signingIn,
            FinishWithPasskey finishing,
            RelyingParty party,
            PasskeyConfig config,
            SessionModes modes,
            CurrentClient client) {
        this.beginning = beginning;
        this.signingIn = signingIn;
        this.finishing = finishing;
        this.party = party;
        this.config = config;
        this.modes = modes;
        this.client = client;
    }

    @POST
    @Path("/login/passkey/options")
    @PermitAll
    @Operation(summary = "Begin to sign in with a passkey: what navigator.credentials.get() needs")
    @APIResponse(
            responseCode = "200",
            description = "To be answered once, within 5 minutes",
            content = @Content(schema = @Schema(implementation = RequestOptions.class)))
    public Uni<Response> begin() {
        return beginning.forSignIn().map(this::answer);
    }

    @POST
    @Path("/login/passkey")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Sign in with a passkey alone",
            description = "The passkey must be one that was found without a name and that has verified its user.")
    @APIResponse(
            responseCode = "200",
            description = "Signed in",
            content = @Content(schema = @Schema(implementation = TokenResponse.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, session-mode-not-allowed")
    @APIResponse(responseCode = "401", description = "passkey-invalid, whatever the reason")
    @APIResponse(responseCode = "403", description = "account-locked")
    public Uni<Response> signIn(
            PasskeyLoginRequest request,
            @Parameter(description = "cookie for browsers; absent for API clients")
                    @HeaderParam(SessionModes.HEADER)
                    @Nullable
                    String mode,
            @Context HttpServerRequest http) {
        Assertion assertion = Objects.requireNonNull(request.credential()).assertion();
        var how = new Opening(modes.of(mode, http), Boolean.TRUE.equals(request.remember()), client.get());
        return signingIn.signIn(assertion, how).map(SignInResponses::of);
    }

    @POST
    @Path("/login/mfa/passkey/options")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Begin to finish a sign-in with a passkey as the second factor")
    @APIResponse(
            responseCode = "200",
            description = "To be answered once, within 5 minutes",
            content = @Content(schema = @Schema(implementation = RequestOptions.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "mfa-token-invalid")
    public Uni<Response> beginSecondStep(PasskeyQuestionRequest request) {
        return beginning.forSecondStep(token(request.mfaToken())).map(this::answer);
    }

    @POST
    @Path("/login/mfa/passkey")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Finish a sign-in with a passkey as the second factor",
            description = "Answers what the sign-in would have answered; a bad passkey counts as a wrong code.")
    @APIResponse(
            responseCode = "200",
            description = "Signed in",
            content = @Content(schema = @Schema(implementation = TokenResponse.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request; session-mode-not-allowed: X-Session-Mode is not that of the sign-in")
    @APIResponse(responseCode = "401", description = "mfa-failed, mfa-token-invalid")
    @APIResponse(responseCode = "403", description = "account-locked")
    @APIResponse(responseCode = "429", description = "too-many-requests; see Retry-After")
    public Uni<Response> finish(
            PasskeyStepRequest request,
            @Parameter(description = "as the sign-in had it") @HeaderParam(SessionModes.HEADER) @Nullable String mode,
            @Context HttpServerRequest http) {
        Assertion assertion = Objects.requireNonNull(request.credential()).assertion();
        var command = new FinishSecondStep.Command(token(request.mfaToken()), modes.of(mode, http), client.get());
        return finishing.finish(command, assertion).map(SignInResponses::of);
    }

    private static OpaqueToken token(@Nullable String mfaToken) {
        return OpaqueToken.parse(mfaToken).orElseThrow(() -> Rejected.because(MfaSlugs.MFA_TOKEN_INVALID));
    }

    private Response answer(BeginAssertion.Question question) {
        return Response.ok(RequestOptions.of(question, party, config.challenge().toMillis()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
