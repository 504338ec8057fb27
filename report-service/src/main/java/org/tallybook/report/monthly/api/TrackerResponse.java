package org.tallybook.report.monthly.api;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tallybook.report.monthly.domain.Figures;
import org.tallybook.report.monthly.domain.TrackerMonth;

/**
 * One tracker in a month.
 *
 * @param logCount all logs, skipped ones too
 * @param sum null, like the other figures, when there is no number: "no data" is not zero. Durations are in seconds
 * @param choices how often each was chosen, the most frequent first; empty for trackers without choices
 * @param yesDays days with a yes, {@code noDays} days with nothing but no; null for other types than BOOLEAN
 * @param streak longest run of done days; a skipped or paused day neither breaks nor lengthens it
 * @param goalMet whether the goal was met in every day or week of the month that is over, or in the month so far; null
 *     without a goal and while nothing can be judged
 * @param previous the month before; null if it has no log there
 */
public record TrackerResponse(
        UUID id,
        String name,
        String type,
        @Nullable String unit,
        int logCount,
        int skippedCount,
        @Nullable BigDecimal sum,
        @Nullable BigDecimal mean,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        Map<String, Integer> choices,
        @Nullable Integer yesDays,
        @Nullable Integer noDays,
        int streak,
        @Nullable Boolean goalMet,
        @Nullable Before previous) {

    /** The same tracker a month earlier. */
    public record Before(
            int logCount,
            @Nullable BigDecimal sum,
            @Nullable BigDecimal mean) {

        static Before of(TrackerMonth month) {
            return new Before(
                    month.logCount(),
                    month.figures().map(Figures::sum).orElse(null),
                    month.figures().map(Figures::mean).orElse(null));
        }
    }

    static TrackerResponse of(TrackerMonth month, Optional<TrackerMonth> before) {
        Optional<Figures> figures = month.figures();
        return new TrackerResponse(
                month.tracker().id(),
                month.tracker().name(),
                month.tracker().type(),
                month.tracker().unit(),
                month.logCount(),
                month.skippedCount(),
                figures.map(Figures::sum).orElse(null),
                figures.map(Figures::mean).orElse(null),
                figures.map(Figures::min).orElse(null),
                figures.map(Figures::max).orElse(null),
                month.choices(),
                month.tracker().isAnswer() ? month.yesDays() : null,
                month.tracker().isAnswer() ? month.noDays() : null,
                month.streak(),
                month.goalMet().orElse(null),
                before.map(Before::of).orElse(null));
    }
}
