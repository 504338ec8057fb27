package org.tallybook.tracker.log.events;

import java.time.Instant;
import java.util.UUID;

/** The data of {@code log.deleted.v1}. */
record LogDeleted(UUID logId, UUID trackerId, UUID userId, long version, Instant deletedAt) {}
