package org.tallybook.auth.passkey.api;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.passkey.BeginAssertion;
import org.tallybook.auth.passkey.PasskeyConfig;
import org.tallybook.auth.passkey.ProveByPasskey;
import org.tallybook.auth.passkey.RelyingParty;
import org.tallybook.auth.peer.CurrentClient;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.caller.Caller;
import org.tallybook.kit.caller.CurrentCaller;

/** Proving with a passkey once more who one is. */
@Path("/api/v1/auth/sudo/passkey")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Session")
public class PasskeyProofResource {

    private final BeginAssertion beginning;
    private final ProveByPasskey proving;
    private final RelyingParty party;
    private final PasskeyConfig config;
    private final CurrentCaller caller;
    private final CurrentClient client;

    PasskeyProofResource(
            BeginAssertion beginning,
            ProveByPasskey proving,
            RelyingParty party,
            PasskeyConfig config,
            CurrentCaller caller,
            CurrentClient client) {
        this.beginning = beginning;
        this.proving = proving;
        this.party = party;
        this.config = config;
        this.caller = caller;
        this.client = client;
    }

    @POST
    @Path("/options")
    @Operation(summary = "Begin to prove with a passkey that it is still you")
    @APIResponse(
            responseCode = "200",
            description = "What navigator.credentials.get() needs; to be answered once, within 5 minutes",
            content = @Content(schema = @Schema(implementation = RequestOptions.class)))
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "insufficient-scope")
    @APIResponse(responseCode = "404", description = "not-found: there is no passkey of the caller")
    public Uni<Response> begin() {
        Caller who = caller.get();
        return beginning
                .forProof(new UserId(who.userId()), new SessionId(who.sessionId()))
                .map(question ->
                        RequestOptions.of(question, party, config.challenge().toMillis()))
                .map(body -> Response.ok(body)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Prove with a passkey that it is still you",
            description = "Does what /sudo does with a password.")
    @APIResponse(responseCode = "204", description = "Proved")
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "passkey-wrong, insufficient-scope")
    public Uni<Response> prove(PasskeyProofRequest request) {
        Caller who = caller.get();
        var member = new ProveByPasskey.Member(new UserId(who.userId()), new SessionId(who.sessionId()), client.get());
        return proving.prove(
                        member, Objects.requireNonNull(request.credential()).assertion())
                .replaceWith(() -> Response.noContent().build());
    }
}
