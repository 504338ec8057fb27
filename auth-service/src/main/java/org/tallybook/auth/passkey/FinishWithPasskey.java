package org.tallybook.auth.passkey;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.mfa.FinishSecondStep;
import org.tallybook.auth.passkey.domain.Assertion;
import org.tallybook.auth.session.SignedIn;
import org.tallybook.kit.problem.Rejected;

/** Finishes a sign-in by showing a passkey as the second factor. */
@ApplicationScoped
public class FinishWithPasskey {

    private final Ceremonies ceremonies;
    private final CheckAssertion checking;
    private final FinishSecondStep finishing;
    private final Passkeys passkeys;
    private final Clock clock;

    FinishWithPasskey(
            Ceremonies ceremonies,
            CheckAssertion checking,
            FinishSecondStep finishing,
            Passkeys passkeys,
            Clock clock) {
        this.ceremonies = ceremonies;
        this.checking = checking;
        this.finishing = finishing;
        this.passkeys = passkeys;
        this.clock = clock;
    }

    /** Fails with {@link Rejected} as {@link FinishSecondStep#finish} does; a bad passkey counts as a wrong code. */
    public Uni<SignedIn> finish(FinishSecondStep.Command command, Assertion assertion) {
        return checking.check(assertion, ceremonies.secondStepOf(command.token()), command.client())
                .chain(signed -> finishing.finish(command, (owner, client) -> spend(owner, signed)));
    }

    private Uni<Boolean> spend(Identity owner, Optional<CheckAssertion.Signed> signed) {
        return signed.filter(one -> one.passkey().user().equals(owner.id()))
                .map(one -> passkeys.count(one.passkey().id(), one.signCount(), clock.instant()))
                .orElseGet(() -> Uni.createFrom().item(false));
    }
}
