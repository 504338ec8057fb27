package org.tallybook.report.monthly.domain;

import java.time.Instant;
import java.util.List;

/**
 * The facts of one user that a month and the one before it are computed from. Deleted trackers and logs, and logs of
 * deleted trackers, are not among them.
 *
 * @param trackers all of them
 * @param logs all that fall on a day of either month or were created in either
 * @param logins instants of all successful interactive logins in either
 * @param loadedFrom the first instant of the earlier month
 * @param olderLogs number of logs created before that
 */
public record MonthFacts(
        List<Tracker> trackers, List<LogEntry> logs, List<Instant> logins, Instant loadedFrom, long olderLogs) {

    public MonthFacts {
        trackers = List.copyOf(trackers);
        logs = List.copyOf(logs);
        logins = List.copyOf(logins);
    }
}
