package org.tallybook.report.monthly.persistence;

import java.time.YearMonth;

/**
 * One month in the list of a user's months.
 *
 * @param closed whether it is over in the user's zone
 * @param logCount logs on its days
 * @param activeDays days with at least one
 */
public record MonthRow(YearMonth month, boolean closed, int logCount, int activeDays) {}
