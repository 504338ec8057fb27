package org.tallybook.report.monthly.document;

import java.util.ArrayList;
import java.util.List;
import org.tallybook.report.monthly.MonthlyReport;

/**
 * What a mailed report says in plain text.
 *
 * @param subject one line
 * @param summary the whole report in words, for readers without HTML
 * @param cover what stands in the mail when the report is attached
 * @param fileName of the attachment
 */
public record MailText(String subject, String summary, String cover, String fileName) {

    /** @param link where the report can be read */
    public static MailText of(MonthlyReport report, String link) {
        Words words = Words.in(report.profile().locale());
        ReportView view = ReportViews.of(report);
        String greeting = words.text(
                "mail.greeting", oneLine(words.clean(report.profile().username().orElse(""))));
        String read = words.text("mail.read", link);
        return new MailText(
                words.text("mail.subject", view.title()),
                String.join("\n", lines(view, greeting, read)),
                String.join(
                        "\n\n", List.of(greeting, words.text("mail.attached", view.title()), view.lead(), read, "")),
                "tallybook-" + report.summary().month() + ".pdf");
    }

    private static List<String> lines(ReportView view, String greeting, String read) {
        var lines = new ArrayList<>(List.of(greeting, "", view.title(), view.lead(), ""));
        view.cards().forEach(card -> lines.add("- " + card.label() + ": " + card.value() + " (" + card.note() + ")"));
        lines.add("");
        view.highlights().forEach(sentence -> lines.add("* " + sentence));
        view.trackers().forEach(tracker -> lines.addAll(tracker(tracker)));
        lines.addAll(List.of("", read, ""));
        return lines;
    }

    private static List<String> tracker(ReportView.TrackerSection tracker) {
        var lines = new ArrayList<>(List.of("", tracker.name(), "  " + tracker.caption()));
        tracker.stats().forEach(stat -> lines.add("  " + stat.label() + ": " + stat.value()));
        return lines;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
