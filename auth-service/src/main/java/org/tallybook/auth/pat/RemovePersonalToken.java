package org.tallybook.auth.pat;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.tallybook.auth.audit.Audit;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.pat.domain.PersonalToken;
import org.tallybook.auth.pat.domain.PersonalTokenId;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.auth.session.PendingRevocations;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/** The transaction of a deletion. Its access tokens are revoked as those of a session are. */
@ApplicationScoped
class RemovePersonalToken {

    private final PersonalTokens tokens;
    private final PendingRevocations revocations;
    private final Audit audit;
    private final Outbox outbox;
    private final Clock clock;

    RemovePersonalToken(
            PersonalTokens tokens, PendingRevocations revocations, Audit audit, Outbox outbox, Clock clock) {
        this.tokens = tokens;
        this.revocations = revocations;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @return what the services must be told of; fails with {@link Rejected} {@code not-found} */
    @WithTransaction
    public Uni<List<SessionId>> remove(UserId owner, PersonalTokenId id, Client client) {
        List<SessionId> revoked = List.of(new SessionId(id.value()));
        return outbox.lock(owner.value())
                .chain(() -> tokens.find(owner, id))
                .map(found -> found.orElseThrow(() -> Rejected.because(KitSlugs.NOT_FOUND)))
                .call(() -> revocations.addSessions(revoked, clock.instant()))
                .chain(token -> remove(token, client))
                .replaceWith(revoked);
    }

    private Uni<Void> remove(PersonalToken token, Client client) {
        return tokens.remove(token.id())
                .chain(() -> audit.note(token.user(), AuditAction.TOKEN_DELETED, client, token.name()));
    }
}
