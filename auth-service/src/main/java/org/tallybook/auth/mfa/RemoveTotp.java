package org.tallybook.auth.mfa;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.mail.domain.MailKind;
import org.tallybook.auth.mfa.domain.Totp;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/** Removes an authenticator app, and with the last second factor the recovery codes. */
@ApplicationScoped
public class RemoveTotp {

    private final FactorOwners owners;
    private final Totps totps;
    private final LastFactor last;
    private final FactorNotices notices;

    RemoveTotp(FactorOwners owners, Totps totps, LastFactor last, FactorNotices notices) {
        this.owners = owners;
        this.totps = totps;
        this.last = last;
        this.notices = notices;
    }

    /** Fails with {@link Rejected} {@code not-found} if there is none that is on. */
    @WithTransaction
    public Uni<Void> remove(UserId user, Client client) {
        return owners.lock(user)
                .call(owner -> totps.find(user).invoke(RemoveTotp::requireOn))
                .call(owner -> totps.remove(user))
                .call(owner -> last.cleanUp(user))
                .chain(owner -> tell(owner, client));
    }

    private Uni<Void> tell(Identity owner, Client client) {
        return notices.tell(owner, AuditAction.TOTP_REMOVED, MailKind.TOTP_REMOVED, client, null);
    }

    private static void requireOn(Optional<Totp> found) {
        if (found.filter(Totp::isOn).isEmpty()) {
            throw Rejected.because(KitSlugs.NOT_FOUND);
        }
    }
}
