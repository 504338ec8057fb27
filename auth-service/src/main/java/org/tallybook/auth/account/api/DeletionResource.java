package org.tallybook.auth.account.api;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tallybook.auth.account.DeleteIdentity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.caller.Caller;
import org.tallybook.kit.caller.CurrentCaller;

/** Leaving. */
@Path("/api/v1/auth")
@Authenticated
@Tag(name = "Account")
public class DeletionResource {

    private final DeleteIdentity deleting;
    private final CurrentCaller caller;

    DeletionResource(DeleteIdentity deleting, CurrentCaller caller) {
        this.deleting = deleting;
        this.caller = caller;
    }

    @DELETE
    @Path("/me")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Delete the account and all its data in every service",
            description = "Who has no password leaves it out, after a recent proof; see /sudo.")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "password-wrong, proof-required")
    @APIResponse(responseCode = "409", description = "last-administrator")
    public Uni<Response> delete(DeleteRequest request) {
        Caller who = caller.get();
        return deleting.delete(new UserId(who.userId()), new SessionId(who.sessionId()), request.password())
                .replaceWith(() -> Response.noContent().build());
    }
}
