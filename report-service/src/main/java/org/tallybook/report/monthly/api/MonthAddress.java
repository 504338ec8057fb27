package org.tallybook.report.monthly.api;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.Rejected;

/**
 * The last segment of a report's address: {@code 2026-11}, or {@code 2026-11.pdf} to insist on a format.
 *
 * @param format the suffix, which is stronger than {@code Accept}
 */
public record MonthAddress(YearMonth month, Optional<ReportFormat> format) {

    private static final Pattern FORM = Pattern.compile("(\\d{4}-\\d{2})(?:\\.(json|html|pdf))?");

    /** @throws Rejected {@code invalid-request} for anything but a month of the years 1 to 9999 */
    public static MonthAddress parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw Rejected.field("month", FieldCode.INVALID_FORMAT);
        }
        return new MonthAddress(
                month(form.group(1)), Optional.ofNullable(form.group(2)).map(ReportFormat::ofSuffix));
    }

    /** @throws Rejected as {@link #parse} does, and for a suffix */
    public static YearMonth plain(String text) {
        MonthAddress address = parse(text);
        if (address.format().isPresent()) {
            throw Rejected.field("month", FieldCode.INVALID_FORMAT);
        }
        return address.month();
    }

    private static YearMonth month(String text) {
        try {
            YearMonth month = YearMonth.parse(text);
            if (month.getYear() > 0) {
                return month;
            }
        } catch (DateTimeException impossible) {
            // answered below, like year 0
        }
        throw Rejected.field("month", FieldCode.INVALID_VALUE);
    }
}
