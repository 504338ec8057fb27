package org.tallybook.local.demo;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One log of the demo diary, in the demo user's local time.
 *
 * @param value a {@link java.math.BigDecimal}, or the text of a note
 */
record DemoEntry(
        LocalDateTime at,
        Object value,
        String description,
        @Nullable String emotion) {}
