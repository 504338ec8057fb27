package org.tallybook.auth.connection.api;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tallybook.auth.connection.ListConnections;
import org.tallybook.auth.connection.RefreshConnection;
import org.tallybook.auth.connection.RemoveConnection;
import org.tallybook.auth.connection.domain.ConnectionId;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.peer.CurrentClient;
import org.tallybook.auth.session.RecentProof;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.caller.Caller;
import org.tallybook.kit.caller.CurrentCaller;
import org.tallybook.kit.page.Page;

/** The user's accounts elsewhere. */
@Path("/api/v1/auth/connections")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connections")
public class ConnectionsResource {

    private final ListConnections listing;
    private final RefreshConnection refreshing;
    private final RemoveConnection removing;
    private final RecentProof proof;
    private final CurrentCaller caller;
    private final CurrentClient client;

    ConnectionsResource(
            ListConnections listing,
            RefreshConnection refreshing,
            RemoveConnection removing,
            RecentProof proof,
            CurrentCaller caller,
            CurrentClient client) {
        this.listing = listing;
        this.refreshing = refreshing;
        this.removing = removing;
        this.proof = proof;
        this.caller = caller;
        this.client = client;
    }

    @GET
    @Operation(summary = "List the linked accounts, at most one a provider")
    @APIResponse(responseCode = "200", description = "All of them, in the order of their providers")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "insufficient-scope")
    public Uni<Page<ConnectionResponse>> list() {
        return listing.list(user())
                .map(all -> new Page<>(all.stream().map(ConnectionResponse::of).toList(), null));
    }

    @POST
    @Path("/{id}/refresh")
    @Operation(
            summary = "Renew what the provider granted",
            description = "Callers that ask at once share one answer of the provider.")
    @APIResponse(responseCode = "200", description = "The connection; its state says whether the grant is good")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "insufficient-scope")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "503", description = "provider-unavailable; see Retry-After")
    public Uni<ConnectionResponse> refresh(@PathParam("id") UUID id) {
        return refreshing.refresh(user(), new ConnectionId(id)).map(ConnectionResponse::of);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Remove a link and forget what was granted")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "proof-required, insufficient-scope")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "last-sign-in: set a password first")
    public Uni<Response> remove(@PathParam("id") UUID id) {
        UserId user = user();
        return proof.require(new SessionId(caller.get().sessionId()))
                .chain(() -> removing.remove(user, new ConnectionId(id), client.get()))
                .replaceWith(() -> Response.noContent().build());
    }

    private UserId user() {
        return new UserId(caller.get().requireScope(Caller.FULL).userId());
    }
}
