package org.tallybook.auth.account.api;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tallybook.auth.account.AccountSlugs;
import org.tallybook.auth.account.ChangePassword;
import org.tallybook.auth.account.RequestLink;
import org.tallybook.auth.account.ResetPassword;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.peer.CurrentClient;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.caller.Caller;
import org.tallybook.kit.caller.CurrentCaller;
import org.tallybook.kit.problem.Rejected;

/** Replacing a password. */
@Path("/api/v1/auth/password")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Account")
public class PasswordResource {

    private final ChangePassword changing;
    private final ResetPassword resetting;
    private final RequestLink requesting;
    private final CurrentCaller caller;
    private final CurrentClient client;

    PasswordResource(
            ChangePassword changing,
            ResetPassword resetting,
            RequestLink requesting,
            CurrentCaller caller,
            CurrentClient client) {
        this.changing = changing;
        this.resetting = resetting;
        this.requesting = requesting;
        this.caller = caller;
        this.client = client;
    }

    @POST
    @Path("/change")
    @Authenticated
    @Operation(summary = "Change the password; the other sessions end")
    @APIResponse(responseCode = "204", description = "Changed")
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "password-wrong")
    public Uni<Response> change(ChangePasswordRequest request) {
        Caller who = caller.get();
        return changing.change(
                        new ChangePassword.Asker(
                                new UserId(who.userId()), new SessionId(who.sessionId()), client.get()),
                        Objects.requireNonNull(request.currentPassword()),
                        Objects.requireNonNull(request.newPassword()))
                .replaceWith(() -> Response.noContent().build());
    }

    @POST
    @Path("/forgot")
    @PermitAll
    @Operation(summary = "Ask for a link to reset the password; the answer is the same for every address")
    @APIResponse(responseCode = "202", description = "Noted")
    @APIResponse(responseCode = "400", description = "invalid-request")
    public Uni<Response> forgot(EmailRequest request) {
        return requesting
                .toReset(request.emailAddress())
                .replaceWith(() -> Response.accepted().build());
    }

    @POST
    @Path("/reset")
    @PermitAll
    @Operation(summary = "Set a new password with the token of the mailed link; every session ends")
    @APIResponse(responseCode = "204", description = "Set")
    @APIResponse(responseCode = "400", description = "link-invalid or invalid-request")
    public Uni<Response> reset(ResetPasswordRequest request) {
        OpaqueToken token =
                OpaqueToken.parse(request.token()).orElseThrow(() -> Rejected.because(AccountSlugs.LINK_INVALID));
        return resetting
                .reset(token, Objects.requireNonNull(request.newPassword()), client.get())
                .replaceWith(() -> Response.noContent().build());
    }
}
