package org.tallybook.tracker.tracker.events;

import java.time.Instant;
import java.util.UUID;

/** The data of {@code tracker.deleted.v1}. */
record TrackerDeleted(UUID trackerId, UUID userId, long version, Instant deletedAt) {}
