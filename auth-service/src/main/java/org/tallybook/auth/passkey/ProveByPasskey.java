package org.tallybook.auth.passkey;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.mfa.FactorOwners;
import org.tallybook.auth.passkey.domain.Assertion;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.auth.session.RecentProof;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.problem.Rejected;

/** Opens a session's sudo window again for a user who shows a passkey. */
@ApplicationScoped
public class ProveByPasskey {

    private final Ceremonies ceremonies;
    private final CheckAssertion checking;
    private final CountAndRenew renewing;

    ProveByPasskey(Ceremonies ceremonies, CheckAssertion checking, CountAndRenew renewing) {
        this.ceremonies = ceremonies;
        this.checking = checking;
        this.renewing = renewing;
    }

    /** Who proves it, and in which session. */
    public record Member(UserId user, SessionId session, Client client) {}

    /** Fails with {@link Rejected} {@code passkey-wrong}, also for a good passkey of somebody else. */
    public Uni<Void> prove(Member member, Assertion assertion) {
        return checking.check(assertion, ceremonies.proofOf(member.session()), member.client())
                .map(found -> found.filter(signed -> signed.passkey().user().equals(member.user()))
                        .orElseThrow(() -> Rejected.because(PasskeySlugs.PASSKEY_WRONG)))
                .chain(signed -> renewing.renew(member, signed));
    }

    /** The transaction of it. */
    @ApplicationScoped
    static class CountAndRenew {

        private final FactorOwners owners;
        private final Passkeys passkeys;
        private final RecentProof proof;
        private final Clock clock;

        CountAndRenew(FactorOwners owners, Passkeys passkeys, RecentProof proof, Clock clock) {
            this.owners = owners;
            this.passkeys = passkeys;
            this.proof = proof;
            this.clock = clock;
        }

        @WithTransaction
        public Uni<Void> renew(Member member, CheckAssertion.Signed signed) {
            return owners.lock(member.user())
                    .chain(() -> passkeys.count(signed.passkey().id(), signed.signCount(), clock.instant()))
                    .invoke(CountAndRenew::requireCounted)
                    .chain(() -> proof.renew(member.session()));
        }

        private static void requireCounted(boolean counted) {
            if (!counted) {
                throw Rejected.because(PasskeySlugs.PASSKEY_WRONG);
            }
        }
    }
}
