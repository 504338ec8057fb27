package org.tallybook.report.monthly.persistence;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tallybook.report.monthly.domain.Goal;
import org.tallybook.report.monthly.domain.LogEntry;
import org.tallybook.report.monthly.domain.Plan;
import org.tallybook.report.monthly.domain.Tracker;

/** Turns rows into facts. */
final class Rows {

    private Rows() {}

    static Map<String, Long> watermarks(RowSet<Row> rows) {
        var marks = new HashMap<String, Long>();
        rows.forEach(row -> marks.put(row.getString(0), row.getLong(1)));
        return marks;
    }

    static List<Tracker> trackers(RowSet<Row> rows) {
        return list(
                rows,
                row -> new Tracker(
                        row.getUUID("tracker_id"),
                        row.getString("name"),
                        row.getString("type"),
                        row.getString("unit"),
                        plan(row),
                        row.getBoolean("archived"),
                        instant(row, "created_at")));
    }

    private static Plan plan(Row row) {
        return new Plan(
                Goal.of(row.getString("goal_kind"), row.getBigDecimal("goal_target"), row.getString("goal_period")),
                Arrays.stream(row.getArrayOfStrings("weekdays"))
                        .map(DayOfWeek::valueOf)
                        .collect(Collectors.toSet()),
                Arrays.stream(row.getArrayOfStrings("pauses"))
                        .map(Plan.Pause::parse)
                        .toList());
    }

    static List<LogEntry> logs(RowSet<Row> rows) {
        return list(rows, Rows::log);
    }

    private static LogEntry log(Row row) {
        return new LogEntry(
                row.getUUID("tracker_id"),
                row.getString("value"),
                row.getString("choice"),
                row.getString("description"),
                row.getString("emotion"),
                "SKIPPED".equals(row.getString("status")),
                row.getLocalDate("local_date"),
                instant(row, "occurred_at"),
                instant(row, "created_at"));
    }

    static List<Instant> instants(RowSet<Row> rows) {
        return list(rows, row -> row.getOffsetDateTime(0).toInstant());
    }

    static <T> List<T> list(RowSet<Row> rows, Function<Row, T> mapping) {
        var list = new ArrayList<T>(rows.size());
        rows.forEach(row -> list.add(mapping.apply(row)));
        return list;
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
