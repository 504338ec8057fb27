package org.tallybook.tracker.emotion.domain;

import java.util.UUID;

/** Names an emotion of a user's own; unique over all users. */
public record EmotionId(UUID value) {}
