package org.tallybook.report.monthly.api;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tallybook.report.monthly.MonthlyReport;

/**
 * The entity tag of a report: it changes with every fact of the user, with the day, the format and the language. Weak,
 * because {@code generatedAt} differs between two equal reports (RFC 9110, section 8.8.1).
 */
record ReportTag(String header) {

    static ReportTag of(MonthlyReport report, ReportFormat format) {
        return new ReportTag("W/\"%d-%s-%s-%s-%s\""
                .formatted(
                        report.standing().revision(),
                        report.lastDay(),
                        report.isClosed() ? "c" : "o",
                        format.suffix(),
                        report.profile().locale().toLanguageTag()));
    }

    /** Weak comparison (RFC 9110, section 13.1.2). */
    boolean isUnchangedFor(@Nullable String ifNoneMatch) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(",", -1))
                        .map(String::trim)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(header) || ("W/" + tag).equals(header));
    }
}
