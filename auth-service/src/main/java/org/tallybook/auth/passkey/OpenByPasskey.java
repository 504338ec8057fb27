package org.tallybook.auth.passkey;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.mfa.FactorOwners;
import org.tallybook.auth.session.OpenSession;
import org.tallybook.auth.session.SessionSlugs;
import org.tallybook.auth.session.SignedIn;
import org.tallybook.auth.session.domain.Opening;
import org.tallybook.auth.session.domain.Proof;
import org.tallybook.auth.session.domain.SignInMethod;
import org.tallybook.kit.problem.Rejected;

/** The transaction of a sign-in by passkey. */
@ApplicationScoped
class OpenByPasskey {

    private static final Proof PROOF = new Proof(SignInMethod.PASSKEY, true);

    private final FactorOwners owners;
    private final Passkeys passkeys;
    private final OpenSession opening;
    private final Clock clock;

    OpenByPasskey(FactorOwners owners, Passkeys passkeys, OpenSession opening, Clock clock) {
        this.owners = owners;
        this.passkeys = passkeys;
        this.opening = opening;
        this.clock = clock;
    }

    @WithTransaction
    public Uni<SignedIn> open(CheckAssertion.Signed signed, Opening how) {
        UserId user = signed.passkey().user();
        return owners.lock(user)
                .invoke(OpenByPasskey::requireUnlocked)
                .chain(() -> passkeys.count(signed.passkey().id(), signed.signCount(), clock.instant()))
                .invoke(OpenByPasskey::requireCounted)
                .chain(() -> opening.open(user, how, PROOF));
    }

    private static void requireUnlocked(Identity identity) {
        if (identity.isLocked()) {
            throw Rejected.because(SessionSlugs.ACCOUNT_LOCKED);
        }
    }

    private static void requireCounted(boolean counted) {
        if (!counted) {
            throw Rejected.because(PasskeySlugs.PASSKEY_INVALID);
        }
    }
}
