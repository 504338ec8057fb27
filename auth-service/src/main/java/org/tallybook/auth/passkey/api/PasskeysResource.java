package org.tallybook.auth.passkey.api;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.passkey.BeginRegistration;
import org.tallybook.auth.passkey.ListPasskeys;
import org.tallybook.auth.passkey.PasskeyConfig;
import org.tallybook.auth.passkey.RegisterPasskey;
import org.tallybook.auth.passkey.RelyingParty;
import org.tallybook.auth.passkey.RemovePasskey;
import org.tallybook.auth.passkey.domain.PasskeyId;
import org.tallybook.auth.peer.CurrentClient;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.auth.session.RecentProof;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.caller.CurrentCaller;

/** The user's own passkeys. */
@Path("/api/v1/auth/passkeys")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Second factors")
public class PasskeysResource {

    private final BeginRegistration beginning;
    private final RegisterPasskey registering;
    private final ListPasskeys listing;
    private final RemovePasskey removing;
    private final RelyingParty party;
    private final PasskeyConfig config;
    private final RecentProof proof;
    private final CurrentCaller caller;
    private final CurrentClient client;

    PasskeysResource(
            BeginRegistration beginning,
            RegisterPasskey registering,
            ListPasskeys listing,
            RemovePasskey removing,
            RelyingParty party,
            PasskeyConfig config,
            RecentProof proof,
            CurrentCaller caller,
            CurrentClient client) {
        this.beginning = beginning;
        this.registering = registering;
        this.listing = listing;
        this.removing = removing;
        this.party = party;
        this.config = config;
        this.proof = proof;
        this.caller = caller;
        this.client = client;
    }

    @POST
    @Path("/options")
    @Operation(summary = "Begin to register a passkey: what navigator.credentials.create() needs")
    @APIResponse(
            responseCode = "200",
            description = "To be answered once, within 5 minutes",
            content = @Content(schema = @Schema(implementation = CreationOptions.class)))
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "proof-required: see /sudo")
    public Uni<Response> begin() {
        UserId user = user();
        return requireProof()
                .chain(() -> beginning.begin(user))
                .map(question ->
                        CreationOptions.of(question, party, config.challenge().toMillis()))
                .map(PasskeysResource::unstored);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Register the passkey that the browser has made",
            description = "From now on a sign-in by password asks for it, or for another second factor.")
    @APIResponse(
            responseCode = "201",
            description = "Registered; with the first second factor come ten recovery codes, shown this once",
            content = @Content(schema = @Schema(implementation = RegisteredResponse.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request; with the field credential if the answer is not one to the last question")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "proof-required: see /sudo")
    @APIResponse(responseCode = "409", description = "passkey-taken, too-many-passkeys: 20 are allowed")
    public Uni<Response> register(RegisterPasskeyRequest request) {
        var command = new RegisterPasskey.Command(
                user(),
                Objects.requireNonNull(request.name()).trim(),
                Objects.requireNonNull(request.credential()).attestation(),
                client.get());
        return requireProof()
                .chain(() -> registering.register(command))
                .map(RegisteredResponse::of)
                .map(body -> Response.status(Response.Status.CREATED)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .entity(body)
                        .build());
    }

    @GET
    @Operation(summary = "List the passkeys, the oldest first")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content = @Content(schema = @Schema(implementation = PasskeysResponse.class)))
    @APIResponse(responseCode = "401", description = "unauthenticated")
    public Uni<PasskeysResponse> list() {
        return listing.list(user()).map(PasskeysResponse::of);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Remove a passkey; the recovery codes go with the last second factor")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "proof-required: see /sudo")
    @APIResponse(responseCode = "404", description = "not-found: no passkey of the caller")
    @APIResponse(responseCode = "409", description = "password-too-short: it was the last second factor")
    public Uni<Response> remove(@PathParam("id") UUID id) {
        UserId user = user();
        Client from = client.get();
        return requireProof()
                .chain(() -> removing.remove(user, new PasskeyId(id), from))
                .replaceWith(() -> Response.noContent().build());
    }

    private Uni<Void> requireProof() {
        return proof.require(new SessionId(caller.get().sessionId()));
    }

    private UserId user() {
        return new UserId(caller.get().userId());
    }

    private static Response unstored(Object question) {
        return Response.ok(question)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
