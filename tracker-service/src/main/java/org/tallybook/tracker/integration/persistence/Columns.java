package org.tallybook.tracker.integration.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAccessor;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tallybook.tracker.integration.domain.Integration;
import org.tallybook.tracker.integration.domain.IntegrationState;
import org.tallybook.tracker.integration.domain.PauseReason;
import org.tallybook.tracker.integration.domain.Standing;
import org.tallybook.tracker.tracker.domain.TrackerId;

/** How an integration stands in its table, read by name: both by Hibernate's session and by the pool. */
final class Columns {

    static final String ALL =
            "user_id, kind, tracker_id, zone_id, since, heard_until, state, pause_reason, run, failures, next_run_at,"
                    + " last_run_at, last_problem";

    private Columns() {}

    static Integration integration(Function<String, @Nullable Object> column) {
        return new Integration(
                (UUID) required(column, "user_id"),
                (String) required(column, "kind"),
                new TrackerId((UUID) required(column, "tracker_id")),
                ZoneId.of((String) required(column, "zone_id")),
                instant(required(column, "since")),
                instant(required(column, "heard_until")),
                standing(column));
    }

    private static Standing standing(Function<String, @Nullable Object> column) {
        Object reason = column.apply("pause_reason");
        Object lastRun = column.apply("last_run_at");
        return new Standing(
                IntegrationState.valueOf((String) required(column, "state")),
                reason == null ? null : PauseReason.valueOf((String) reason),
                ((Number) required(column, "run")).longValue(),
                ((Number) required(column, "failures")).intValue(),
                instant(required(column, "next_run_at")),
                lastRun == null ? null : instant(lastRun),
                (String) column.apply("last_problem"));
    }

    static OffsetDateTime moment(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    static Instant instant(Object moment) {
        return Instant.from((TemporalAccessor) moment);
    }

    private static Object required(Function<String, @Nullable Object> column, String name) {
        Object value = column.apply(name);
        if (value == null) {
            throw new IllegalStateException("column " + name + " is null");
        }
        return value;
    }
}
