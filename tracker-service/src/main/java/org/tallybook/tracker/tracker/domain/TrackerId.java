package org.tallybook.tracker.tracker.domain;

import java.util.UUID;

/** Names a tracker; unique over all users. */
public record TrackerId(UUID value) {}
