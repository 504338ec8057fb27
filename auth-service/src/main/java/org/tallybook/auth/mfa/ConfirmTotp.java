package org.tallybook.auth.mfa;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.mail.domain.MailKind;
import org.tallybook.auth.mfa.domain.RecoveryCode;
import org.tallybook.auth.mfa.domain.Totp;
import org.tallybook.auth.mfa.domain.TotpStep;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.Rejected;

/** Turns an authenticator app on with its first code, so that nobody is locked out by a badly scanned secret. */
@ApplicationScoped
public class ConfirmTotp {

    private static final String FIELD = "code";

    private final FactorOwners owners;
    private final Totps totps;
    private final RecoveryCodes recoveryCodes;
    private final FreshSecrets fresh;
    private final FactorNotices notices;
    private final MfaConfig config;
    private final Clock clock;

    ConfirmTotp(
            FactorOwners owners,
            Totps totps,
            RecoveryCodes recoveryCodes,
            FreshSecrets fresh,
            FactorNotices notices,
            MfaConfig config,
            Clock clock) {
        this.owners = owners;
        this.totps = totps;
        this.recoveryCodes = recoveryCodes;
        this.fresh = fresh;
        this.notices = notices;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Returns the recovery codes, which are shown this once. Fails with {@link Rejected} {@code totp-not-started},
     * {@code totp-already-on} or, for a wrong code, {@code invalid-request}.
     */
    @WithTransaction
    public Uni<List<RecoveryCode>> confirm(UserId user, String code, Client client) {
        Instant now = clock.instant();
        return owners.lock(user)
                .call(owner ->
                        totps.find(user).map(found -> stepOf(found, code, now)).chain(step -> turnOn(user, step, now)))
                .call(owner -> tell(owner, client))
                .chain(owner -> newCodes(user, now));
    }

    private TotpStep stepOf(Optional<Totp> found, String code, Instant now) {
        Totp totp = found.orElseThrow(() -> Rejected.because(MfaSlugs.TOTP_NOT_STARTED));
        if (totp.isOn()) {
            throw Rejected.because(MfaSlugs.TOTP_ALREADY_ON);
        }
        if (!totp.isWaiting(now, config.enrolment())) {
            throw Rejected.because(MfaSlugs.TOTP_NOT_STARTED);
        }
        return TotpCodes.stepOf(totp.secret(), code.trim(), now)
                .orElseThrow(() -> Rejected.field(FIELD, FieldCode.INVALID_VALUE));
    }

    /** The first code is spent like every other. */
    private Uni<Void> turnOn(UserId user, TotpStep step, Instant now) {
        return totps.turnOn(user, now).chain(() -> totps.spend(user, step)).replaceWithVoid();
    }

    private Uni<Void> tell(Identity owner, Client client) {
        return notices.tell(owner, AuditAction.TOTP_ADDED, MailKind.TOTP_ADDED, client, null);
    }

    private Uni<List<RecoveryCode>> newCodes(UserId user, Instant now) {
        List<RecoveryCode> codes = fresh.recoveryCodes();
        return recoveryCodes.replace(user, codes, now).replaceWith(codes);
    }
}
