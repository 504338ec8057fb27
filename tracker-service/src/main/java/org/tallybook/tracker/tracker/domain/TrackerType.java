package org.tallybook.tracker.tracker.domain;

import java.util.Arrays;
import java.util.Optional;

/** What the logs of a tracker hold. Fixed when the tracker is created. */
public enum TrackerType {
    /** Text. */
    NOTE,
    /** A decimal of something, in a unit. */
    NUMERIC,
    /** Yes or no. */
    BOOLEAN,
    /** How long something took. */
    DURATION,
    /** One of the tracker's choices. */
    CHOICE,
    /** A whole number on the tracker's scale. */
    RATING;

    /** The type of that exact name. */
    public static Optional<TrackerType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }
}
