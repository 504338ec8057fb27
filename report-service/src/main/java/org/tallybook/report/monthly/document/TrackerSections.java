package org.tallybook.report.monthly.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallybook.report.monthly.document.ReportView.Calendar;
import org.tallybook.report.monthly.document.ReportView.Note;
import org.tallybook.report.monthly.document.ReportView.Stat;
import org.tallybook.report.monthly.document.ReportView.TrackerSection;
import org.tallybook.report.monthly.domain.Figures;
import org.tallybook.report.monthly.domain.LogEntry;
import org.tallybook.report.monthly.domain.MonthlySummary;
import org.tallybook.report.monthly.domain.Tracker;
import org.tallybook.report.monthly.domain.TrackerMonth;

/** One section a tracker: figures and a chart where there are numbers, a calendar and recent words where not. */
final class TrackerSections {

    private static final int NOTES = 5;
    private static final int LONGEST_NOTE = 220;
    private static final int MOST_CHOICES = 8;

    private final MonthlySummary summary;
    private final Calendars calendars;
    private final Words words;

    TrackerSections(MonthlySummary summary, Calendars calendars, Words words) {
        this.summary = summary;
        this.calendars = calendars;
        this.words = words;
    }

    TrackerSection of(TrackerMonth tracker, int position) {
        int tone = Tones.ofTracker(position);
        @Nullable
        NumberChart chart = Drawing.of(summary.month(), tracker, tone, words).orElse(null);
        return new TrackerSection(
                "tracker-" + (position + 1),
                words.clean(tracker.tracker().name()),
                caption(tracker),
                tone,
                stats(tracker),
                chart,
                chart == null ? calendar(tracker) : null,
                tracker.tracker().isNumeric() ? List.of() : notes(tracker));
    }

    private String caption(TrackerMonth tracker) {
        var parts = new ArrayList<String>();
        parts.add(
                words.text("entries.on-days", tracker.logCount(), tracker.days().size()));
        if (tracker.streak() > 1) {
            parts.add(words.text("streak", tracker.streak()));
        }
        if (tracker.skippedCount() > 0) {
            parts.add(words.text("skipped.count", tracker.skippedCount()));
        }
        tracker.goalMet().ifPresent(met -> parts.add(words.text(met ? "goal.met" : "goal.missed")));
        return String.join(" · ", parts);
    }

    private List<Stat> stats(TrackerMonth tracker) {
        if (tracker.tracker().isAnswer()) {
            return List.of(
                    new Stat(words.text("stat.yes-days"), words.number(tracker.yesDays()), null),
                    new Stat(words.text("stat.no-days"), words.number(tracker.noDays()), null));
        }
        return tracker.choices().isEmpty() ? numbers(tracker) : choices(tracker.choices());
    }

    /** The most frequent, and the rest together. */
    private List<Stat> choices(Map<String, Integer> counts) {
        List<String> names = List.copyOf(counts.keySet());
        int shown = names.size() <= MOST_CHOICES ? names.size() : MOST_CHOICES - 1;
        var stats = new ArrayList<Stat>();
        for (String name : names.subList(0, shown)) {
            stats.add(new Stat(words.clean(name), words.number(counts.getOrDefault(name, 0)), null));
        }
        int rest = names.stream()
                .skip(shown)
                .mapToInt(name -> counts.getOrDefault(name, 0))
                .sum();
        if (rest > 0) {
            stats.add(new Stat(words.text("emotions.other"), words.number(rest), null));
        }
        return stats;
    }

    private List<Stat> numbers(TrackerMonth tracker) {
        return tracker.figures()
                .map(figures -> stats(tracker, figures, summary.before(tracker).flatMap(TrackerMonth::figures)))
                .orElse(List.of());
    }

    private List<Stat> stats(TrackerMonth tracker, Figures figures, Optional<Figures> before) {
        Tracker kind = tracker.tracker();
        boolean level = ChartForm.of(tracker) == ChartForm.LEVEL;
        var stats = new ArrayList<Stat>();
        if (!level) {
            stats.add(new Stat(
                    words.text("stat.total"),
                    words.measure(figures.sum(), kind),
                    change(kind, figures.sum(), before.map(Figures::sum))));
        }
        stats.add(new Stat(
                words.text("stat.average"),
                words.measure(figures.mean(), kind),
                change(kind, figures.mean(), before.map(Figures::mean))));
        stats.add(new Stat(words.text("stat.lowest"), words.measure(figures.min(), kind), null));
        stats.add(new Stat(words.text("stat.highest"), words.measure(figures.max(), kind), null));
        return stats;
    }

    private @Nullable String change(Tracker kind, BigDecimal now, Optional<BigDecimal> before) {
        String month = words.monthName(summary.previous().month());
        return before.map(earlier -> now.compareTo(earlier) == 0
                        ? words.text("change.none", month)
                        : words.text("change", words.signed(now.subtract(earlier), kind), month))
                .orElse(null);
    }

    private Calendar calendar(TrackerMonth tracker) {
        return calendars.of(
                words.text("calendar.caption", words.clean(tracker.tracker().name())), tracker.days());
    }

    private List<Note> notes(TrackerMonth tracker) {
        return tracker.notes().stream()
                .limit(NOTES)
                .map(log -> note(tracker.tracker(), log))
                .toList();
    }

    private Note note(Tracker tracker, LogEntry log) {
        return new Note(
                words.day(log.day()),
                shortened(words.clean(log.words(tracker).orElseThrow()).strip()));
    }

    /** Cut between code points, never inside one. */
    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_NOTE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_NOTE)).stripTrailing() + "…";
    }
}
