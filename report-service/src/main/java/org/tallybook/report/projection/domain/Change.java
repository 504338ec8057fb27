package org.tallybook.report.projection.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * One understood event: where it stands in the stream, and what it says.
 *
 * @param source the producing service
 * @param sequence its place in the gapless stream of (source, user), from 1
 * @param at when it happened
 */
public record Change(UUID userId, String source, long sequence, Instant at, Fact fact) {}
