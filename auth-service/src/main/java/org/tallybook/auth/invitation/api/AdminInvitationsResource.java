package org.tallybook.auth.invitation.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.invitation.CreateInvitation;
import org.tallybook.auth.invitation.ListInvitations;
import org.tallybook.auth.invitation.NewInvitation;
import org.tallybook.auth.invitation.RevokeInvitation;
import org.tallybook.auth.invitation.domain.InvitationId;
import org.tallybook.auth.peer.CurrentClient;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.auth.session.RecentProof;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.caller.CurrentCaller;
import org.tallybook.kit.page.Cursor;
import org.tallybook.kit.page.Page;
import org.tallybook.kit.page.QueryParameters;

/** Who is invited to this Tallybook. */
@Path("/api/v1/auth/admin/invitations")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class AdminInvitationsResource {

    private final ListInvitations listing;
    private final CreateInvitation creating;
    private final RevokeInvitation revoking;
    private final RecentProof proof;
    private final CurrentCaller caller;
    private final CurrentClient client;
    private final Clock clock;

    AdminInvitationsResource(
            ListInvitations listing,
            CreateInvitation creating,
            RevokeInvitation revoking,
            RecentProof proof,
            CurrentCaller caller,
            CurrentClient client,
            Clock clock) {
        this.listing = listing;
        this.creating = creating;
        this.revoking = revoking;
        this.proof = proof;
        this.caller = caller;
        this.client = client;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "List the invitations, the newest first")
    @APIResponse(responseCode = "200", description = "A page of invitations, without their links")
    @APIResponse(responseCode = "400", description = "invalid-request, invalid-cursor")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "forbidden: for administrators")
    public Uni<Page<InvitationResponse>> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        var parameters = new QueryParameters();
        int size = parameters.limit(limit);
        parameters.verify();
        return listing.list(Cursor.parse(cursor), size)
                .map(page -> page.map(invitation -> InvitationResponse.of(invitation, clock.instant())));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Invite somebody; the link is shown this once",
            description = "For one registration. With an address only that address can register, and the link is mailed"
                    + " there too.")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = InvitationResponse.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "forbidden: for administrators; proof-required: see /sudo")
    public Uni<Response> create(InvitationRequest request) {
        Client from = client.get();
        return proof.require(session())
                .chain(() -> creating.create(user(), request.wish(), from))
                .map(this::created);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Take an invitation back; who has registered with it stays")
    @APIResponse(responseCode = "204", description = "Gone")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "forbidden: for administrators; proof-required: see /sudo")
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<Response> revoke(@PathParam("id") UUID id) {
        Client from = client.get();
        return proof.require(session())
                .chain(() -> revoking.revoke(user(), new InvitationId(id), from))
                .replaceWith(() -> Response.noContent().build());
    }

    private Response created(NewInvitation fresh) {
        return Response.status(Response.Status.CREATED)
                .entity(InvitationResponse.of(fresh, clock.instant()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private UserId user() {
        return new UserId(caller.get().userId());
    }

    private SessionId session() {
        return new SessionId(caller.get().sessionId());
    }
}
