package org.tallybook.tracker.tracker.api;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.caller.CurrentCaller;
import org.tallybook.kit.id.Ids;
import org.tallybook.kit.idempotency.Idempotency;
import org.tallybook.kit.json.MergePatch;
import org.tallybook.kit.page.Cursor;
import org.tallybook.kit.page.Page;
import org.tallybook.kit.page.QueryParameters;
import org.tallybook.tracker.access.Scopes;
import org.tallybook.tracker.creation.ChosenId;
import org.tallybook.tracker.creation.Fingerprint;
import org.tallybook.tracker.tracker.ChangeTracker;
import org.tallybook.tracker.tracker.CreateTracker;
import org.tallybook.tracker.tracker.DeleteTracker;
import org.tallybook.tracker.tracker.FindTrackers;
import org.tallybook.tracker.tracker.TrackerOrder;
import org.tallybook.tracker.tracker.domain.TrackerDefinition;
import org.tallybook.tracker.tracker.domain.TrackerId;

/** {@code /api/v1/trackers}: the caller's own and nobody else's. */
@Path("/api/v1/trackers")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Trackers")
public class TrackerResource {

    private final CurrentCaller caller;
    private final CreateTracker createTracker;
    private final ChangeTracker changeTracker;
    private final DeleteTracker deleteTracker;
    private final FindTrackers findTrackers;
    private final Idempotency idempotency;
    private final Ids ids;

    TrackerResource(
            CurrentCaller caller,
            CreateTracker createTracker,
            ChangeTracker changeTracker,
            DeleteTracker deleteTracker,
            FindTrackers findTrackers,
            Idempotency idempotency,
            Ids ids) {
        this.caller = caller;
        this.createTracker = createTracker;
        this.changeTracker = changeTracker;
        this.deleteTracker = deleteTracker;
        this.findTrackers = findTrackers;
        this.idempotency = idempotency;
        this.ids = ids;
    }

    @GET
    @Operation(summary = "Your trackers, the last changed first, or in your own order")
    public Uni<Page<TrackerResponse>> list(
            @Parameter(description = "-updatedAt (the default) or position") @QueryParam("sort") String sort,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        UUID owner = Scopes.trackerReader(caller.get());
        QueryParameters query = new QueryParameters();
        int size = query.limit(limit);
        TrackerOrder order = TrackerOrder.named(sort, query.errors());
        query.verify();
        Optional<Cursor> after = Cursor.parse(cursor);
        return findTrackers.page(owner, order, after, size).map(page -> page.map(TrackerResponse::of));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Create a tracker")
    @APIResponseSchema(value = TrackerResponse.class, responseCode = "201")
    @APIResponse(responseCode = "200", description = "The same create had been carried out before")
    @APIResponse(responseCode = "409", description = "The name or the id is taken")
    public Uni<Response> create(@HeaderParam(Idempotency.HEADER) String key, NewTrackerRequest request) {
        UUID owner = Scopes.trackerWriter(caller.get());
        TrackerId id = new TrackerId(ChosenId.or(request.id(), ids));
        TrackerDefinition definition = request.draft().toDefinition();
        var command = new CreateTracker.Command(owner, id, definition, Fingerprint.of(request));
        return idempotency.once(
                owner,
                key,
                List.of("POST trackers", request),
                () -> createTracker.create(command).map(TrackerAnswers::of));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One tracker")
    @APIResponseSchema(value = TrackerResponse.class, responseCode = "200")
    @APIResponse(responseCode = "304", description = "Unchanged since If-None-Match")
    @APIResponse(responseCode = "404", description = "Not there, or not yours")
    public Uni<Response> get(UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        UUID owner = Scopes.trackerReader(caller.get());
        return findTrackers
                .one(owner, new TrackerId(id))
                .map(tracker -> TrackerAnswers.conditional(tracker, ifNoneMatch));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replace a tracker's definition")
    @APIResponseSchema(value = TrackerResponse.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "Not there, or not yours")
    @APIResponse(responseCode = "409", description = "The name is taken")
    @APIResponse(responseCode = "412", description = "Changed since If-Match")
    public Uni<Response> replace(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, TrackerRequest request) {
        return change(id, ifMatch, stored -> request.draft().toDefinition(stored));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(summary = "Change some fields of a tracker (JSON Merge Patch)")
    @APIResponseSchema(value = TrackerResponse.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "Not there, or not yours")
    @APIResponse(responseCode = "409", description = "The name is taken")
    @APIResponse(responseCode = "412", description = "Changed since If-Match")
    public Uni<Response> patch(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, MergePatch patch) {
        return change(
                id,
                ifMatch,
                stored -> patch.onto(TrackerRequest.of(stored)).draft().toDefinition(stored));
    }

    private Uni<Response> change(UUID id, @Nullable String ifMatch, UnaryOperator<TrackerDefinition> change) {
        UUID owner = Scopes.trackerWriter(caller.get());
        var command = new ChangeTracker.Command(owner, new TrackerId(id), ifMatch, change);
        return changeTracker.change(command).map(TrackerAnswers::of);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete a tracker with its logs")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "404", description = "Not there, or not yours")
    @APIResponse(responseCode = "412", description = "Changed since If-Match")
    public Uni<Void> delete(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        UUID owner = Scopes.trackerWriter(caller.get());
        return deleteTracker.delete(owner, new TrackerId(id), ifMatch);
    }
}
