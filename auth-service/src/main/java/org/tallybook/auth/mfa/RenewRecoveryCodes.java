package org.tallybook.auth.mfa;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.mail.domain.MailKind;
import org.tallybook.auth.mfa.domain.Factor;
import org.tallybook.auth.mfa.domain.RecoveryCode;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.kit.problem.Rejected;

/** Makes ten new recovery codes; the old ones are worth nothing any more. */
@ApplicationScoped
public class RenewRecoveryCodes {

    private final FactorOwners owners;
    private final OwnFactors factors;
    private final RecoveryCodes recoveryCodes;
    private final FreshSecrets fresh;
    private final FactorNotices notices;
    private final Clock clock;

    RenewRecoveryCodes(
            FactorOwners owners,
            OwnFactors factors,
            RecoveryCodes recoveryCodes,
            FreshSecrets fresh,
            FactorNotices notices,
            Clock clock) {
        this.owners = owners;
        this.factors = factors;
        this.recoveryCodes = recoveryCodes;
        this.fresh = fresh;
        this.notices = notices;
        this.clock = clock;
    }

    /** Returns the codes, which are shown this once. Fails with {@link Rejected} {@code no-second-factor}. */
    @WithTransaction
    public Uni<List<RecoveryCode>> renew(UserId user, Client client) {
        List<RecoveryCode> codes = fresh.recoveryCodes();
        return owners.lock(user)
                .call(owner -> factors.of(user).invoke(RenewRecoveryCodes::requireOne))
                .call(owner -> recoveryCodes.replace(user, codes, clock.instant()))
                .call(owner -> tell(owner, client))
                .replaceWith(codes);
    }

    private Uni<Void> tell(Identity owner, Client client) {
        return notices.tell(owner, AuditAction.RECOVERY_CODES_RENEWED, MailKind.RECOVERY_CODES_RENEWED, client, null);
    }

    private static void requireOne(Set<Factor> factors) {
        if (factors.isEmpty()) {
            throw Rejected.because(MfaSlugs.NO_SECOND_FACTOR);
        }
    }
}
