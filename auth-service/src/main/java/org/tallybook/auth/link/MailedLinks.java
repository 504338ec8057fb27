package org.tallybook.auth.link;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.link.domain.LinkPurpose;
import org.tallybook.auth.link.domain.MailedLink;
import org.tallybook.auth.secret.OpaqueToken;

/** All links that were mailed. Needs a session; writes need a transaction. */
public interface MailedLinks {

    Uni<Void> add(MailedLink link);

    /** Whose link it is, while it can still be used; changes nothing. */
    Uni<Optional<UserId>> ownerOf(OpaqueToken token, LinkPurpose purpose, Instant now);

    /** Uses a link up: of any number of callers at once exactly one gets it. Empty if used, expired or never made. */
    Uni<Optional<MailedLink>> consume(OpaqueToken token, LinkPurpose purpose, Instant now);

    /** Starts the life of a link when its mail leaves; false if it is gone or was used. */
    Uni<Boolean> startLife(UUID id, Instant now);

    /** How many links of a kind were made for a user since an instant. */
    Uni<Long> countSince(UserId user, LinkPurpose purpose, Instant since);

    /** Makes every unused link of that kind worthless. */
    Uni<Void> revoke(UserId user, LinkPurpose purpose);

    /** Makes every unused link of a user worthless, and with it the mails that still wait to carry one. */
    Uni<Void> revokeAll(UserId user);
}
