package org.tallybook.tracker.log.domain;

import java.util.UUID;

/** Names a log; unique over all users. */
public record LogId(UUID value) {}
