package org.tallybook.tracker.integration.api;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tallybook.kit.caller.Caller;
import org.tallybook.kit.caller.CurrentCaller;
import org.tallybook.kit.page.Page;
import org.tallybook.tracker.access.Scopes;
import org.tallybook.tracker.creation.Creation;
import org.tallybook.tracker.integration.ListIntegrations;
import org.tallybook.tracker.integration.ListIntegrations.Offer;
import org.tallybook.tracker.integration.OptIn;
import org.tallybook.tracker.integration.OptOut;

/** {@code /api/v1/integrations}: linked accounts that feed trackers, each by the user's wish alone. */
@Path("/api/v1/integrations")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Integrations")
public class IntegrationResource {

    private final CurrentCaller caller;
    private final ListIntegrations listing;
    private final OptIn optIn;
    private final OptOut optOut;

    IntegrationResource(CurrentCaller caller, ListIntegrations listing, OptIn optIn, OptOut optOut) {
        this.caller = caller;
        this.listing = listing;
        this.optIn = optIn;
        this.optOut = optOut;
    }

    @GET
    @Operation(summary = "What you can opt in to, and how what you opted in to fares")
    @APIResponse(responseCode = "503", description = "unavailable: what is offered cannot be said right now")
    public Uni<Page<IntegrationResponse>> list() {
        UUID owner = Scopes.trackerReader(caller.get());
        return listing.list(owner)
                .map(offers ->
                        new Page<>(offers.stream().map(IntegrationResponse::of).toList(), null));
    }

    @PUT
    @Path("{kind}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Opt in: what you listen to from now on becomes minutes a day",
            description = "One log a day on a numeric tracker. Repeating the call changes nothing, but goes on at once"
                    + " with what was PAUSED.")
    @APIResponseSchema(value = IntegrationResponse.class, responseCode = "201")
    @APIResponse(responseCode = "200", description = "You had opted in before")
    @APIResponse(responseCode = "400", description = "invalid-request: the tracker is not numeric")
    @APIResponse(responseCode = "404", description = "Not offered here, or not your tracker")
    @APIResponse(
            responseCode = "409",
            description = "connection-missing, connection-revoked, connection-scope-missing: link the account (again)."
                    + " tracker-name-taken: you have a tracker named Listening; name it in trackerId.")
    @APIResponse(responseCode = "503", description = "unavailable; see Retry-After")
    public Uni<Response> enter(String kind, OptInRequest request) {
        Caller user = caller.get();
        UUID owner = Scopes.trackerWriter(user);
        return optIn.optIn(new OptIn.Command(owner, kind, request.tracker(), user.zone()))
                .map(IntegrationResource::answer);
    }

    private static Response answer(Creation<Offer> entered) {
        return Response.status(entered.isNew() ? Response.Status.CREATED : Response.Status.OK)
                .entity(IntegrationResponse.of(entered.stored()))
                .build();
    }

    @DELETE
    @Path("{kind}")
    @Operation(summary = "Opt out: the tracker and its logs stay, the single plays are forgotten")
    @APIResponse(responseCode = "204", description = "Nothing is fetched any more")
    @APIResponse(responseCode = "404", description = "You had not opted in")
    public Uni<Void> leave(String kind) {
        return optOut.optOut(Scopes.trackerWriter(caller.get()), kind);
    }
}
