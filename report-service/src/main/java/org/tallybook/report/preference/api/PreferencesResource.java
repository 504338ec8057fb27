package org.tallybook.report.preference.api;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.caller.Caller;
import org.tallybook.kit.caller.CurrentCaller;
import org.tallybook.kit.etag.EntityTag;
import org.tallybook.kit.reactive.Shield;
import org.tallybook.report.preference.KeepPreferences;
import org.tallybook.report.preference.domain.Preferences;

/** What the caller wants to receive. */
@Path("/api/v1/reports/preferences")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Report preferences")
public class PreferencesResource {

    private static final String READ = "reports:read";

    private final CurrentCaller caller;
    private final KeepPreferences preferences;

    PreferencesResource(CurrentCaller caller, KeepPreferences preferences) {
        this.caller = caller;
        this.preferences = preferences;
    }

    @GET
    @Operation(summary = "The caller's preferences, or the defaults")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PreferencesResponse.class)))
    public Uni<Response> read() {
        Caller who = caller.get().requireScope(READ);
        return preferences.read(who.userId()).map(PreferencesResource::answer);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replaces the caller's preferences; what is left out goes back to its default")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PreferencesResponse.class)))
    public Uni<Response> replace(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, PreferencesRequest request) {
        Caller who = caller.get().requireScope(Caller.FULL);
        return Shield.fromDisconnect(preferences
                .replace(who.userId(), request.toPreferences(), ifMatch)
                .map(PreferencesResource::answer));
    }

    private static Response answer(Preferences preferences) {
        return Response.ok(PreferencesResponse.of(preferences))
                .header(HttpHeaders.ETAG, new EntityTag(preferences.version()).header())
                .build();
    }
}
