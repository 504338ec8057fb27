package org.tallybook.report.delivery.persistence;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.tallybook.report.preference.domain.MailFormat;

/**
 * A mail that is claimed for one attempt.
 *
 * @param id also makes the Message-ID, so that a receiver can tell a second copy
 * @param format what its receiver prefers now
 * @param attempts how often it was claimed, this time included
 */
public record DueMail(UUID id, UUID userId, YearMonth month, MailFormat format, Instant requestedAt, int attempts) {}
