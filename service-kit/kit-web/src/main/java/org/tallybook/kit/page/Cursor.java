package org.tallybook.kit.page;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/**
 * The place after a row of a list that is sorted by an instant and then by id. Opaque to clients; a forged one can only
 * move within the caller's own rows, because every query is bound to the owner.
 *
 * @param at the row's instant
 * @param id the row's id
 */
public record Cursor(Instant at, UUID id) {

    private static final int LONGEST = 120;

    public String encoded() {
        String text = at + "|" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param encoded the {@code cursor} parameter, null for the first page
     * @throws Rejected {@code invalid-cursor}
     */
    public static Optional<Cursor> parse(@Nullable String encoded) {
        if (encoded == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(decode(encoded));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw Rejected.because(KitSlugs.INVALID_CURSOR);
        }
    }

    private static Cursor decode(String encoded) {
        if (encoded.length() > LONGEST) {
            throw new IllegalArgumentException("too long");
        }
        String text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
        int bar = text.indexOf('|');
        if (bar < 0) {
            throw new IllegalArgumentException("no key");
        }
        return new Cursor(within(Instant.parse(text.substring(0, bar))), UUID.fromString(text.substring(bar + 1)));
    }

    /** PostgreSQL's timestamps end where Java's instants go on; a cursor outside them is forged. */
    private static Instant within(Instant at) {
        if (at.isBefore(Instant.parse("0001-01-01T00:00:00Z")) || at.isAfter(Instant.parse("9999-12-31T23:59:59Z"))) {
            throw new IllegalArgumentException("out of range");
        }
        return at;
    }
}
