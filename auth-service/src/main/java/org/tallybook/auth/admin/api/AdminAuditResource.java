package org.tallybook.auth.admin.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.audit.ListAudit;
import org.tallybook.auth.audit.api.AuditResponse;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.kit.page.Cursor;
import org.tallybook.kit.page.Page;
import org.tallybook.kit.page.QueryParameters;
import org.tallybook.kit.problem.FieldCode;

/** The security events of any user. */
@Path("/api/v1/auth/admin/audit")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class AdminAuditResource {

    private final ListAudit listing;

    AdminAuditResource(ListAudit listing) {
        this.listing = listing;
    }

    @GET
    @Operation(summary = "List what happened to a user's account, the newest first")
    @APIResponse(responseCode = "200", description = "A page of events; empty if there is no such user")
    @APIResponse(responseCode = "400", description = "invalid-request, invalid-cursor")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "forbidden: for administrators")
    public Uni<Page<AuditResponse>> list(
            @QueryParam("user") @Nullable String user,
            @QueryParam("action") @Nullable String action,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var parameters = new QueryParameters();
        Optional<UUID> whose = whose(user, parameters);
        Optional<AuditAction> only = parameters.constant("action", action, AuditAction.class);
        int size = parameters.limit(limit);
        parameters.verify();
        return listing.list(new UserId(whose.orElseThrow()), only, Cursor.parse(cursor), size)
                .map(page -> page.map(AuditResponse::of));
    }

    private static Optional<UUID> whose(@Nullable String user, QueryParameters parameters) {
        parameters.errors().addIf(user == null, "user", FieldCode.REQUIRED);
        try {
            return Optional.ofNullable(user).map(UUID::fromString);
        } catch (IllegalArgumentException malformed) {
            parameters.errors().add("user", FieldCode.INVALID_FORMAT);
            return Optional.empty();
        }
    }
}
