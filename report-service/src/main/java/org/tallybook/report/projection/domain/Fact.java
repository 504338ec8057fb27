package org.tallybook.report.projection.domain;

import java.util.UUID;

/** What one event tells us. Entities carry their whole state and a version; the newest version wins, whenever it comes. */
public sealed interface Fact permits UserFact, TrackerFact, LogFact, LoginFact, Erasure, Fact.None {

    /** Whose fact it is. */
    UUID userId();

    /** An event that is part of the stream, so that its sequence number counts, but of no fact. */
    record None(UUID userId) implements Fact {}
}
