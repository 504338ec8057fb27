package org.tallybook.tracker.log;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.tallybook.kit.page.Cursor;
import org.tallybook.tracker.emotion.domain.Emotion;
import org.tallybook.tracker.tracker.domain.Tracker;
import org.tallybook.tracker.tracker.domain.TrackerId;

/**
 * Which logs of a user are asked for; what is empty does not narrow.
 *
 * @param from first local day
 * @param to last local day
 * @param text occurs in the note or the description, without regard to case
 * @param after where the page starts
 */
public record LogFilter(
        UUID owner,
        Optional<TrackerId> tracker,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<Emotion> emotion,
        Optional<String> text,
        Optional<Cursor> after) {

    /** Every log of a tracker. */
    public static LogFilter all(Tracker tracker) {
        return new LogFilter(
                tracker.owner(),
                Optional.of(tracker.id()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same logs from another place on. */
    public LogFilter after(Optional<Cursor> cursor) {
        return new LogFilter(owner, tracker, from, to, emotion, text, cursor);
    }

    public LogFilter of(TrackerId one) {
        return new LogFilter(owner, Optional.of(one), from, to, emotion, text, after);
    }
}
