package org.tallybook.tracker.tracker.api;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tallybook.kit.caller.CurrentCaller;
import org.tallybook.tracker.access.Scopes;
import org.tallybook.tracker.tracker.OrderTrackers;

/** {@code /api/v1/trackers/order}: the caller's own order of trackers. */
@Path("/api/v1/trackers/order")
@Authenticated
@Tag(name = "Trackers")
public class TrackerOrderResource {

    private final CurrentCaller caller;
    private final OrderTrackers orderTrackers;

    TrackerOrderResource(CurrentCaller caller, OrderTrackers orderTrackers) {
        this.caller = caller;
        this.orderTrackers = orderTrackers;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Put trackers first in your own order",
            description = "The others keep their order behind them. See ?sort=position of the list.")
    @APIResponse(responseCode = "204", description = "In that order")
    public Uni<Void> order(OrderRequest request) {
        return orderTrackers.order(Scopes.trackerWriter(caller.get()), request.trackers());
    }
}
