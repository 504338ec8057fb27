package org.tallybook.report.projection.domain;

import org.jspecify.annotations.Nullable;

/** What a text must be to be stored. */
final class Text {

    private Text() {}

    static void require(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(field + " is missing");
        }
        requireStorable(field, text);
    }

    /** PostgreSQL stores no NUL. */
    static void requireStorable(String field, @Nullable String text) {
        if (text != null && text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(field + " contains NUL");
        }
    }
}
