package org.tallybook.report.monthly.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tallybook.report.monthly.MonthlyReport;
import org.tallybook.report.monthly.domain.LogEntry;
import org.tallybook.report.monthly.domain.MonthFacts;
import org.tallybook.report.monthly.domain.MonthSpan;
import org.tallybook.report.monthly.domain.MonthlySummary;
import org.tallybook.report.monthly.domain.Plan;
import org.tallybook.report.monthly.domain.Profile;
import org.tallybook.report.monthly.domain.Standing;
import org.tallybook.report.monthly.domain.Tracker;

/** A report of a plausible life, the same in every run; or of one hostile note. */
final class AReport {

    static final YearMonth MONTH = YearMonth.of(2026, 10);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final List<Tracker> trackers = new ArrayList<>();
    private final List<LogEntry> logs = new ArrayList<>();
    private final Random random = new Random(20261001);
    private Locale locale = Locale.ENGLISH;
    private Instant now = Instant.parse("2026-11-05T08:00:00Z");
    private String username = "Ada";

    static AReport empty() {
        return new AReport();
    }

    static AReport ofAFullMonth() {
        AReport report = new AReport();
        report.month(MONTH.minusMonths(1));
        report.month(MONTH);
        return report;
    }

    /** One tracker of each type beside notes and amounts. */
    static AReport ofEveryType() {
        return new AReport()
                .tracker("Meditated", "BOOLEAN", null)
                .log("1", null, 1)
                .log("1", null, 2)
                .log("0", null, 3)
                .skipped(4)
                .tracker("Asleep", "DURATION", null)
                .log("27000", null, 1)
                .log("25200", null, 2)
                .tracker("Tea", "CHOICE", null)
                .log("Grün <b>", null, 1)
                .log("Grün <b>", null, 2)
                .log("Schwarz", null, 2)
                .tracker("Mood", "RATING", null)
                .log("7", "Verträumt", 1)
                .log("8", null, 2);
    }

    AReport in(String tag) {
        locale = Locale.forLanguageTag(tag);
        return this;
    }

    AReport at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    AReport named(String name) {
        username = name;
        return this;
    }

    AReport tracker(String name, String type, @Nullable String unit) {
        trackers.add(new Tracker(
                new UUID(7, trackers.size()),
                name,
                type,
                unit,
                Plan.NONE,
                false,
                MONTH.minusMonths(1).atDay(1).atStartOfDay(BERLIN).toInstant().plusSeconds(trackers.size())));
        return this;
    }

    /** A log of the tracker added last. */
    AReport log(@Nullable String value, @Nullable String emotion, int day) {
        return log(trackers.size() - 1, value, emotion, MONTH.atDay(day), false);
    }

    AReport skipped(int day) {
        return log(trackers.size() - 1, null, null, MONTH.atDay(day), true);
    }

    MonthlyReport build() {
        Instant from = new MonthSpan(MONTH, BERLIN).previous().start();
        var logins = List.of(from.plusSeconds(90_000), from.plusSeconds(3_000_000), from.plusSeconds(4_000_000));
        var facts = new MonthFacts(trackers, logs, logins, from, 212);
        var profile = new Profile(new UUID(1, 1), BERLIN, locale, Optional.of(username), Optional.empty());
        var standing = new Standing(41, Optional.of(now), Map.of("/tracker-service", 120L));
        return new MonthlyReport(
                profile, MonthlySummary.of(facts, MONTH, BERLIN, LocalDate.ofInstant(now, BERLIN)), standing, now);
    }

    private void month(YearMonth month) {
        if (trackers.isEmpty()) {
            tracker("Sleep", "NUMERIC", "h").tracker("Running", "NUMERIC", "km").tracker("Journal", "NOTE", null);
            tracker("Balance of the day", "NUMERIC", "EUR").tracker("Weight", "NUMERIC", "kg");
        }
        String[] feelings = {"CALM", "CALM", "HAPPY", "TIRED", "GRATEFUL", "STRESSED", "CALM", "PROUD", "verwirrt"};
        String[] notes = {
            "A long walk by the river, and the first cold morning of the year.",
            "Called my sister. We laughed about the old car & the <map>.",
            "Finished the draft at last.\nSlept in the afternoon.",
            "Nothing much. Soup, a book, rain on the window."
        };
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            LocalDate date = month.atDay(day);
            if (day != 9 && day != 10 && day != 21) {
                log(0, decimal(6.1 + random.nextDouble() * 2.3), feelings[random.nextInt(9)], date, false);
            }
            if (day % 3 == 0 || day % 7 == 0) {
                log(1, decimal(3 + random.nextDouble() * 9), null, date, day == 21);
            }
            if (random.nextInt(3) > 0) {
                log(
                        2,
                        notes[random.nextInt(4)],
                        random.nextBoolean() ? feelings[random.nextInt(9)] : null,
                        date,
                        false);
            }
            if (day % 2 == 0) {
                log(3, decimal(random.nextDouble() * 90 - 55), null, date, false);
            }
            if (day % 4 == 1) {
                log(4, decimal(71.2 + random.nextDouble()), null, date, false);
            }
        }
    }

    private AReport log(int tracker, @Nullable String value, @Nullable String emotion, LocalDate day, boolean skipped) {
        Instant at = day.atTime(12, 0).atZone(BERLIN).toInstant();
        UUID id = trackers.get(tracker).id();
        logs.add(new LogEntry(
                id,
                skipped || isChoice(tracker) ? null : value,
                isChoice(tracker) ? value : null,
                null,
                emotion,
                skipped,
                day,
                at,
                at));
        return this;
    }

    private boolean isChoice(int tracker) {
        return trackers.get(tracker).type().equals("CHOICE");
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
