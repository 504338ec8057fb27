package org.tallybook.auth.pat.api;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
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
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.pat.CreatePersonalToken;
import org.tallybook.auth.pat.DeletePersonalToken;
import org.tallybook.auth.pat.ListPersonalTokens;
import org.tallybook.auth.pat.NewPersonalToken;
import org.tallybook.auth.pat.domain.PersonalTokenId;
import org.tallybook.auth.peer.CurrentClient;
import org.tallybook.auth.session.RecentProof;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.caller.Caller;
import org.tallybook.kit.caller.CurrentCaller;
import org.tallybook.kit.page.Cursor;
import org.tallybook.kit.page.Page;
import org.tallybook.kit.page.QueryParameters;

/** Tokens for programs. */
@Path("/api/v1/auth/tokens")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Personal access tokens")
public class PersonalTokenResource {

    private final ListPersonalTokens listing;
    private final CreatePersonalToken creating;
    private final DeletePersonalToken deleting;
    private final RecentProof proof;
    private final CurrentCaller caller;
    private final CurrentClient client;

    PersonalTokenResource(
            ListPersonalTokens listing,
            CreatePersonalToken creating,
            DeletePersonalToken deleting,
            RecentProof proof,
            CurrentCaller caller,
            CurrentClient client) {
        this.listing = listing;
        this.creating = creating;
        this.deleting = deleting;
        this.proof = proof;
        this.caller = caller;
        this.client = client;
    }

    @GET
    @Operation(summary = "List one's personal access tokens, the newest first")
    @APIResponse(responseCode = "200", description = "A page of tokens, without the tokens themselves")
    @APIResponse(responseCode = "400", description = "invalid-request, invalid-cursor")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "insufficient-scope")
    public Uni<Page<PersonalTokenResponse>> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        var parameters = new QueryParameters();
        int size = parameters.limit(limit);
        parameters.verify();
        return listing.list(new UserId(caller.get().userId()), Cursor.parse(cursor), size)
                .map(page -> page.map(PersonalTokenResponse::of));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make a personal access token; it is shown this once")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = PersonalTokenResponse.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "proof-required, insufficient-scope")
    @APIResponse(responseCode = "409", description = "too-many-tokens: fifty are enough")
    public Uni<Response> create(PersonalTokenRequest request) {
        Caller who = caller.get();
        var command = new CreatePersonalToken.Command(
                new UserId(who.userId()),
                Objects.requireNonNull(request.name()).trim(),
                request.tokenScopes(),
                request.expiresInDays(),
                client.get());
        return proof.require(new SessionId(who.sessionId()))
                .chain(() -> creating.create(command))
                .map(PersonalTokenResource::created);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "End a personal access token; programs that hold it are out at once")
    @APIResponse(responseCode = "204", description = "Ended")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "insufficient-scope")
    @APIResponse(responseCode = "404", description = "not-found: no token of the caller")
    public Uni<Response> delete(@PathParam("id") UUID id) {
        return deleting.delete(new UserId(caller.get().userId()), new PersonalTokenId(id), client.get())
                .replaceWith(() -> Response.noContent().build());
    }

    private static Response created(NewPersonalToken fresh) {
        return Response.status(Response.Status.CREATED)
                .entity(PersonalTokenResponse.of(fresh))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
