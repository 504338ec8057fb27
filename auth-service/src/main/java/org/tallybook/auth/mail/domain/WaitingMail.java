package org.tallybook.auth.mail.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.identity.domain.EmailAddress;

/**
 * A mail between the transaction that wanted it and the mail server that took it. Holds no secret: the token of its
 * link is derived from the link's id when it is sent.
 *
 * @param id also names the mail to its receiver (Message-ID), the same at every attempt
 * @param linkId the link it carries; null for a kind with a link means that whether there is anything to link to is
 *     found out when it is sent, so that asking costs the same for every address
 * @param detail what the text mentions, such as a username
 * @param attempts how often it was tried, this time included
 */
public record WaitingMail(
        UUID id,
        MailKind kind,
        EmailAddress recipient,
        Locale locale,
        @Nullable UUID linkId,
        @Nullable String detail,
        Instant createdAt,
        int attempts) {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final Duration LIFE = Duration.ofDays(1);
    private static final int LAST_DOUBLING = 10;

    /** How long to wait after a failed attempt: 2 s, 4 s, 8 s … 10 min. */
    public Duration pause() {
        Duration doubled = Duration.ofSeconds(1L << Math.min(attempts, LAST_DOUBLING));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /** Whether nobody waits for it any more. */
    public boolean isStale(Instant now) {
        return createdAt.plus(LIFE).isBefore(now);
    }

    /** As it goes to a known user: with a link, in the user's language. */
    public WaitingMail withLink(UUID link, Locale language) {
        return new WaitingMail(id, kind, recipient, language, link, detail, createdAt, attempts);
    }
}
