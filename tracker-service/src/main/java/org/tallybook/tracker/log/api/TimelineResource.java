package org.tallybook.tracker.log.api;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tallybook.kit.caller.CurrentCaller;
import org.tallybook.kit.page.Page;
import org.tallybook.tracker.access.Scopes;
import org.tallybook.tracker.log.FindLogs;

/** {@code /api/v1/logs}: the caller's logs over all trackers. */
@Path("/api/v1/logs")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Logs")
public class TimelineResource {

    private final CurrentCaller caller;
    private final FindLogs findLogs;

    TimelineResource(CurrentCaller caller, FindLogs findLogs) {
        this.caller = caller;
        this.findLogs = findLogs;
    }

    @GET
    @Operation(summary = "Your logs over all trackers, the latest first")
    public Uni<Page<LogResponse>> list(@BeanParam LogQuery query) {
        return findLogs.timeline(query.filter(Scopes.logReader(caller.get())), query.size())
                .map(page -> page.map(LogResponse::of));
    }
}
