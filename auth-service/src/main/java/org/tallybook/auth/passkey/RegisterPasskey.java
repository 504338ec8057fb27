package org.tallybook.auth.passkey;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.passkey.domain.Attestation;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.Rejected;

/** Gives a user a passkey that a browser has made. */
@ApplicationScoped
public class RegisterPasskey {

    private static final String FIELD = "credential";

    private final Ceremonies ceremonies;
    private final WebAuthn webAuthn;
    private final AddPasskey adding;
    private final Vertx vertx;

    RegisterPasskey(Ceremonies ceremonies, WebAuthn webAuthn, AddPasskey adding, Vertx vertx) {
        this.ceremonies = ceremonies;
        this.webAuthn = webAuthn;
        this.adding = adding;
        this.vertx = vertx;
    }

    /** @param name what the user calls the passkey */
    public record Command(UserId user, String name, Attestation attestation, Client client) {}

    /**
     * Fails with {@link Rejected} {@code passkey-taken}, {@code too-many-passkeys} or, if the browser's answer is not
     * one to the question it was asked, {@code invalid-request}.
     */
    public Uni<AddPasskey.Added> register(Command command) {
        return ceremonies
                .finish(command.attestation().clientData(), ceremonies.registrationOf(command.user()))
                .map(RegisterPasskey::require)
                .chain(challenge ->
                        vertx.executeBlocking(() -> webAuthn.register(command.attestation(), challenge), false))
                .map(RegisterPasskey::require)
                .chain(key -> adding.add(command, key));
    }

    private static <T> T require(Optional<T> found) {
        return found.orElseThrow(() -> Rejected.field(FIELD, FieldCode.INVALID_VALUE));
    }
}
