package org.tallybook.tracker.log.domain;

import java.util.Optional;
import java.util.Set;

/**
 * How the user felt.
 *
 * @param name one of the built-in names
 */
public record Emotion(String name) {

    private static final Set<String> BUILT_IN = Set.of(
            "HAPPY",
            "CALM",
            "GRATEFUL",
            "EXCITED",
            "PROUD",
            "NEUTRAL",
            "TIRED",
            "BORED",
            "STRESSED",
            "ANXIOUS",
            "SAD",
            "ANGRY");

    /** The emotion of that exact name, if there is one. */
    public static Optional<Emotion> named(String name) {
        return BUILT_IN.contains(name) ? Optional.of(new Emotion(name)) : Optional.empty();
    }
}
