package org.tallybook.report.monthly.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallybook.report.monthly.MonthlyReport;
import org.tallybook.report.monthly.persistence.MonthRow;

/**
 * A page of the user's months, the newest first.
 *
 * @param nextCursor the last month of this page; null at the end
 */
public record MonthsResponse(List<Item> items, @Nullable String nextCursor) {

    /** One month; its report is at {@code /api/v1/reports/monthly/} followed by {@code month}. */
    public record Item(String month, int revision, boolean closed, int logCount, int activeDays) {

        static Item of(MonthRow row) {
            return new Item(row.month().toString(), MonthlyReport.LIVE, row.closed(), row.logCount(), row.activeDays());
        }
    }

    /** @param rows one more than the page holds, if there is more */
    static MonthsResponse of(List<MonthRow> rows, int limit) {
        List<Item> items = rows.stream().limit(limit).map(Item::of).toList();
        return new MonthsResponse(
                items, rows.size() > limit ? items.get(limit - 1).month() : null);
    }
}
