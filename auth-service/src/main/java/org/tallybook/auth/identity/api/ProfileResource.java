package org.tallybook.auth.identity.api;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.access.AnyScope;
import org.tallybook.auth.identity.ChangeProfile;
import org.tallybook.auth.identity.ReadProfile;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.Profile;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.peer.CurrentClient;
import org.tallybook.kit.caller.CurrentCaller;
import org.tallybook.kit.etag.EntityTag;
import org.tallybook.kit.json.MergePatch;

/** The signed-in user. */
@Path("/api/v1/auth")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account")
public class ProfileResource {

    private final ReadProfile reading;
    private final ChangeProfile changing;
    private final CurrentCaller caller;
    private final CurrentClient client;

    ProfileResource(ReadProfile reading, ChangeProfile changing, CurrentCaller caller, CurrentClient client) {
        this.reading = reading;
        this.changing = changing;
        this.caller = caller;
        this.client = client;
    }

    @GET
    @Path("/me")
    @AnyScope
    @Operation(summary = "Who am I")
    @APIResponse(
            responseCode = "200",
            description = "The signed-in user",
            content = @Content(schema = @Schema(implementation = UserResponse.class)))
    @APIResponse(responseCode = "304", description = "Unchanged since If-None-Match")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    public Uni<Response> read(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return reading.read(user()).map(identity -> answer(identity, ifNoneMatch));
    }

    @PATCH
    @Path("/me")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(summary = "Change username, time zone, language or start of day")
    @RequestBody(content = @Content(schema = @Schema(implementation = ProfileRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The changed user",
            content = @Content(schema = @Schema(implementation = UserResponse.class)))
    @APIResponse(responseCode = "400", description = "invalid-request with every faulty field")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "409", description = "username-taken")
    @APIResponse(responseCode = "412", description = "precondition-failed: changed since If-Match")
    public Uni<Response> change(MergePatch patch, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return changing.change(user(), ifMatch, client.get(), stored -> patched(stored, patch))
                .map(identity -> answer(identity, null));
    }

    private static Profile patched(Profile stored, MergePatch patch) {
        return patch.onto(ProfileRequest.of(stored)).toProfile();
    }

    private UserId user() {
        return new UserId(caller.get().userId());
    }

    private static Response answer(Identity identity, @Nullable String ifNoneMatch) {
        var tag = new EntityTag(identity.version());
        Response.ResponseBuilder response =
                tag.isUnchangedFor(ifNoneMatch) ? Response.notModified() : Response.ok(UserResponse.of(identity));
        return response.header(HttpHeaders.ETAG, tag.header())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }
}
