package org.tallybook.tracker.log.api;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
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
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.caller.Caller;
import org.tallybook.kit.caller.CurrentCaller;
import org.tallybook.kit.id.Ids;
import org.tallybook.kit.idempotency.Idempotency;
import org.tallybook.kit.json.MergePatch;
import org.tallybook.kit.json.Parsed;
import org.tallybook.kit.page.Page;
import org.tallybook.tracker.access.Scopes;
import org.tallybook.tracker.creation.ChosenId;
import org.tallybook.tracker.creation.Fingerprint;
import org.tallybook.tracker.log.ChangeLog;
import org.tallybook.tracker.log.DeleteLog;
import org.tallybook.tracker.log.FindLogs;
import org.tallybook.tracker.log.RecordLog;
import org.tallybook.tracker.log.domain.LogContent;
import org.tallybook.tracker.log.domain.LogDraft;
import org.tallybook.tracker.log.domain.LogId;
import org.tallybook.tracker.tracker.domain.TrackerId;

/** {@code /api/v1/trackers/{trackerId}/logs}: the logs of one of the caller's trackers. */
@Path("/api/v1/trackers/{trackerId}/logs")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Logs")
public class LogResource {

    private final CurrentCaller caller;
    private final RecordLog recordLog;
    private final ChangeLog changeLog;
    private final DeleteLog deleteLog;
    private final FindLogs findLogs;
    private final Idempotency idempotency;
    private final Ids ids;

    LogResource(
            CurrentCaller caller,
            RecordLog recordLog,
            ChangeLog changeLog,
            DeleteLog deleteLog,
            FindLogs findLogs,
            Idempotency idempotency,
            Ids ids) {
        this.caller = caller;
        this.recordLog = recordLog;
        this.changeLog = changeLog;
        this.deleteLog = deleteLog;
        this.findLogs = findLogs;
        this.idempotency = idempotency;
        this.ids = ids;
    }

    @GET
    @Operation(summary = "A tracker's logs, the latest first")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "404", description = "No such tracker, or not yours")
    public Uni<Page<LogResponse>> list(UUID trackerId, @BeanParam LogQuery query) {
        UUID owner = Scopes.logReader(caller.get());
        return findLogs.ofTracker(new TrackerId(trackerId), query.filter(owner), query.size())
                .map(page -> page.map(LogResponse::of));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Record a log")
    @APIResponseSchema(value = LogResponse.class, responseCode = "201")
    @APIResponse(responseCode = "200", description = "The same log had been recorded before")
    @APIResponse(responseCode = "404", description = "No such tracker, or not yours")
    @APIResponse(responseCode = "409", description = "The id is taken")
    public Uni<Response> record(
            UUID trackerId,
            @HeaderParam(Idempotency.HEADER) String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewLogRequest.class)))
                    Parsed<NewLogRequest> body) {
        NewLogRequest request = body.value();
        Caller by = caller.get();
        TrackerId tracker = new TrackerId(trackerId);
        UUID owner = Scopes.logWriter(by, trackerId);
        LogId id = new LogId(ChosenId.or(request.id(), ids));
        List<Object> whole = List.of("POST logs", trackerId, request);
        var command = new RecordLog.Command(
                owner, tracker, id, request.draft(body.faults()), by.zone(), Fingerprint.of(whole));
        return idempotency.once(
                owner, key, whole, () -> recordLog.record(command).map(LogAnswers::of));
    }

    @GET
    @Path("{logId}")
    @Operation(summary = "One log")
    @APIResponseSchema(value = LogResponse.class, responseCode = "200")
    @APIResponse(responseCode = "304", description = "Unchanged since If-None-Match")
    @APIResponse(responseCode = "404", description = "Not there, or not yours")
    public Uni<Response> get(UUID trackerId, UUID logId, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        UUID owner = Scopes.logReader(caller.get());
        return findLogs.one(owner, new TrackerId(trackerId), new LogId(logId))
                .map(entry -> LogAnswers.conditional(entry, ifNoneMatch));
    }

    @PUT
    @Path("{logId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replace what a log says")
    @APIResponseSchema(value = LogResponse.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "Not there, or not yours")
    @APIResponse(responseCode = "412", description = "Changed since If-Match")
    public Uni<Response> replace(
            UUID trackerId,
            UUID logId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = LogRequest.class)))
                    Parsed<LogRequest> body) {
        return change(trackerId, logId, ifMatch, stored -> body);
    }

    @PATCH
    @Path("{logId}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(summary = "Change some fields of a log (JSON Merge Patch)")
    @APIResponseSchema(value = LogResponse.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "Not there, or not yours")
    @APIResponse(responseCode = "412", description = "Changed since If-Match")
    public Uni<Response> patch(
            UUID trackerId, UUID logId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, MergePatch patch) {
        return change(trackerId, logId, ifMatch, stored -> patch.tryOnto(LogRequest.of(stored)));
    }

    private Uni<Response> change(
            UUID trackerId, UUID logId, @Nullable String ifMatch, Function<LogContent, Parsed<LogRequest>> change) {
        TrackerId tracker = new TrackerId(trackerId);
        UUID owner = Scopes.logWriter(caller.get(), trackerId);
        var command =
                new ChangeLog.Command(owner, tracker, new LogId(logId), ifMatch, change.andThen(LogResource::draft));
        return changeLog.change(command).map(LogAnswers::of);
    }

    private static LogDraft draft(Parsed<LogRequest> body) {
        return body.value().draft(body.faults());
    }

    @DELETE
    @Path("{logId}")
    @Operation(summary = "Delete a log")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "404", description = "Not there, or not yours")
    @APIResponse(responseCode = "412", description = "Changed since If-Match")
    public Uni<Void> delete(UUID trackerId, UUID logId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        TrackerId tracker = new TrackerId(trackerId);
        UUID owner = Scopes.logWriter(caller.get(), trackerId);
        return deleteLog.delete(new DeleteLog.Command(owner, tracker, new LogId(logId), ifMatch));
    }
}
