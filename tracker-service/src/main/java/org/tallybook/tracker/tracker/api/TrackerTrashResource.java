package org.tallybook.tracker.tracker.api;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tallybook.kit.caller.CurrentCaller;
import org.tallybook.kit.page.Cursor;
import org.tallybook.kit.page.Page;
import org.tallybook.kit.page.QueryParameters;
import org.tallybook.tracker.access.Scopes;
import org.tallybook.tracker.tracker.FindTrackers;
import org.tallybook.tracker.tracker.RestoreTracker;
import org.tallybook.tracker.tracker.domain.TrackerId;

/** {@code /api/v1/trackers/trash}: the caller's deleted trackers, for 30 days. */
@Path("/api/v1/trackers/trash")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Trash")
public class TrackerTrashResource {

    private final CurrentCaller caller;
    private final FindTrackers findTrackers;
    private final RestoreTracker restoreTracker;

    TrackerTrashResource(CurrentCaller caller, FindTrackers findTrackers, RestoreTracker restoreTracker) {
        this.caller = caller;
        this.findTrackers = findTrackers;
        this.restoreTracker = restoreTracker;
    }

    @GET
    @Operation(summary = "Your deleted trackers of the last 30 days, the last deleted first")
    public Uni<Page<TrashedTrackerResponse>> list(
            @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        UUID owner = Scopes.trackerReader(caller.get());
        QueryParameters query = new QueryParameters();
        int size = query.limit(limit);
        query.verify();
        Optional<Cursor> after = Cursor.parse(cursor);
        return findTrackers.trashed(owner, after, size).map(page -> page.map(TrashedTrackerResponse::of));
    }

    @POST
    @Path("{id}/restore")
    @Operation(summary = "Take back the deletion of a tracker and of the logs that went with it")
    @APIResponseSchema(value = TrackerResponse.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "Neither deleted in the last 30 days nor there, or not yours")
    @APIResponse(responseCode = "409", description = "Another tracker has its name by now; rename that first")
    public Uni<Response> restore(UUID id) {
        UUID owner = Scopes.trackerWriter(caller.get());
        return restoreTracker.restore(owner, new TrackerId(id)).map(TrackerAnswers::of);
    }
}
