package org.tallybook.auth.mfa;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.auth.session.SignedIn;
import org.tallybook.auth.session.domain.SessionMode;
import org.tallybook.kit.problem.Rejected;

/** Finishes a sign-in that waits for its second factor, with a session as the sign-in asked for. */
@ApplicationScoped
public class FinishSecondStep {

    private final JudgeSecondStep judging;

    FinishSecondStep(JudgeSecondStep judging) {
        this.judging = judging;
    }

    /**
     * What came with the second factor.
     *
     * @param mode must be the one the sign-in began with: else a browser could be handed the tokens of a program
     */
    public record Command(OpaqueToken token, SessionMode mode, Client client) {}

    /**
     * Fails with {@link Rejected} {@code mfa-token-invalid}, {@code mfa-failed}, {@code session-mode-not-allowed},
     * {@code account-locked} or {@code too-many-requests}.
     */
    public Uni<SignedIn> finish(Command command, ShownFactor shown) {
        return judging.ownerOf(command.token())
                .map(owner -> owner.orElseThrow(() -> Rejected.because(MfaSlugs.MFA_TOKEN_INVALID)))
                .chain(owner -> judging.judge(owner, command, shown))
                .map(Supplier::get);
    }
}
