package org.tallybook.auth.admin.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.admin.RotateKeys;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.peer.CurrentClient;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.auth.session.RecentProof;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.auth.token.domain.SigningKey;
import org.tallybook.kit.caller.Caller;
import org.tallybook.kit.caller.CurrentCaller;

/** The keys that sign access tokens. */
@Path("/api/v1/auth/admin/keys")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class AdminKeysResource {

    private final RotateKeys rotating;
    private final RecentProof proof;
    private final CurrentCaller caller;
    private final CurrentClient client;

    AdminKeysResource(RotateKeys rotating, RecentProof proof, CurrentCaller caller, CurrentClient client) {
        this.rotating = rotating;
        this.proof = proof;
        this.caller = caller;
        this.client = client;
    }

    /** @param compromised whether somebody else may have a key; false when left out */
    public record RotationRequest(@Nullable Boolean compromised) {}

    /** @param activeFrom when the key begins to sign */
    public record RotationResponse(String keyId, Instant activeFrom) {

        static RotationResponse of(SigningKey key) {
            return new RotationResponse(key.id(), key.activeFrom());
        }
    }

    @POST
    @Path("/rotate")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Sign with a new key from now on",
            description = "The old key stays good for what it signed. With compromised: true it does not: every access"
                    + " token signed so far dies, and clients get new ones with their cookie or refresh token.")
    @APIResponse(responseCode = "200", description = "The new key")
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "forbidden: for administrators; proof-required: see /sudo")
    public Uni<RotationResponse> rotate(RotationRequest request) {
        Caller who = caller.get();
        Client from = client.get();
        boolean compromised = Boolean.TRUE.equals(request.compromised());
        return proof.require(new SessionId(who.sessionId()))
                .chain(() -> rotating.rotate(new UserId(who.userId()), compromised, from))
                .map(RotationResponse::of);
    }
}
