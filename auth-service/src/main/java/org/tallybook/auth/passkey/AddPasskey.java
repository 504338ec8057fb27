package org.tallybook.auth.passkey;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.mail.domain.MailKind;
import org.tallybook.auth.mfa.FactorNotices;
import org.tallybook.auth.mfa.FactorOwners;
import org.tallybook.auth.mfa.FirstFactor;
import org.tallybook.auth.mfa.domain.RecoveryCode;
import org.tallybook.auth.passkey.domain.Passkey;
import org.tallybook.auth.passkey.domain.PasskeyId;
import org.tallybook.auth.passkey.domain.PublicKey;
import org.tallybook.kit.id.Ids;
import org.tallybook.kit.problem.Rejected;

/** The transaction of a registration. */
@ApplicationScoped
public class AddPasskey {

    private final FactorOwners owners;
    private final Passkeys passkeys;
    private final FirstFactor first;
    private final FactorNotices notices;
    private final PasskeyConfig config;
    private final Ids ids;
    private final Clock clock;

    AddPasskey(
            FactorOwners owners,
            Passkeys passkeys,
            FirstFactor first,
            FactorNotices notices,
            PasskeyConfig config,
            Ids ids,
            Clock clock) {
        this.owners = owners;
        this.passkeys = passkeys;
        this.first = first;
        this.notices = notices;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param recoveryCodes shown this once; empty if the user has some */
    public record Added(Passkey passkey, List<RecoveryCode> recoveryCodes) {}

    @WithTransaction
    public Uni<Added> add(RegisterPasskey.Command command, PublicKey key) {
        UserId user = command.user();
        var passkey = new Passkey(new PasskeyId(ids.next()), user, command.name(), key, clock.instant(), null);
        return owners.lock(user)
                .call(() -> passkeys.of(user).invoke(this::requireRoom))
                .call(() -> passkeys.withCredential(key.credentialId()).invoke(AddPasskey::requireFree))
                .call(() -> passkeys.add(passkey))
                .call(owner -> notices.tell(
                        owner, AuditAction.PASSKEY_ADDED, MailKind.PASSKEY_ADDED, command.client(), command.name()))
                .chain(() -> first.equip(user).map(codes -> new Added(passkey, codes)));
    }

    private void requireRoom(List<Passkey> own) {
        if (own.size() >= config.mostPerUser()) {
            throw Rejected.because(PasskeySlugs.TOO_MANY_PASSKEYS);
        }
    }

    private static void requireFree(Optional<Passkey> found) {
        if (found.isPresent()) {
            throw Rejected.because(PasskeySlugs.PASSKEY_TAKEN);
        }
    }
}
