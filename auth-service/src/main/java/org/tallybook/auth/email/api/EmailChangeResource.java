package org.tallybook.auth.email.api;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tallybook.auth.email.CancelEmailChange;
import org.tallybook.auth.email.RequestEmailChange;
import org.tallybook.auth.guard.LoginGuard;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.peer.CurrentClient;
import org.tallybook.auth.session.RecentProof;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.caller.Caller;
import org.tallybook.kit.caller.CurrentCaller;

/** Moving to another e-mail address. */
@Path("/api/v1/auth/me/email")
@Authenticated
@Tag(name = "Account")
public class EmailChangeResource {

    private final RequestEmailChange requesting;
    private final CancelEmailChange cancelling;
    private final RecentProof proof;
    private final LoginGuard guard;
    private final CurrentCaller caller;
    private final CurrentClient client;

    EmailChangeResource(
            RequestEmailChange requesting,
            CancelEmailChange cancelling,
            RecentProof proof,
            LoginGuard guard,
            CurrentCaller caller,
            CurrentClient client) {
        this.requesting = requesting;
        this.cancelling = cancelling;
        this.proof = proof;
        this.guard = guard;
        this.caller = caller;
        this.client = client;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Ask to move the account to another e-mail address",
            description = "Both addresses get a mail with a link of one hour for POST /verify-email; the account moves"
                    + " when both were followed. The answer is the same whether or not the address is taken.")
    @APIResponse(responseCode = "202", description = "Noted; the mails are on their way")
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "proof-required")
    @APIResponse(responseCode = "429", description = "too-many-requests: three an hour")
    public Uni<Response> request(NewEmailRequest request) {
        Caller who = caller.get();
        return proof.require(new SessionId(who.sessionId()))
                .chain(() -> guard.admitMails(who.userId()))
                .chain(() -> requesting.request(new UserId(who.userId()), request.emailAddress(), client.get()))
                .replaceWith(() -> Response.accepted().build());
    }

    @DELETE
    @Operation(summary = "Take back the wish to move")
    @APIResponse(responseCode = "204", description = "Nothing is pending any more")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    public Uni<Response> cancel() {
        return cancelling
                .cancel(new UserId(caller.get().userId()))
                .replaceWith(() -> Response.noContent().build());
    }
}
