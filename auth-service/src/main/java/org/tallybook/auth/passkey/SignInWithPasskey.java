package org.tallybook.auth.passkey;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tallybook.auth.guard.LoginGuard;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.passkey.domain.Assertion;
import org.tallybook.auth.session.SignedIn;
import org.tallybook.auth.session.domain.Opening;
import org.tallybook.kit.problem.Rejected;

/**
 * Signs a person in by a passkey alone. It is two factors by itself: the device that holds it, and what the device has
 * verified its user by.
 */
@ApplicationScoped
public class SignInWithPasskey {

    private final Ceremonies ceremonies;
    private final CheckAssertion checking;
    private final OpenByPasskey opening;
    private final LoginGuard guard;

    SignInWithPasskey(Ceremonies ceremonies, CheckAssertion checking, OpenByPasskey opening, LoginGuard guard) {
        this.ceremonies = ceremonies;
        this.checking = checking;
        this.opening = opening;
        this.guard = guard;
    }

    /** Fails with {@link Rejected} {@code passkey-invalid} or {@code account-locked}. */
    public Uni<SignedIn> signIn(Assertion assertion, Opening how) {
        return checking.check(assertion, ceremonies.signIn(), how.client())
                .map(found -> found.orElseThrow(() -> Rejected.because(PasskeySlugs.PASSKEY_INVALID)))
                .chain(signed -> opening.open(signed, how))
                .call(signedIn -> forgive(signedIn.identity()));
    }

    /** Wrong passwords that somebody else has tried keep the owner out no longer. */
    private Uni<Void> forgive(Identity owner) {
        return guard.forgive(owner.email().value(), owner.profile().username().value());
    }
}
