package org.tallybook.tracker.log.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tallybook.tracker.emotion.domain.Emotion;

/**
 * What holds for a log that does not say otherwise.
 *
 * @param occurredAt the present for a new log, the stored instant for a change
 * @param zone the user's for a new log, the stored zone for a change
 * @param now the present, which no log may be much later than
 * @param value the stored value for a change, null for a new log or one without a value
 * @param emotion the stored emotion for a change, null for a new log or one without an emotion
 * @param recognised the user's own emotion that the draft names, empty if it names none of them
 */
public record LogDefaults(
        Instant occurredAt,
        ZoneId zone,
        Instant now,
        @Nullable LogValue value,
        @Nullable Emotion emotion,
        Optional<Emotion> recognised) {

    private static final Set<String> REGIONS = ZoneId.getAvailableZoneIds();

    /** For a new log. A user whose zone is a bare offset gets UTC, because consumers expect a region. */
    public static LogDefaults ofNew(ZoneId zone, Instant now) {
        return new LogDefaults(
                now, isRegion(zone.getId()) ? zone : ZoneId.of("UTC"), now, null, null, Optional.empty());
    }

    /** For the change of a log. */
    public static LogDefaults of(LogEntry stored, Instant now) {
        LogContent content = stored.content();
        return new LogDefaults(
                content.occurredAt(), content.zone(), now, content.value(), content.emotion(), Optional.empty());
    }

    /** With what the draft's emotion was recognised as. */
    public LogDefaults recognising(Optional<Emotion> own) {
        return new LogDefaults(occurredAt, zone, now, value, emotion, own);
    }

    /** Whether the text names a region of the IANA database, rather than an offset such as {@code +02:00}. */
    static boolean isRegion(String zoneId) {
        return REGIONS.contains(zoneId);
    }
}
