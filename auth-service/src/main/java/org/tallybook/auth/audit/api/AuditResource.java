package org.tallybook.auth.audit.api;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.audit.ListAudit;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.kit.caller.Caller;
import org.tallybook.kit.caller.CurrentCaller;
import org.tallybook.kit.page.Cursor;
import org.tallybook.kit.page.Page;
import org.tallybook.kit.page.QueryParameters;

/** The caller's own security events. */
@Path("/api/v1/auth/audit")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account")
public class AuditResource {

    private final ListAudit listing;
    private final CurrentCaller caller;

    AuditResource(ListAudit listing, CurrentCaller caller) {
        this.listing = listing;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "List what happened to one's account, the newest first; action=LOGIN for the sign-ins alone")
    @APIResponse(responseCode = "200", description = "A page of events")
    @APIResponse(responseCode = "400", description = "invalid-request, invalid-cursor")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    public Uni<Page<AuditResponse>> list(
            @QueryParam("action") @Nullable String action,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var parameters = new QueryParameters();
        Optional<AuditAction> only = parameters.constant("action", action, AuditAction.class);
        int size = parameters.limit(limit);
        parameters.verify();
        UserId user = new UserId(caller.get().requireScope(Caller.FULL).userId());
        return listing.list(user, only, Cursor.parse(cursor), size).map(page -> page.map(AuditResponse::of));
    }
}
