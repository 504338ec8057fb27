package org.tallybook.auth.account;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tallybook.auth.credential.PasswordHashing;
import org.tallybook.auth.credential.PasswordPolicy;
import org.tallybook.auth.credential.domain.PasswordRules;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.session.SecondStep;
import org.tallybook.kit.problem.Rejected;

/** Lets a user choose a password that is good enough for what else the account is guarded by. */
@ApplicationScoped
class RequireGoodPassword {

    private static final String FIELD = "newPassword";

    private final SecondStep secondStep;
    private final PasswordPolicy policy;
    private final PasswordHashing hashing;

    RequireGoodPassword(SecondStep secondStep, PasswordPolicy policy, PasswordHashing hashing) {
        this.secondStep = secondStep;
        this.policy = policy;
        this.hashing = hashing;
    }

    /** Fails with {@link Rejected} {@code invalid-request} naming {@code newPassword}. */
    Uni<Void> of(Identity owner, String password) {
        return hasSecondFactor(owner.id())
                .invoke(has -> policy.require(FIELD, password, owner, has))
                .replaceWithVoid();
    }

    /** Takes its time; only for a password that was found good. */
    Uni<NewPassword> hash(String password) {
        return hashing.hash(password).map(hash -> new NewPassword(hash, PasswordRules.isShort(password)));
    }

    @WithSession
    public Uni<Boolean> hasSecondFactor(UserId user) {
        return secondStep.isAskedOf(user);
    }
}
