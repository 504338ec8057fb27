package org.tallybook.auth.transfer.api;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.peer.CurrentClient;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.auth.session.RecentProof;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.auth.transfer.TakeIn;
import org.tallybook.kit.caller.Caller;
import org.tallybook.kit.caller.CurrentCaller;

/** Taking in the users of another system. */
@Path("/api/v1/auth/admin/users/import")
@RolesAllowed("admin")
@Tag(name = "Administration")
public class TransferResource {

    private final TakeIn takeIn;
    private final RecentProof proof;
    private final CurrentCaller caller;
    private final CurrentClient client;

    TransferResource(TakeIn takeIn, RecentProof proof, CurrentCaller caller, CurrentClient client) {
        this.takeIn = takeIn;
        this.proof = proof;
        this.caller = caller;
        this.client = client;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Take in users with the bcrypt hashes of their passwords",
            description = "Up to 100 a call; each is created or left alone by itself, so a repeated call is harmless."
                    + " Their hashes are replaced by our own at their first sign-in.")
    @APIResponse(responseCode = "200", description = "What became of each, in the order of the request")
    @APIResponse(responseCode = "400", description = "invalid-request with every fault; nobody was taken in")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "forbidden: for administrators; proof-required: see /sudo")
    public Uni<TransferResponse> take(TransferRequest request) {
        Caller who = caller.get();
        UserId actor = new UserId(who.userId());
        Client from = client.get();
        return proof.require(new SessionId(who.sessionId()))
                .chain(() -> Multi.createFrom()
                        .iterable(request.accounts())
                        .onItem()
                        .transformToUniAndConcatenate(account -> takeIn.take(account, actor, from))
                        .collect()
                        .asList())
                .map(TransferResponse::of);
    }
}
