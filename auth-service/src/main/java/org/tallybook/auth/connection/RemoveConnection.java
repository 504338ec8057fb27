package org.tallybook.auth.connection;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.tallybook.auth.audit.Audit;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.connection.domain.ConnectionId;
import org.tallybook.auth.connection.domain.LinkedAccount;
import org.tallybook.auth.credential.Credentials;
import org.tallybook.auth.credential.domain.PasswordHash;
import org.tallybook.auth.identity.Identities;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.mail.MailOutbox;
import org.tallybook.auth.mail.domain.MailKind;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/** Removes the link with an account elsewhere, and what was granted. Never the last way to sign in. */
@ApplicationScoped
public class RemoveConnection {

    private final LinkedAccounts accounts;
    private final Credentials credentials;
    private final Identities identities;
    private final MailOutbox mails;
    private final Audit audit;
    private final Outbox outbox;

    RemoveConnection(
            LinkedAccounts accounts,
            Credentials credentials,
            Identities identities,
            MailOutbox mails,
            Audit audit,
            Outbox outbox) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.identities = identities;
        this.mails = mails;
        this.audit = audit;
        this.outbox = outbox;
    }

    /** Fails with {@link Rejected} {@code not-found} or {@code last-sign-in}. */
    @WithTransaction
    public Uni<Void> remove(UserId user, ConnectionId id, Client client) {
        return outbox.lock(user.value())
                .chain(() -> accounts.ofUser(user))
                .call(all -> requireAnotherWayIn(user, all, id))
                .map(all -> the(all, id))
                .call(account -> accounts.remove(id))
                .call(account -> audit.note(user, AuditAction.ACCOUNT_UNLINKED, client, account.provider()))
                .chain(account -> identities.find(user).chain(owner -> tell(owner.orElseThrow(), account.provider())));
    }

    /** A password, or another account elsewhere: two removals at once take turns, so one of them is the last. */
    private Uni<Void> requireAnotherWayIn(UserId user, List<LinkedAccount> all, ConnectionId id) {
        the(all, id);
        return all.size() > 1
                ? Uni.createFrom().voidItem()
                : credentials
                        .find(user)
                        .invoke(RemoveConnection::requirePassword)
                        .replaceWithVoid();
    }

    private static void requirePassword(Optional<PasswordHash> password) {
        if (password.isEmpty()) {
            throw Rejected.because(ConnectionSlugs.LAST_SIGN_IN);
        }
    }

    private static LinkedAccount the(List<LinkedAccount> all, ConnectionId id) {
        return all.stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Rejected.because(KitSlugs.NOT_FOUND));
    }

    private Uni<Void> tell(Identity owner, String provider) {
        return mails.add(
                MailKind.ACCOUNT_UNLINKED, owner.email(), owner.profile().locale(), null, provider);
    }
}
