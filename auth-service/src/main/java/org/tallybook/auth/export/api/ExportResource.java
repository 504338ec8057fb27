package org.tallybook.auth.export.api;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.tallybook.auth.export.ExportAccount;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.peer.CurrentClient;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.caller.Caller;
import org.tallybook.kit.caller.CurrentCaller;

/** One's account to take along. */
@Path("/api/v1/auth")
@Authenticated
@Tag(name = "Account")
public class ExportResource {

    private static final String ATTACHMENT = "attachment; filename=\"tallybook-account.json\"";

    private final ExportAccount exporting;
    private final CurrentCaller caller;
    private final CurrentClient client;

    ExportResource(ExportAccount exporting, CurrentCaller caller, CurrentClient client) {
        this.exporting = exporting;
        this.caller = caller;
        this.client = client;
    }

    /**
     * A refusal comes before the first piece, and so before the head of the answer. Pieces are bytes: of text the platform
     * would make one JSON string each.
     */
    @GET
    @Path("/me/export")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Download everything that is kept about one's account", description = """
                    One JSON object as of one moment: `format` (`tallybook-account`), `version` (1; members may be \
                    added), `exportedAt`, the objects `profile`, `emailChange`, `password`, `authenticatorApp`, \
                    `recoveryCodes` (null without one) and `logins` (`count`, `first`, `last`), and the arrays \
                    `passkeys`, `connections`, `personalTokens`, `sessions`, `waitingSignIns`, `failedCodes`, \
                    `knownDevices`, `mailedLinks`, `waitingMails`, `waitingEvents`, `idempotencyKeys` and `audit` (the \
                    newest first, as far back as it is kept). Never a password, a token, a secret or a hash of one. \
                    Trackers and logs have an export of their own. A document without its closing brace broke off.""")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "proof-required, insufficient-scope")
    public Multi<byte[]> export() {
        Caller who = caller.get();
        UserId user = new UserId(who.userId());
        Multi<byte[]> document = exporting
                .admit(user, new SessionId(who.sessionId()), client.get())
                .onItem()
                .transformToMulti(exporting::of)
                .map(piece -> piece.getBytes(StandardCharsets.UTF_8));
        return RestMulti.fromMultiData(document)
                .withDemand(1)
                .encodeAsJsonArray(false)
                .header(HttpHeaders.CONTENT_DISPOSITION, ATTACHMENT)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
