package org.tallybook.report.monthly.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts in the making; what is written without a tracker belongs to the one added last. */
final class Facts {

    private final List<Tracker> trackers = new ArrayList<>();
    private final List<LogEntry> logs = new ArrayList<>();
    private final List<Instant> logins = new ArrayList<>();

    Facts tracker(String name, String createdAt) {
        return tracker(name, "NUMERIC", createdAt);
    }

    Facts tracker(String name, String type, String createdAt) {
        return planned(name, type, Plan.NONE, createdAt);
    }

    Facts planned(String name, String type, Plan plan, String createdAt) {
        trackers.add(new Tracker(UUID.randomUUID(), name, type, null, plan, false, Instant.parse(createdAt)));
        return this;
    }

    Facts archived(String name, String createdAt) {
        trackers.add(new Tracker(UUID.randomUUID(), name, "NUMERIC", null, Plan.NONE, true, Instant.parse(createdAt)));
        return this;
    }

    Facts log(String value, String day) {
        return log(value, null, false, day, day + "T10:00:00Z");
    }

    Facts log(String value, String day, String createdAt) {
        return log(value, null, false, day, createdAt);
    }

    Facts skipped(String day) {
        return log(null, null, true, day, day + "T10:00:00Z");
    }

    Facts feeling(@Nullable String emotion, String day) {
        return log("1", emotion, false, day, day + "T10:00:00Z");
    }

    Facts login(String at) {
        logins.add(Instant.parse(at));
        return this;
    }

    MonthlySummary of(YearMonth month, ZoneId zone) {
        return of(month, zone, month.plusMonths(1).atDay(1));
    }

    MonthlySummary of(YearMonth month, ZoneId zone, LocalDate today) {
        Instant from = new MonthSpan(month, zone).previous().start();
        return MonthlySummary.of(new MonthFacts(trackers, logs, logins, from, 0), month, zone, today);
    }

    Facts chosen(String choice, String day) {
        return log(null, choice, null, false, day, day + "T10:00:00Z");
    }

    private Facts log(@Nullable String value, @Nullable String emotion, boolean skipped, String day, String created) {
        return log(value, null, emotion, skipped, day, created);
    }

    private Facts log(
            @Nullable String value,
            @Nullable String choice,
            @Nullable String emotion,
            boolean skipped,
            String day,
            String created) {
        Instant at = Instant.parse(created);
        UUID tracker = trackers.get(trackers.size() - 1).id();
        logs.add(new LogEntry(tracker, value, choice, null, emotion, skipped, LocalDate.parse(day), at, at));
        return this;
    }
}
