package org.tallybook.auth.link.domain;

import java.time.Duration;

/** What a mailed link is good for, and for how long. */
public enum LinkPurpose {
    VERIFY_EMAIL(Duration.ofHours(1)),
    RESET_PASSWORD(Duration.ofMinutes(10)),
    CONFIRM_MOVE_FROM(Duration.ofHours(1)),
    CONFIRM_MOVE_TO(Duration.ofHours(1));

    private final Duration life;

    LinkPurpose(Duration life) {
        this.life = life;
    }

    /** Counted from the moment the mail is handed to the mail server. */
    public Duration life() {
        return life;
    }
}
