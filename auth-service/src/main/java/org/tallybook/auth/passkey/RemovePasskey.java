package org.tallybook.auth.passkey;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.mail.domain.MailKind;
import org.tallybook.auth.mfa.FactorNotices;
import org.tallybook.auth.mfa.FactorOwners;
import org.tallybook.auth.mfa.LastFactor;
import org.tallybook.auth.passkey.domain.PasskeyId;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/** Removes a passkey of the user's own, and with the last second factor the recovery codes. */
@ApplicationScoped
public class RemovePasskey {

    private final FactorOwners owners;
    private final Passkeys passkeys;
    private final LastFactor last;
    private final FactorNotices notices;

    RemovePasskey(FactorOwners owners, Passkeys passkeys, LastFactor last, FactorNotices notices) {
        this.owners = owners;
        this.passkeys = passkeys;
        this.last = last;
        this.notices = notices;
    }

    /** Fails with {@link Rejected} {@code not-found}. */
    @WithTransaction
    public Uni<Void> remove(UserId user, PasskeyId id, Client client) {
        return owners.lock(user)
                .call(() -> passkeys.remove(user, id).invoke(RemovePasskey::requireThere))
                .call(() -> last.cleanUp(user))
                .chain(owner -> tell(owner, id, client));
    }

    private Uni<Void> tell(Identity owner, PasskeyId id, Client client) {
        return notices.tell(owner, AuditAction.PASSKEY_REMOVED, MailKind.PASSKEY_REMOVED, client, id.toString());
    }

    private static void requireThere(boolean removed) {
        if (!removed) {
            throw Rejected.because(KitSlugs.NOT_FOUND);
        }
    }
}
