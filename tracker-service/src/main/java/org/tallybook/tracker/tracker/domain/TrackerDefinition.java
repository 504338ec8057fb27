package org.tallybook.tracker.tracker.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallybook.tracker.field.NameKey;

/**
 * What the user decides about a tracker; valid by construction through {@link TrackerDraft}.
 *
 * @param name 1 to 100 code points, unique per user without regard to case
 * @param whatToTrack present for {@link TrackerType#NUMERIC}, absent for {@link TrackerType#NOTE}
 * @param unit present exactly for {@link TrackerType#NUMERIC}
 * @param tags in the user's order, no two equal without regard to case
 * @param choices in the user's order, no two equal without regard to case; none exactly for types other than
 *     {@link TrackerType#CHOICE}
 * @param scale present exactly for {@link TrackerType#RATING}
 */
public record TrackerDefinition(
        String name,
        @Nullable String description,
        TrackerType type,
        @Nullable String whatToTrack,
        @Nullable String unit,
        @Nullable String color,
        @Nullable String icon,
        List<String> tags,
        List<String> choices,
        @Nullable RatingScale scale,
        Plan plan,
        boolean archived) {

    public TrackerDefinition {
        tags = List.copyOf(tags);
        choices = List.copyOf(choices);
    }

    /** Equal for names that a person takes for the same. */
    public String nameKey() {
        return NameKey.of(name);
    }
}
