package org.tallybook.auth.session.domain;

import java.time.Duration;

/**
 * How long sessions last.
 *
 * @param idle without a sign of life
 * @param absolute at most
 * @param grace how long a spent refresh token still yields the successor it was spent for
 */
public record SessionTerms(Duration idle, Duration absolute, Duration grace) {}
