package org.tallybook.auth.admin.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.admin.AdminAct;
import org.tallybook.auth.admin.ListUsers;
import org.tallybook.auth.admin.LockUser;
import org.tallybook.auth.admin.SignOutUser;
import org.tallybook.auth.identity.domain.EmailAddress;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.identity.domain.UserState;
import org.tallybook.auth.peer.CurrentClient;
import org.tallybook.auth.session.RecentProof;
import org.tallybook.auth.session.TellRevocations;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.caller.Caller;
import org.tallybook.kit.caller.CurrentCaller;
import org.tallybook.kit.page.Cursor;
import org.tallybook.kit.page.Page;
import org.tallybook.kit.page.QueryParameters;

/** The users of this Tallybook. */
@Path("/api/v1/auth/admin/users")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class AdminUsersResource {

    private final ListUsers listing;
    private final LockUser locking;
    private final SignOutUser signingOut;
    private final TellRevocations revocations;
    private final RecentProof proof;
    private final CurrentCaller caller;
    private final CurrentClient client;

    AdminUsersResource(
            ListUsers listing,
            LockUser locking,
            SignOutUser signingOut,
            TellRevocations revocations,
            RecentProof proof,
            CurrentCaller caller,
            CurrentClient client) {
        this.listing = listing;
        this.locking = locking;
        this.signingOut = signingOut;
        this.revocations = revocations;
        this.proof = proof;
        this.caller = caller;
        this.client = client;
    }

    @GET
    @Operation(summary = "List the users, the newest first; q is the beginning of a username or an address")
    @APIResponse(responseCode = "200", description = "A page of users")
    @APIResponse(responseCode = "400", description = "invalid-request, invalid-cursor")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "forbidden: for administrators")
    public Uni<Page<AdminUserResponse>> list(
            @QueryParam("q") @Nullable String beginning,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var parameters = new QueryParameters();
        String q = parameters.text("q", beginning, EmailAddress.LONGEST).orElse("");
        Optional<UserState> only = parameters.constant("state", state, UserState.class);
        int size = parameters.limit(limit);
        parameters.verify();
        return listing.list(q, only, Cursor.parse(cursor), size).map(page -> page.map(AdminUserResponse::of));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "See one user")
    @APIResponse(responseCode = "200", description = "The user")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "forbidden: for administrators")
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<AdminUserResponse> one(@PathParam("id") UUID id) {
        return listing.one(new UserId(id)).map(AdminUserResponse::of);
    }

    @POST
    @Path("/{id}/lock")
    @Operation(summary = "Lock a user out: sessions, tokens and sign-in end at once")
    @APIResponse(responseCode = "204", description = "Locked")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "forbidden: for administrators; proof-required: see /sudo")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "own-account, last-administrator")
    public Uni<Response> lock(@PathParam("id") UUID id) {
        return write(id, locking::lock);
    }

    @POST
    @Path("/{id}/unlock")
    @Operation(summary = "Let a locked user in again")
    @APIResponse(responseCode = "204", description = "Unlocked")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "forbidden: for administrators; proof-required: see /sudo")
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<Response> unlock(@PathParam("id") UUID id) {
        return write(id, locking::unlock);
    }

    @DELETE
    @Path("/{id}/sessions")
    @Operation(summary = "End all sessions of a user, who may sign in again")
    @APIResponse(responseCode = "204", description = "Ended")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "forbidden: for administrators; proof-required: see /sudo")
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<Response> endSessions(@PathParam("id") UUID id) {
        return write(id, act -> signingOut.signOut(act).chain(revocations::sessions));
    }

    private Uni<Response> write(UUID user, Function<AdminAct, Uni<Void>> deed) {
        Caller who = caller.get();
        var act = new AdminAct(new UserId(who.userId()), new UserId(user), client.get());
        return proof.require(new SessionId(who.sessionId()))
                .chain(() -> deed.apply(act))
                .replaceWith(() -> Response.noContent().build());
    }
}
