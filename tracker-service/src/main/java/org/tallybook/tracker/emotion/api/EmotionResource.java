package org.tallybook.tracker.emotion.api;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.caller.CurrentCaller;
import org.tallybook.kit.id.Ids;
import org.tallybook.kit.idempotency.Idempotency;
import org.tallybook.kit.json.MergePatch;
import org.tallybook.kit.page.Page;
import org.tallybook.tracker.access.Scopes;
import org.tallybook.tracker.creation.ChosenId;
import org.tallybook.tracker.creation.Fingerprint;
import org.tallybook.tracker.emotion.CreateEmotion;
import org.tallybook.tracker.emotion.DeleteEmotion;
import org.tallybook.tracker.emotion.FindEmotions;
import org.tallybook.tracker.emotion.RenameEmotion;
import org.tallybook.tracker.emotion.domain.EmotionId;
import org.tallybook.tracker.emotion.domain.EmotionName;

/** {@code /api/v1/emotions}: what the caller can feel in a log. */
@Path("/api/v1/emotions")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Emotions")
public class EmotionResource {

    private final CurrentCaller caller;
    private final CreateEmotion createEmotion;
    private final RenameEmotion renameEmotion;
    private final DeleteEmotion deleteEmotion;
    private final FindEmotions findEmotions;
    private final Idempotency idempotency;
    private final Ids ids;

    EmotionResource(
            CurrentCaller caller,
            CreateEmotion createEmotion,
            RenameEmotion renameEmotion,
            DeleteEmotion deleteEmotion,
            FindEmotions findEmotions,
            Idempotency idempotency,
            Ids ids) {
        this.caller = caller;
        this.createEmotion = createEmotion;
        this.renameEmotion = renameEmotion;
        this.deleteEmotion = deleteEmotion;
        this.findEmotions = findEmotions;
        this.idempotency = idempotency;
        this.ids = ids;
    }

    @GET
    @Operation(summary = "The built-in emotions and then your own by name, all on one page")
    public Uni<Page<EmotionResponse>> list() {
        return findEmotions.all(Scopes.logReader(caller.get())).map(EmotionAnswers::all);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Create an emotion of your own")
    @APIResponseSchema(value = EmotionResponse.class, responseCode = "201")
    @APIResponse(responseCode = "200", description = "The same create had been carried out before")
    @APIResponse(responseCode = "409", description = "The name or the id is taken, or you have 100 already")
    public Uni<Response> create(@HeaderParam(Idempotency.HEADER) String key, NewEmotionRequest request) {
        UUID owner = Scopes.trackerWriter(caller.get());
        EmotionId id = new EmotionId(ChosenId.or(request.id(), ids));
        EmotionName name = EmotionName.of(request.name());
        var command = new CreateEmotion.Command(owner, id, name, Fingerprint.of(request));
        return idempotency.once(
                owner,
                key,
                List.of("POST emotions", request),
                () -> createEmotion.create(command).map(EmotionAnswers::of));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One of your own emotions")
    @APIResponseSchema(value = EmotionResponse.class, responseCode = "200")
    @APIResponse(responseCode = "304", description = "Unchanged since If-None-Match")
    @APIResponse(responseCode = "404", description = "Not there, or not yours")
    public Uni<Response> get(UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        UUID owner = Scopes.logReader(caller.get());
        return findEmotions
                .one(owner, new EmotionId(id))
                .map(emotion -> EmotionAnswers.conditional(emotion, ifNoneMatch));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Rename an emotion for the logs to come", description = "Logs keep the name they have.")
    @APIResponseSchema(value = EmotionResponse.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "Not there, or not yours")
    @APIResponse(responseCode = "409", description = "The name is taken")
    @APIResponse(responseCode = "412", description = "Changed since If-Match")
    public Uni<Response> replace(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, EmotionRequest request) {
        return rename(id, ifMatch, stored -> request.toName());
    }

    @PATCH
    @Path("{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(summary = "Rename an emotion (JSON Merge Patch)", description = "Logs keep the name they have.")
    @APIResponseSchema(value = EmotionResponse.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "Not there, or not yours")
    @APIResponse(responseCode = "409", description = "The name is taken")
    @APIResponse(responseCode = "412", description = "Changed since If-Match")
    public Uni<Response> patch(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, MergePatch patch) {
        return rename(
                id, ifMatch, stored -> patch.onto(EmotionRequest.of(stored)).toName());
    }

    private Uni<Response> rename(UUID id, @Nullable String ifMatch, UnaryOperator<EmotionName> change) {
        UUID owner = Scopes.trackerWriter(caller.get());
        var command = new RenameEmotion.Command(owner, new EmotionId(id), ifMatch, change);
        return renameEmotion.rename(command).map(EmotionAnswers::of);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete an emotion of your own", description = "Logs keep its name.")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "404", description = "Not there, or not yours")
    @APIResponse(responseCode = "412", description = "Changed since If-Match")
    public Uni<Void> delete(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        UUID owner = Scopes.trackerWriter(caller.get());
        return deleteEmotion.delete(owner, new EmotionId(id), ifMatch);
    }
}
