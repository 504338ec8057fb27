package org.tallybook.tracker.tracker.domain;

import java.util.Arrays;
import java.util.Optional;

/** What the logs of a tracker hold. Fixed when the tracker is created. */
public enum TrackerType {
    /** Text. */
    NOTE,
    /** A decimal of something, in a unit. */
    NUMERIC;

    /** The type of that exact name; empty for those that the contract names and this release does not accept yet. */
    public static Optional<TrackerType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }
}
