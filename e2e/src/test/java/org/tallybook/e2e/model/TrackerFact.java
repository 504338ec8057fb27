package org.tallybook.e2e.model;

import java.time.Instant;
import java.util.UUID;

/** A tracker as the test knows it. */
public record TrackerFact(UUID id, String name, String type, String unit, Instant createdAt) {}
