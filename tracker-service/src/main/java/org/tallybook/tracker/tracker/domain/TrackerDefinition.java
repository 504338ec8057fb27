package org.tallybook.tracker.tracker.domain;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the user decides about a tracker; valid by construction through {@link TrackerDraft}.
 *
 * @param name 1 to 100 code points, unique per user without regard to case
 * @param whatToTrack present exactly for {@link TrackerType#NUMERIC}
 * @param unit present exactly for {@link TrackerType#NUMERIC}
 * @param tags in the user's order, no two equal without regard to case
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
        boolean archived) {

    public TrackerDefinition {
        tags = List.copyOf(tags);
    }

    /** Equal for names that a person takes for the same: composed alike (NFC) and of either case. */
    public String nameKey() {
        return keyOf(name);
    }

    /** Upper case first, so that letters with several lower-case forms (σ and ς) fall together. */
    static String keyOf(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
