package org.tallybook.auth.account.api;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tallybook.auth.account.ProveByPassword;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.caller.Caller;
import org.tallybook.kit.caller.CurrentCaller;

/** Proving once more who one is. */
@Path("/api/v1/auth")
@Authenticated
@Tag(name = "Session")
public class SudoResource {

    private final ProveByPassword proving;
    private final CurrentCaller caller;

    SudoResource(ProveByPassword proving, CurrentCaller caller) {
        this.proving = proving;
        this.caller = caller;
    }

    @POST
    @Path("/sudo")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Prove with the password that it is still you",
            description = "For ten minutes, as after signing in, this session may then do what answers proof-required"
                    + " at other times.")
    @APIResponse(responseCode = "204", description = "Proved")
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "password-wrong, insufficient-scope")
    public Uni<Response> prove(SudoRequest request) {
        Caller who = caller.get().requireScope(Caller.FULL);
        return proving.prove(
                        new UserId(who.userId()),
                        new SessionId(who.sessionId()),
                        Objects.requireNonNull(request.password()))
                .replaceWith(() -> Response.noContent().build());
    }
}
