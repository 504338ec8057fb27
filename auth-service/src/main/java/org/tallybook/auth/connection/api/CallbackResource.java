package org.tallybook.auth.connection.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.connection.CompleteSignIn;
import org.tallybook.auth.connection.ConnectionSlugs;
import org.tallybook.auth.connection.Provider;
import org.tallybook.auth.connection.Providers;
import org.tallybook.auth.connection.domain.LinkedAccount;
import org.tallybook.auth.peer.CurrentClient;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.auth.session.SignedIn;
import org.tallybook.auth.session.api.CookieLoginResponse;
import org.tallybook.auth.session.api.TokenResponse;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.auth.session.domain.SessionMode;
import org.tallybook.kit.caller.Caller;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Languages;
import org.tallybook.kit.problem.Rejected;

/** The way back from a provider. */
@Path("/api/v1/auth/oauth")
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
@Tag(name = "Connections")
public class CallbackResource {

    private static final int LONGEST_CODE = 4096;

    private final Providers providers;
    private final CompleteSignIn completing;
    private final CurrentClient client;
    private final Visitor visitor;

    CallbackResource(Providers providers, CompleteSignIn completing, CurrentClient client, Visitor visitor) {
        this.providers = providers;
        this.completing = completing;
        this.client = client;
        this.visitor = visitor;
    }

    @GET
    @Path("/{provider}/callback")
    @PermitAll
    @Operation(
            summary = "Come back from a provider",
            description =
                    "Signs in, links, proves, or signs up. A browser is sent on to returnTo, signed in; a client that"
                            + " began without X-Session-Mode: cookie gets tokens. Nothing is stored on any failure.")
    @APIResponse(
            responseCode = "200",
            description = "Signed in; after linking, the connection",
            content = @Content(schema = @Schema(implementation = TokenResponse.class)))
    @APIResponse(responseCode = "303", description = "To returnTo")
    @APIResponse(
            responseCode = "400",
            description = "provider-sign-in-invalid: state or code is unknown, used, expired or another browser's")
    @APIResponse(responseCode = "401", description = "provider-refused; mfa-required with mfaToken; unauthenticated")
    @APIResponse(
            responseCode = "403",
            description = "account-locked, registration-closed, invitation-invalid; provider-user-wrong: not the"
                    + " linked account; provider-email-missing: the provider knows no verified"
                    + " address to sign up with")
    @APIResponse(responseCode = "404", description = "not-found: no such provider")
    @APIResponse(
            responseCode = "409",
            description = "email-has-account: sign in and link; connection-taken, connection-exists")
    @APIResponse(responseCode = "502", description = "provider-failed")
    @APIResponse(responseCode = "503", description = "provider-unavailable; see Retry-After")
    public Uni<Response> callback(
            @PathParam("provider") String name,
            @QueryParam("state") @Nullable String state,
            @QueryParam("code") @Nullable String code,
            @QueryParam("error") @Nullable String error,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages) {
        Provider provider = providers.named(name).orElseThrow(() -> Rejected.because(KitSlugs.NOT_FOUND));
        if (code != null && (code.isBlank() || code.length() > LONGEST_CODE)) {
            throw Rejected.because(ConnectionSlugs.SIGN_IN_INVALID);
        }
        var reply = new CompleteSignIn.Reply(OpaqueToken.parse(state).orElse(null), code, error != null);
        Locale language = Languages.of(languages);
        return visitor.caller()
                .map(caller -> caller.map(Caller::sessionId).map(SessionId::new).orElse(null))
                .map(session ->
                        new CompleteSignIn.Command(provider, reply, visitor.browser(), session, client.get(), language))
                .chain(completing::complete)
                .map(this::answer);
    }

    private Response answer(CompleteSignIn.Outcome outcome) {
        SignedIn signedIn = outcome.signedIn();
        LinkedAccount linked = outcome.linked();
        Response.ResponseBuilder answer;
        if (signedIn != null) {
            answer = Response.ok(
                    signedIn.session().mode() == SessionMode.COOKIE
                            ? new BrowserSignInResponse(
                                    CookieLoginResponse.of(signedIn),
                                    outcome.returnTo().path())
                            : TokenResponse.of(signedIn),
                    MediaType.APPLICATION_JSON);
        } else if (visitor.wantsPage() || linked == null) {
            answer = Response.status(Response.Status.SEE_OTHER)
                    .header(HttpHeaders.LOCATION, outcome.returnTo().path());
        } else {
            answer = Response.ok(ConnectionResponse.of(linked), MediaType.APPLICATION_JSON);
        }
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
