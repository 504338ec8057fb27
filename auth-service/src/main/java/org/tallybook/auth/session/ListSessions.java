package org.tallybook.auth.session;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.session.domain.Session;
import org.tallybook.kit.page.Cursor;
import org.tallybook.kit.page.Page;

/** Shows users where they are signed in. */
@ApplicationScoped
public class ListSessions {

    private final Sessions sessions;
    private final Clock clock;

    ListSessions(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Live sessions, the newest first. */
    @WithSession
    public Uni<Page<Session>> list(UserId user, Optional<Cursor> after, int limit) {
        return sessions.livePage(user, after, limit + 1, clock.instant())
                .map(rows -> Page.of(
                        rows, limit, row -> new Cursor(row.createdAt(), row.id().value())));
    }
}
