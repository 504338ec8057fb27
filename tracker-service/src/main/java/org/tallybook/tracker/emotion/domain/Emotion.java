package org.tallybook.tracker.emotion.domain;

import java.util.List;
import java.util.Optional;
import org.tallybook.tracker.field.NameKey;

/**
 * How the user felt. A log keeps the name it was written with: renaming or deleting an emotion of one's own changes no
 * history.
 *
 * @param name one of the built-in names or the name of one of the user's own
 */
public record Emotion(String name) {

    /** In the order they are offered in. */
    public static final List<Emotion> BUILT_IN = List.of(
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
                    "ANGRY")
            .stream()
            .map(Emotion::new)
            .toList();

    /** The built-in emotion of that exact name, if there is one. */
    public static Optional<Emotion> builtIn(String name) {
        return BUILT_IN.stream().filter(emotion -> emotion.name.equals(name)).findFirst();
    }

    /** Whether somebody reading the name would take it for this emotion. */
    public boolean isCalled(String other) {
        return NameKey.of(name).equals(NameKey.of(other));
    }
}
