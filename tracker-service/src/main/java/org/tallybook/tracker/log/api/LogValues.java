package org.tallybook.tracker.log.api;

import org.jspecify.annotations.Nullable;
import org.tallybook.tracker.log.domain.LogValue;

/** Values as JSON has them: a number, a string, or null. */
final class LogValues {

    private LogValues() {}

    static @Nullable Object toJson(@Nullable LogValue value) {
        if (value instanceof LogValue.Amount amount) {
            return amount.number();
        }
        return value instanceof LogValue.Note note ? note.text() : null;
    }
}
