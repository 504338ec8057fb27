package org.tallybook.tracker.log.domain;

import java.time.Instant;

/**
 * What the user wants to be told later.
 *
 * @param message 1 to 500 code points
 * @param at may be past: then it is late, not invalid
 */
public record Reminder(String message, Instant at) {}
