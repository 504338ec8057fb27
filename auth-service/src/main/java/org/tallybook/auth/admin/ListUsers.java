package org.tallybook.auth.admin;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tallybook.auth.identity.Identities;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.identity.domain.UserState;
import org.tallybook.kit.page.Cursor;
import org.tallybook.kit.page.Page;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/** Shows administrators who has an account. */
@ApplicationScoped
public class ListUsers {

    private final Identities identities;

    ListUsers(Identities identities) {
        this.identities = identities;
    }

    /** @param beginning of the username or the address, in any case; empty for everybody. @param only empty for all states */
    @WithSession
    public Uni<Page<Identity>> list(String beginning, Optional<UserState> only, Optional<Cursor> after, int limit) {
        return identities
                .page(beginning, only, after, limit + 1)
                .map(rows -> Page.of(
                        rows, limit, row -> new Cursor(row.createdAt(), row.id().value())));
    }

    /** Fails with {@link Rejected} {@code not-found}. */
    @WithSession
    public Uni<Identity> one(UserId user) {
        return identities.find(user).map(found -> found.orElseThrow(() -> Rejected.because(KitSlugs.NOT_FOUND)));
    }
}
