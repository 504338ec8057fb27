package org.tallybook.tracker.log.api;

import org.jspecify.annotations.Nullable;
import org.tallybook.tracker.log.domain.LogValue;

/** Values as JSON has them: a number, a truth, a string, or null. */
final class LogValues {

    static final String WRITTEN =
            "By the tracker's type. NUMERIC: a decimal, also as a string. NOTE: a text. BOOLEAN: true"
                    + " or false. DURATION: ISO-8601, h:mm, h:mm:ss, or seconds as a number. CHOICE: one of its choices. RATING:"
                    + " a whole number on its scale. None when SKIPPED.";
    static final String ANSWERED =
            "By the tracker's type. NUMERIC and RATING: a number. NOTE and CHOICE: a text. BOOLEAN:"
                    + " true or false. DURATION: ISO-8601 in hours, minutes and seconds, such as PT7H30M. null when SKIPPED.";

    private LogValues() {}

    static @Nullable Object toJson(@Nullable LogValue value) {
        if (value instanceof LogValue.Amount amount) {
            return amount.number();
        }
        if (value instanceof LogValue.Note note) {
            return note.text();
        }
        if (value instanceof LogValue.Answer answer) {
            return answer.yes();
        }
        if (value instanceof LogValue.Span span) {
            return span.length().toString();
        }
        if (value instanceof LogValue.Choice choice) {
            return choice.name();
        }
        return value instanceof LogValue.Rating rating ? rating.points() : null;
    }
}
