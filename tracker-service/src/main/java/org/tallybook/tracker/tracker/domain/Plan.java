package org.tallybook.tracker.tracker.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the user has set out to do with a tracker.
 *
 * @param goal null for none
 * @param schedule null for every day
 * @param pauses in the order of their days, none touching another's days; only the last may be open
 */
public record Plan(@Nullable Goal goal, @Nullable Schedule schedule, List<Pause> pauses) {

    public static final Plan NONE = new Plan(null, null, List.of());

    public Plan {
        pauses = List.copyOf(pauses);
    }
}
