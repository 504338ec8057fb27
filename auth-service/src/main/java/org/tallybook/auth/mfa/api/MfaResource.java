package org.tallybook.auth.mfa.api;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import org.tallybook.auth.mfa.ConfirmTotp;
import org.tallybook.auth.mfa.ReadSecondFactors;
import org.tallybook.auth.mfa.RemoveTotp;
import org.tallybook.auth.mfa.RenewRecoveryCodes;
import org.tallybook.auth.mfa.StartTotp;
import org.tallybook.auth.peer.CurrentClient;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.auth.session.RecentProof;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.caller.CurrentCaller;

/** The user's own second factors. */
@Path("/api/v1/auth/mfa")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Second factors")
public class MfaResource {

    private final ReadSecondFactors reading;
    private final StartTotp starting;
    private final ConfirmTotp confirming;
    private final RemoveTotp removing;
    private final RenewRecoveryCodes renewing;
    private final RecentProof proof;
    private final CurrentCaller caller;
    private final CurrentClient client;

    MfaResource(
            ReadSecondFactors reading,
            StartTotp starting,
            ConfirmTotp confirming,
            RemoveTotp removing,
            RenewRecoveryCodes renewing,
            RecentProof proof,
            CurrentCaller caller,
            CurrentClient client) {
        this.reading = reading;
        this.starting = starting;
        this.confirming = confirming;
        this.removing = removing;
        this.renewing = renewing;
        this.proof = proof;
        this.caller = caller;
        this.client = client;
    }

    @GET
    @Operation(summary = "See which second factors are on")
    @APIResponse(
            responseCode = "200",
            description = "The state",
            content = @Content(schema = @Schema(implementation = MfaResponse.class)))
    @APIResponse(responseCode = "401", description = "unauthenticated")
    public Uni<MfaResponse> read() {
        return reading.read(user()).map(MfaResponse::of);
    }

    @POST
    @Path("/totp")
    @Operation(
            summary = "Begin to set up an authenticator app",
            description = "Nothing changes for a sign-in before /mfa/totp/confirm. Starting again replaces the secret.")
    @APIResponse(
            responseCode = "200",
            description = "The secret, shown this once",
            content = @Content(schema = @Schema(implementation = TotpResponse.class)))
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "proof-required: see /sudo")
    @APIResponse(responseCode = "409", description = "totp-already-on")
    public Uni<Response> start() {
        UserId user = user();
        return requireProof()
                .chain(() -> starting.start(user))
                .map(started -> new TotpResponse(started.secret(), started.uri()))
                .map(MfaResource::unstored);
    }

    @POST
    @Path("/totp/confirm")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Turn the authenticator app on with its first code")
    @APIResponse(
            responseCode = "200",
            description = "On; ten recovery codes, shown this once, replace any earlier ones",
            content = @Content(schema = @Schema(implementation = RecoveryCodesResponse.class)))
    @APIResponse(responseCode = "400", description = "invalid-request; with the field code if the code is wrong")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "409", description = "totp-not-started, totp-already-on")
    public Uni<Response> confirm(CodeRequest request) {
        return confirming
                .confirm(user(), Objects.requireNonNull(request.code()), client.get())
                .map(RecoveryCodesResponse::of)
                .map(MfaResource::unstored);
    }

    @DELETE
    @Path("/totp")
    @Operation(summary = "Remove the authenticator app; the recovery codes go with the last second factor")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "proof-required: see /sudo")
    @APIResponse(responseCode = "404", description = "not-found: none is on")
    @APIResponse(responseCode = "409", description = "password-too-short: it was the last second factor")
    public Uni<Response> remove() {
        UserId user = user();
        Client from = client.get();
        return requireProof()
                .chain(() -> removing.remove(user, from))
                .replaceWith(() -> Response.noContent().build());
    }

    @POST
    @Path("/recovery-codes")
    @Operation(summary = "Make ten new recovery codes; the old ones are worth nothing any more")
    @APIResponse(
            responseCode = "200",
            description = "The codes, shown this once",
            content = @Content(schema = @Schema(implementation = RecoveryCodesResponse.class)))
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "proof-required: see /sudo")
    @APIResponse(responseCode = "409", description = "no-second-factor")
    public Uni<Response> renew() {
        UserId user = user();
        Client from = client.get();
        return requireProof()
                .chain(() -> renewing.renew(user, from))
                .map(RecoveryCodesResponse::of)
                .map(MfaResource::unstored);
    }

    private Uni<Void> requireProof() {
        return proof.require(new SessionId(caller.get().sessionId()));
    }

    private UserId user() {
        return new UserId(caller.get().userId());
    }

    private static Response unstored(Object secret) {
        return Response.ok(secret).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
