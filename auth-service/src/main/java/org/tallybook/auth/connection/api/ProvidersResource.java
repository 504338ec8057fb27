package org.tallybook.auth.connection.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tallybook.auth.connection.Providers;
import org.tallybook.kit.page.Page;

/** Which providers there are to sign in with. */
@Path("/api/v1/auth/oauth")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connections")
public class ProvidersResource {

    private final Providers providers;

    ProvidersResource(Providers providers) {
        this.providers = providers;
    }

    @GET
    @PermitAll
    @Operation(summary = "List the providers that the operator has configured")
    @APIResponse(responseCode = "200", description = "All of them, in the order of their names")
    public Page<ProviderResponse> list() {
        return new Page<>(providers.all().stream().map(ProviderResponse::of).toList(), null);
    }
}
