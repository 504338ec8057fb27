package org.tallybook.auth.session.api;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.peer.CurrentClient;
import org.tallybook.auth.session.ListSessions;
import org.tallybook.auth.session.LogOut;
import org.tallybook.auth.session.TellRevocations;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.caller.Caller;
import org.tallybook.kit.caller.CurrentCaller;
import org.tallybook.kit.page.Cursor;
import org.tallybook.kit.page.Page;
import org.tallybook.kit.page.QueryParameters;

/** Where the user is signed in. */
@Path("/api/v1/auth/sessions")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Session")
public class SessionsResource {

    private final ListSessions listing;
    private final LogOut logOut;
    private final TellRevocations revocations;
    private final CurrentCaller caller;
    private final CurrentClient client;

    SessionsResource(
            ListSessions listing,
            LogOut logOut,
            TellRevocations revocations,
            CurrentCaller caller,
            CurrentClient client) {
        this.listing = listing;
        this.logOut = logOut;
        this.revocations = revocations;
        this.caller = caller;
        this.client = client;
    }

    @GET
    @Operation(summary = "List the live sessions, the newest first")
    @APIResponse(responseCode = "200", description = "A page of sessions")
    @APIResponse(responseCode = "400", description = "invalid-request, invalid-cursor")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    public Uni<Page<SessionResponse>> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        var parameters = new QueryParameters();
        int size = parameters.limit(limit);
        parameters.verify();
        Caller who = caller.get();
        return listing.list(new UserId(who.userId()), Cursor.parse(cursor), size)
                .map(page -> page.map(session -> SessionResponse.of(session, who.sessionId())));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "End a session of one's own")
    @APIResponse(responseCode = "204", description = "Ended; its access tokens are dead at once")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "404", description = "not-found: no live session of the caller")
    public Uni<Response> end(@PathParam("id") UUID id) {
        return logOut.listed(new UserId(caller.get().userId()), new SessionId(id), client.get())
                .chain(revocations::sessions)
                .replaceWith(() -> Response.noContent().build());
    }
}
