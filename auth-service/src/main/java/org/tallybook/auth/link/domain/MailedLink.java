package org.tallybook.auth.link.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.credential.domain.PasswordHash;
import org.tallybook.auth.identity.domain.UserId;

/**
 * A link that proves that somebody reads the mail of an address. Used at most once.
 *
 * @param password the password that the link puts in force: that of the registration which caused the mail. So whoever
 *     registered somebody else's address before them gains nothing when the owner follows the link of their own
 *     registration.
 */
public record MailedLink(
        UUID id, UserId user, LinkPurpose purpose, @Nullable PasswordHash password, Instant createdAt) {}
