package org.tallybook.auth.passkey;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.mail.domain.MailKind;
import org.tallybook.auth.mfa.FactorNotices;
import org.tallybook.auth.mfa.FactorOwners;
import org.tallybook.auth.passkey.domain.Assertion;
import org.tallybook.auth.passkey.domain.Octets;
import org.tallybook.auth.passkey.domain.Passkey;
import org.tallybook.auth.peer.domain.Client;

/**
 * Checks what a passkey has signed, before a transaction is opened. What it finds good still has to be counted in the
 * transaction that relies on it.
 */
@ApplicationScoped
public class CheckAssertion {

    private static final Logger LOG = Logger.getLogger(CheckAssertion.class);

    private final Ceremonies ceremonies;
    private final Passkeys passkeys;
    private final WebAuthn webAuthn;
    private final FactorOwners owners;
    private final FactorNotices notices;
    private final Vertx vertx;

    CheckAssertion(
            Ceremonies ceremonies,
            Passkeys passkeys,
            WebAuthn webAuthn,
            FactorOwners owners,
            FactorNotices notices,
            Vertx vertx) {
        this.ceremonies = ceremonies;
        this.passkeys = passkeys;
        this.webAuthn = webAuthn;
        this.owners = owners;
        this.notices = notices;
        this.vertx = vertx;
    }

    /** @param signCount its counter as it was signed */
    record Signed(Passkey passkey, long signCount) {}

    /** Empty for an answer that is not one to a question for this purpose, or not one of a passkey that we know. */
    Uni<Optional<Signed>> check(Assertion assertion, String purpose, Client client) {
        return ceremonies
                .finish(assertion.clientData(), purpose)
                .chain(challenge -> challenge.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : known(assertion).chain(found -> verify(assertion, found, challenge.get(), client)));
    }

    @WithSession
    public Uni<Optional<Passkey>> known(Assertion assertion) {
        return passkeys.withCredential(assertion.credentialId())
                .map(found -> found.filter(passkey -> isOwnedAsItSays(assertion, passkey)));
    }

    private boolean isOwnedAsItSays(Assertion assertion, Passkey passkey) {
        Octets handle = assertion.userHandle();
        return handle != null && handle.equals(ceremonies.handleOf(passkey.user()));
    }

    private Uni<Optional<Signed>> verify(
            Assertion assertion, Optional<Passkey> found, Octets challenge, Client client) {
        if (found.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        Passkey passkey = found.get();
        return vertx.executeBlocking(() -> webAuthn.verify(assertion, passkey.key(), challenge), false)
                .chain(verification -> judge(passkey, verification, client));
    }

    private Uni<Optional<Signed>> judge(Passkey passkey, WebAuthn.Verification verification, Client client) {
        return switch (verification.verdict()) {
            case GOOD -> Uni.createFrom().item(Optional.of(new Signed(passkey, verification.signCount())));
            case COPIED -> warn(passkey, client).replaceWith(Optional.empty());
            case BAD -> Uni.createFrom().item(Optional.empty());
        };
    }

    @WithTransaction
    public Uni<Void> warn(Passkey passkey, Client client) {
        LOG.warnf("the counter of a passkey goes backwards: user=%s passkey=%s", passkey.user(), passkey.id());
        return owners.lock(passkey.user())
                .chain(owner -> notices.tell(
                        owner,
                        AuditAction.PASSKEY_REFUSED,
                        MailKind.PASSKEY_COPIED,
                        client,
                        passkey.id().toString()));
    }
}
