package org.tallybook.auth.export;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tallybook.auth.audit.Audit;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.auth.session.RecentProof;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.problem.Rejected;

/** Hands users everything that is kept about them; noted, because who has it knows the user's devices and habits. */
@ApplicationScoped
public class ExportAccount {

    private final RecentProof proof;
    private final Audit audit;
    private final AccountData data;

    ExportAccount(RecentProof proof, Audit audit, AccountData data) {
        this.proof = proof;
        this.audit = audit;
        this.data = data;
    }

    /** Before {@link #of}; fails with {@link Rejected} {@code proof-required}. */
    public Uni<UserId> admit(UserId user, SessionId session, Client client) {
        return proof.require(session).chain(() -> note(user, client)).replaceWith(user);
    }

    /** The document, this export's own note included. */
    public Multi<String> of(UserId user) {
        return data.of(user);
    }

    @WithTransaction
    public Uni<Void> note(UserId user, Client client) {
        return audit.note(user, AuditAction.ACCOUNT_EXPORTED, client, null);
    }
}
