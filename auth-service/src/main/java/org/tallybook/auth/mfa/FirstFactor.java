package org.tallybook.auth.mfa;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.mfa.domain.RecoveryCode;

/** Sees to it that nobody has a second factor and no way in without it. Needs the transaction that added one. */
@ApplicationScoped
public class FirstFactor {

    private final RecoveryCodes recoveryCodes;
    private final FreshSecrets fresh;
    private final Clock clock;

    FirstFactor(RecoveryCodes recoveryCodes, FreshSecrets fresh, Clock clock) {
        this.recoveryCodes = recoveryCodes;
        this.fresh = fresh;
        this.clock = clock;
    }

    /** New recovery codes, to be shown this once; none for a user who has some. */
    public Uni<List<RecoveryCode>> equip(UserId user) {
        return recoveryCodes
                .left(user)
                .chain(left -> left > 0 ? Uni.createFrom().item(List.of()) : make(user));
    }

    private Uni<List<RecoveryCode>> make(UserId user) {
        List<RecoveryCode> codes = fresh.recoveryCodes();
        return recoveryCodes.replace(user, codes, clock.instant()).replaceWith(codes);
    }
}
