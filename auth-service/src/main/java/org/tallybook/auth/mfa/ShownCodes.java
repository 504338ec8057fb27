package org.tallybook.auth.mfa;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.mail.domain.MailKind;
import org.tallybook.auth.mfa.domain.RecoveryCode;
import org.tallybook.auth.mfa.domain.Totp;
import org.tallybook.auth.peer.domain.Client;

/** Codes that are typed: an authenticator app's, or a recovery code. */
@ApplicationScoped
public class ShownCodes {

    private final Totps totps;
    private final RecoveryCodes recoveryCodes;
    private final FactorNotices notices;
    private final Clock clock;

    ShownCodes(Totps totps, RecoveryCodes recoveryCodes, FactorNotices notices, Clock clock) {
        this.totps = totps;
        this.recoveryCodes = recoveryCodes;
        this.notices = notices;
        this.clock = clock;
    }

    /** The two kinds cannot be mistaken for each other: they differ in length. */
    public ShownFactor of(String code) {
        return (owner, client) -> RecoveryCode.parse(code)
                .map(recovery -> spend(owner, recovery, client))
                .orElseGet(() -> spend(owner.id(), code.trim()));
    }

    private Uni<Boolean> spend(UserId user, String code) {
        return totps.find(user).chain(found -> spend(user, found, code));
    }

    private Uni<Boolean> spend(UserId user, Optional<Totp> found, String code) {
        Instant now = clock.instant();
        return found.filter(Totp::isOn)
                .flatMap(totp -> TotpCodes.stepOf(totp.secret(), code, now))
                .map(step -> totps.spend(user, step))
                .orElseGet(() -> Uni.createFrom().item(false));
    }

    private Uni<Boolean> spend(Identity owner, RecoveryCode code, Client client) {
        return recoveryCodes
                .spend(owner.id(), code, clock.instant())
                .call(spent -> spent ? tell(owner, client) : Uni.createFrom().voidItem());
    }

    private Uni<Void> tell(Identity owner, Client client) {
        return notices.tell(owner, AuditAction.RECOVERY_CODE_USED, MailKind.RECOVERY_CODE_USED, client, null);
    }
}
