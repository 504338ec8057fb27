package org.tallybook.auth.pat;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.pat.domain.PersonalToken;
import org.tallybook.kit.page.Cursor;
import org.tallybook.kit.page.Page;

/** Shows users what programs may act for them. */
@ApplicationScoped
public class ListPersonalTokens {

    private final PersonalTokens tokens;

    ListPersonalTokens(PersonalTokens tokens) {
        this.tokens = tokens;
    }

    /** The newest first. */
    @WithSession
    public Uni<Page<PersonalToken>> list(UserId owner, Optional<Cursor> after, int limit) {
        return tokens.page(owner, after, limit + 1)
                .map(rows -> Page.of(
                        rows, limit, row -> new Cursor(row.createdAt(), row.id().value())));
    }
}
