package org.tallybook.auth.account.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.account.AccountSlugs;
import org.tallybook.auth.account.AdmitRegistration;
import org.tallybook.auth.account.EvenPace;
import org.tallybook.auth.account.RegisterIdentity;
import org.tallybook.auth.account.Registration;
import org.tallybook.auth.account.RequestLink;
import org.tallybook.auth.account.VerifyEmail;
import org.tallybook.auth.credential.PasswordHashing;
import org.tallybook.auth.email.ConfirmEmailChange;
import org.tallybook.auth.invitation.domain.InvitationKey;
import org.tallybook.auth.peer.CurrentClient;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.auth.secret.TokenKeys;
import org.tallybook.kit.idempotency.Idempotency;
import org.tallybook.kit.problem.Rejected;

/** Becoming a user. */
@Path("/api/v1/auth")
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Account")
public class RegistrationResource {

    /** Keys of callers that are nobody yet; they share one room, and a key is unguessable by its nature. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final RegisterIdentity registering;
    private final VerifyEmail verifying;
    private final ConfirmEmailChange moving;
    private final RequestLink requesting;
    private final PasswordHashing hashing;
    private final EvenPace pace;
    private final Idempotency idempotency;
    private final Fingerprints fingerprints;
    private final AdmitRegistration admission;
    private final TokenKeys keys;
    private final CurrentClient client;

    RegistrationResource(
            RegisterIdentity registering,
            VerifyEmail verifying,
            ConfirmEmailChange moving,
            RequestLink requesting,
            PasswordHashing hashing,
            EvenPace pace,
            Idempotency idempotency,
            Fingerprints fingerprints,
            AdmitRegistration admission,
            TokenKeys keys,
            CurrentClient client) {
        this.registering = registering;
        this.verifying = verifying;
        this.moving = moving;
        this.requesting = requesting;
        this.hashing = hashing;
        this.pace = pace;
        this.idempotency = idempotency;
        this.fingerprints = fingerprints;
        this.admission = admission;
        this.keys = keys;
        this.client = client;
    }

    @POST
    @Path("/register")
    @Operation(
            summary = "Register",
            description = "The answer is the same whether or not address and name are free; the mail tells. Where"
                    + " registration is by invitation, the token of the invitation's link is needed.")
    @APIResponse(responseCode = "202", description = "Noted; a mail is on its way")
    @APIResponse(responseCode = "400", description = "invalid-request with every faulty field")
    @APIResponse(responseCode = "403", description = "registration-closed, invitation-invalid")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    @APIResponse(responseCode = "503", description = "unavailable: too many at once; see Retry-After")
    public Uni<Response> register(
            RegisterRequest request, @HeaderParam(Idempotency.HEADER) @Nullable String idempotencyKey) {
        InvitationKey invitation = request.invitationToken()
                .map(keys::digest)
                .map(InvitationKey::of)
                .orElse(null);
        admission.requirePossible(invitation);
        Client from = client.get();
        return pace.keep(hashing.hash(Objects.requireNonNull(request.password()))
                .map(hash -> new Registration(request.emailAddress(), request.profile(), hash, invitation))
                .chain(wanted -> idempotency.once(
                        NOBODY, idempotencyKey, fingerprints.of(request), () -> register(wanted, from))));
    }

    private Uni<Response> register(Registration wanted, Client from) {
        return registering.register(wanted, from).replaceWith(RegistrationResource::accepted);
    }

    @POST
    @Path("/verify-email")
    @Operation(summary = "Confirm an e-mail address, or one side of a change of address, with a mailed link's token")
    @APIResponse(responseCode = "204", description = "Confirmed")
    @APIResponse(responseCode = "400", description = "link-invalid: unknown, used or expired")
    public Uni<Response> verify(VerifyRequest request) {
        OpaqueToken token =
                OpaqueToken.parse(request.token()).orElseThrow(() -> Rejected.because(AccountSlugs.LINK_INVALID));
        Client from = client.get();
        return moving.confirm(token)
                .chain(moved -> moved ? Uni.createFrom().voidItem() : verifying.verify(token, from))
                .replaceWith(() -> Response.noContent().build());
    }

    @POST
    @Path("/verify-email/resend")
    @Operation(summary = "Ask for another link; the answer is the same for every address")
    @APIResponse(responseCode = "202", description = "Noted")
    @APIResponse(responseCode = "400", description = "invalid-request")
    public Uni<Response> resend(EmailRequest request) {
        return requesting.toVerify(request.emailAddress()).replaceWith(RegistrationResource::accepted);
    }

    private static Response accepted() {
        return Response.accepted().build();
    }
}
