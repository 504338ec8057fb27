package org.tallybook.tracker.log.api;

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
import org.tallybook.tracker.log.FindLogs;
import org.tallybook.tracker.log.RestoreLog;
import org.tallybook.tracker.log.domain.LogId;

/** {@code /api/v1/logs/trash}: the caller's deleted logs, for 30 days. */
@Path("/api/v1/logs/trash")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Trash")
public class LogTrashResource {

    private final CurrentCaller caller;
    private final FindLogs findLogs;
    private final RestoreLog restoreLog;

    LogTrashResource(CurrentCaller caller, FindLogs findLogs, RestoreLog restoreLog) {
        this.caller = caller;
        this.findLogs = findLogs;
        this.restoreLog = restoreLog;
    }

    @GET
    @Operation(summary = "Your deleted logs of the last 30 days, the last deleted first")
    public Uni<Page<TrashedLogResponse>> list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        UUID owner = Scopes.logReader(caller.get());
        QueryParameters query = new QueryParameters();
        int size = query.limit(limit);
        query.verify();
        Optional<Cursor> after = Cursor.parse(cursor);
        return findLogs.trashed(owner, after, size).map(page -> page.map(TrashedLogResponse::of));
    }

    @POST
    @Path("{logId}/restore")
    @Operation(summary = "Take back the deletion of a log")
    @APIResponseSchema(value = LogResponse.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "Neither deleted in the last 30 days nor there, or not yours")
    @APIResponse(responseCode = "409", description = "Its tracker is deleted; restore that first")
    public Uni<Response> restore(UUID logId) {
        UUID owner = Scopes.logWriter(caller.get());
        return restoreLog.restore(owner, new LogId(logId)).map(LogAnswers::of);
    }
}
