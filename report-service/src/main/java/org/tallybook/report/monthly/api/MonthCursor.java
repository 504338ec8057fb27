package org.tallybook.report.monthly.api;

import java.time.DateTimeException;
import java.time.YearMonth;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/** The place in the list of months: the last month of a page. */
final class MonthCursor {

    private MonthCursor() {}

    /** @throws Rejected {@code invalid-cursor} */
    static YearMonth parse(String cursor) {
        try {
            YearMonth month = YearMonth.parse(cursor);
            if (month.getYear() >= 1 && month.getYear() <= 9999) {
                return month;
            }
        } catch (DateTimeException malformed) {
            // answered below, like a year no month of ours has
        }
        throw Rejected.because(KitSlugs.INVALID_CURSOR);
    }
}
