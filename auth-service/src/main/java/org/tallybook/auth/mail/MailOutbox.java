package org.tallybook.auth.mail;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.identity.domain.EmailAddress;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.mail.domain.MailKind;
import org.tallybook.auth.mail.domain.WaitingMail;

/**
 * Mails that wait to be sent. {@link #add} belongs to the transaction that causes the mail, so a mail waits if and
 * only if its cause was committed; the others are for the deliverer and run in transactions of their own.
 */
public interface MailOutbox {

    Uni<Void> add(MailKind kind, EmailAddress recipient, Locale locale, @Nullable UUID link, @Nullable String detail);

    /**
     * Drops what waits for a user who is being removed: mails to the address, and those with a link of the user. Before
     * the links are gone, in the caller's transaction.
     */
    Uni<Void> forget(UserId user, EmailAddress address);

    /** Takes up to some mails that are due, for as long as the lease; after that they are due again. */
    Uni<List<WaitingMail>> claim(int atMost, Instant now, Duration lease);

    /** Remembers the link that was made for a mail when its turn came. */
    Uni<Void> attachLink(UUID mail, UUID link);

    Uni<Void> remove(UUID mail);

    /** Makes a mail due again after a failed attempt. */
    Uni<Void> postpone(UUID mail, Instant until, String reason);
}
