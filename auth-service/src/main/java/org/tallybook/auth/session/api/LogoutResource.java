package org.tallybook.auth.session.api;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.peer.CurrentClient;
import org.tallybook.auth.session.LogOut;
import org.tallybook.auth.session.TellRevocations;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.caller.Caller;
import org.tallybook.kit.caller.CurrentCaller;

/** Signing out. */
@Path("/api/v1/auth")
@Authenticated
@Tag(name = "Session")
public class LogoutResource {

    private final LogOut logOut;
    private final TellRevocations revocations;
    private final CurrentCaller caller;
    private final CurrentClient client;

    LogoutResource(LogOut logOut, TellRevocations revocations, CurrentCaller caller, CurrentClient client) {
        this.logOut = logOut;
        this.revocations = revocations;
        this.caller = caller;
        this.client = client;
    }

    @POST
    @Path("/logout")
    @Operation(summary = "End this session; its access token is dead at once")
    @APIResponse(responseCode = "204", description = "Signed out")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    public Uni<Response> here() {
        Caller who = caller.get();
        return logOut.one(new UserId(who.userId()), new SessionId(who.sessionId()), client.get())
                .chain(revocations::sessions)
                .replaceWith(() -> Response.noContent().build());
    }

    @POST
    @Path("/logout-all")
    @Operation(summary = "End every session, this one included")
    @APIResponse(responseCode = "204", description = "Signed out everywhere")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    public Uni<Response> everywhere() {
        return logOut.everywhere(new UserId(caller.get().userId()), client.get())
                .chain(revocations::sessions)
                .replaceWith(() -> Response.noContent().build());
    }
}
