package org.tallybook.report.monthly.domain;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Who a report is for.
 *
 * @param username empty until the profile has arrived
 * @param confirmedEmail an address that the user proved to own, of an account that is not locked
 */
public record Profile(
        UUID userId, ZoneId zone, Locale locale, Optional<String> username, Optional<String> confirmedEmail) {}
