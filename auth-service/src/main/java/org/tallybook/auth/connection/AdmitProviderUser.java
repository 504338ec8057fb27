package org.tallybook.auth.connection;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.connection.domain.LinkedAccount;
import org.tallybook.auth.connection.domain.ProviderUser;
import org.tallybook.auth.identity.Identities;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.session.SessionSlugs;
import org.tallybook.auth.session.SignedIn;
import org.tallybook.auth.session.domain.Opening;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.kit.problem.Rejected;

/** Lets in who has proved to be a provider's user: the user it is linked with, or else a new one. */
@ApplicationScoped
class AdmitProviderUser {

    private final LinkedAccounts accounts;
    private final Identities identities;
    private final KeepGrant keeping;
    private final SignUpProviderUser signingUp;
    private final Outbox outbox;

    AdmitProviderUser(
            LinkedAccounts accounts,
            Identities identities,
            KeepGrant keeping,
            SignUpProviderUser signingUp,
            Outbox outbox) {
        this.accounts = accounts;
        this.identities = identities;
        this.keeping = keeping;
        this.signingUp = signingUp;
        this.outbox = outbox;
    }

    /**
     * Who it is.
     *
     * @param signedIn the first session of a new user; null for a known one, who may have to show a second factor
     */
    record Admitted(UserId user, @Nullable SignedIn signedIn) {}

    /** Fails with {@link Rejected} {@code account-locked}, or as {@link SignUpProviderUser} does. */
    @WithTransaction
    public Uni<Admitted> admit(ProviderUser user, Opening how, Newcomer newcomer) {
        return find(user)
                .chain(found -> found.isPresent()
                        ? again(found.get().user(), user)
                        : signingUp
                                .signUp(user, how, newcomer)
                                .map(signedIn ->
                                        new Admitted(signedIn.identity().id(), signedIn)));
    }

    private Uni<Admitted> again(UserId owner, ProviderUser user) {
        return outbox.lock(owner.value())
                .chain(() -> identities.find(owner))
                .invoke(AdmitProviderUser::requireUsable)
                .chain(() -> find(user))
                .map(found -> found.orElseThrow(() -> Rejected.because(ConnectionSlugs.SIGN_IN_INVALID)))
                .chain(known -> keeping.keep(known, user))
                .replaceWith(new Admitted(owner, null));
    }

    private Uni<Optional<LinkedAccount>> find(ProviderUser user) {
        return accounts.of(user.provider(), user.profile().subject());
    }

    private static void requireUsable(Optional<Identity> owner) {
        if (owner.isEmpty()) {
            throw Rejected.because(ConnectionSlugs.SIGN_IN_INVALID);
        }
        if (owner.get().isLocked()) {
            throw Rejected.because(SessionSlugs.ACCOUNT_LOCKED);
        }
    }
}
