package org.tallybook.report.monthly.document;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tallybook.report.monthly.MonthlyReport;
import org.tallybook.report.monthly.document.ReportView.Labels;
import org.tallybook.report.monthly.document.ReportView.TrackerSection;
import org.tallybook.report.monthly.domain.DayFigures;
import org.tallybook.report.monthly.domain.Headline;
import org.tallybook.report.monthly.domain.MonthlySummary;
import org.tallybook.report.monthly.domain.TrackerMonth;

/** Puts a report into the reader's words: the one model that HTML and PDF are made from. */
public final class ReportViews {

    private final MonthlyReport report;
    private final MonthlySummary summary;
    private final Words words;

    private ReportViews(MonthlyReport report) {
        this.report = report;
        this.summary = report.summary();
        this.words = Words.in(report.profile().locale());
    }

    public static ReportView of(MonthlyReport report) {
        return new ReportViews(report).view();
    }

    private ReportView view() {
        return new ReportView(
                words.locale().toLanguageTag(),
                words.month(summary.month()),
                subtitle(),
                preview(),
                lead(),
                new Cards(summary, words).all(),
                new Highlights(summary, words).all(),
                calendars().of(words.text("activity.caption"), days()),
                sections(),
                EmotionRing.of(summary.emotions(), words).orElse(null),
                labels());
    }

    private String subtitle() {
        String zone = summary.span().zone().getId().replace('_', ' ');
        return report.profile()
                .username()
                .map(name -> words.text("subtitle.named", words.clean(name), zone))
                .orElseGet(() -> words.text("subtitle", zone));
    }

    private @Nullable String preview() {
        LocalDate today = report.lastDay();
        return report.isClosed() ? null : words.text("preview", words.longDay(today));
    }

    private String lead() {
        Headline headline = summary.headline();
        if (headline.logCount() == 0) {
            return words.text(report.isClosed() ? "lead.nothing" : "lead.nothing-yet");
        }
        return words.text("lead", headline.activeDays(), daysSoFar());
    }

    /** Days up to today, or up to the last entry: a log may be dated ahead. */
    private int daysSoFar() {
        return Stream.concat(Stream.of(report.lastDay()), days().stream().map(DayFigures::day))
                .mapToInt(LocalDate::getDayOfMonth)
                .max()
                .orElseThrow();
    }

    /** The month over all trackers. */
    private List<DayFigures> days() {
        Map<LocalDate, List<DayFigures>> byDay = summary.trackers().stream()
                .map(TrackerMonth::days)
                .flatMap(Collection::stream)
                .collect(Collectors.groupingBy(DayFigures::day, TreeMap::new, Collectors.toList()));
        return byDay.values().stream().map(DayFigures::together).toList();
    }

    private List<TrackerSection> sections() {
        List<TrackerMonth> used = summary.trackers().stream()
                .filter(tracker -> tracker.logCount() > 0)
                .toList();
        var sections = new TrackerSections(summary, calendars(), words);
        return IntStream.range(0, used.size())
                .mapToObj(position -> sections.of(used.get(position), position))
                .toList();
    }

    private Calendars calendars() {
        return new Calendars(summary.month(), report.lastDay(), words);
    }

    private Labels labels() {
        YearMonth month = summary.month();
        return new Labels(
                words.text("highlights"),
                words.text("activity"),
                words.text("trackers"),
                words.text("emotions"),
                words.text("emotion"),
                words.text("times"),
                words.text("share"),
                words.text("notes"),
                words.text("less"),
                words.text("more"),
                words.text("skipped"),
                words.text("footer", words.month(month)));
    }
}
