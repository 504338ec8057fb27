package org.tallybook.report.monthly.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallybook.report.monthly.document.ReportView.Card;
import org.tallybook.report.monthly.domain.Headline;
import org.tallybook.report.monthly.domain.MonthlySummary;

/** The headline figures with their change against the month before. */
final class Cards {

    private final Headline now;
    private final Headline before;
    private final MonthlySummary summary;
    private final Words words;

    Cards(MonthlySummary summary, Words words) {
        this.summary = summary;
        this.now = summary.headline();
        this.before = summary.previous();
        this.words = words;
    }

    List<Card> all() {
        var cards = new ArrayList<Card>();
        cards.add(number(
                "card.entries", now.logCount(), before.logCount(), words.text("card.entries.note", now.totalLogs())));
        cards.add(number(
                "card.days",
                now.activeDays(),
                before.activeDays(),
                words.text("card.days.note", now.month().lengthOfMonth())));
        cards.add(number(
                "card.trackers",
                now.totalTrackers(),
                before.totalTrackers(),
                words.text("card.trackers.note", now.trackersCreated())));
        cards.add(number("card.logins", now.loginCount(), before.loginCount(), words.text("card.logins.note")));
        now.mostUsed()
                .ifPresent(most -> cards.add(name(
                        "card.most-used", words.clean(most.tracker().name()), words.text("entries", most.logCount()))));
        now.feeling()
                .ifPresent(feeling -> cards.add(name(
                        "card.feeling",
                        words.emotion(feeling),
                        words.text("times.felt", summary.emotions().getOrDefault(feeling, 0)))));
        return cards;
    }

    private Card number(String label, int value, int earlier, String note) {
        return new Card(words.text(label), words.number(value), note, change(value, earlier), false);
    }

    private Card name(String label, String value, String note) {
        return new Card(words.text(label), value, note, null, true);
    }

    /** Nothing to say about a month before the user was here. */
    private @Nullable String change(int value, int earlier) {
        if (before.logCount() == 0 && before.loginCount() == 0) {
            return null;
        }
        String month = words.monthName(before.month());
        return value == earlier
                ? words.text("change.none", month)
                : words.text(
                        "change", (value > earlier ? "+" : "\u2212") + words.number(Math.abs(value - earlier)), month);
    }
}
