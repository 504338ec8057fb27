package org.tallybook.report.monthly.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallybook.report.monthly.document.ReportView.Calendar;
import org.tallybook.report.monthly.document.ReportView.Note;
import org.tallybook.report.monthly.document.ReportView.Stat;
import org.tallybook.report.monthly.document.ReportView.TrackerSection;
import org.tallybook.report.monthly.domain.Figures;
import org.tallybook.report.monthly.domain.LogEntry;
import org.tallybook.report.monthly.domain.MonthlySummary;
import org.tallybook.report.monthly.domain.TrackerMonth;

/** One section a tracker: figures and a chart where there are numbers, a calendar and recent words where not. */
final class TrackerSections {

    private static final int NOTES = 5;
    private static final int LONGEST_NOTE = 220;

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
        return String.join(" · ", parts);
    }

    private List<Stat> stats(TrackerMonth tracker) {
        return tracker.figures()
                .map(figures -> stats(tracker, figures, summary.before(tracker).flatMap(TrackerMonth::figures)))
                .orElse(List.of());
    }

    private List<Stat> stats(TrackerMonth tracker, Figures figures, Optional<Figures> before) {
        String unit = tracker.tracker().unit();
        boolean level = ChartForm.of(tracker.days()) == ChartForm.LEVEL;
        var stats = new ArrayList<Stat>();
        if (!level) {
            stats.add(new Stat(
                    words.text("stat.total"),
                    words.quantity(figures.sum(), unit),
                    change(figures.sum(), before.map(Figures::sum))));
        }
        stats.add(new Stat(
                words.text("stat.average"),
                words.quantity(figures.mean(), unit),
                change(figures.mean(), before.map(Figures::mean))));
        stats.add(new Stat(words.text("stat.lowest"), words.quantity(figures.min(), unit), null));
        stats.add(new Stat(words.text("stat.highest"), words.quantity(figures.max(), unit), null));
        return stats;
    }

    private @Nullable String change(BigDecimal now, Optional<BigDecimal> before) {
        String month = words.monthName(summary.previous().month());
        return before.map(earlier -> now.compareTo(earlier) == 0
                        ? words.text("change.none", month)
                        : words.text("change", words.signed(now.subtract(earlier)), month))
                .orElse(null);
    }

    private Calendar calendar(TrackerMonth tracker) {
        return calendars.of(
                words.text("calendar.caption", words.clean(tracker.tracker().name())), tracker.days());
    }

    private List<Note> notes(TrackerMonth tracker) {
        return tracker.notes().stream().limit(NOTES).map(this::note).toList();
    }

    private Note note(LogEntry log) {
        return new Note(
                words.day(log.day()),
                shortened(words.clean(log.words().orElseThrow()).strip()));
    }

    /** Cut between code points, never inside one. */
    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_NOTE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_NOTE)).stripTrailing() + "…";
    }
}
