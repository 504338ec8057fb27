package org.tallybook.auth.pat;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.pat.domain.PersonalToken;
import org.tallybook.auth.pat.domain.PersonalTokenId;
import org.tallybook.auth.pat.domain.TokenText;
import org.tallybook.kit.page.Cursor;

/** All personal access tokens. Needs a session of the database; writes need a transaction. */
public interface PersonalTokens {

    Uni<Void> add(PersonalToken token, TokenText text);

    Uni<Optional<PersonalToken>> find(UserId owner, PersonalTokenId id);

    Uni<Optional<PersonalToken>> withText(TokenText text);

    /** How many of a user's tokens have not expired. */
    Uni<Long> countLive(UserId owner, Instant now);

    /** The tokens of a user, the newest first, the recently expired among them. */
    Uni<List<PersonalToken>> page(UserId owner, Optional<Cursor> after, int atMost);

    /** Notes a use; says whether the token was still there. */
    Uni<Boolean> use(PersonalTokenId id, Instant now);

    Uni<Void> remove(PersonalTokenId id);
}
