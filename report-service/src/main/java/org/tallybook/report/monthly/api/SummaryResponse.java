package org.tallybook.report.monthly.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallybook.report.monthly.MonthlyReport;
import org.tallybook.report.monthly.domain.Headline;
import org.tallybook.report.monthly.domain.MonthlySummary;
import org.tallybook.report.monthly.domain.TrackerMonth;

/**
 * A month as JSON.
 *
 * @param zoneId the zone whose calendar month it is
 * @param revision number of the snapshot; 0 while it is computed from the facts as they are
 * @param closed whether the month is over in that zone
 * @param asOf when the newest change that is counted had happened; null when nothing has arrived yet
 * @param watermark by producing service, the sequence number up to which every event is counted
 * @param totalLogs existing at the month's end
 * @param logsCreatedThisMonth by creation instant
 * @param logCount by the local day of {@code occurredAt}, like everything that follows
 */
public record SummaryResponse(
        String month,
        String zoneId,
        int revision,
        boolean closed,
        Instant generatedAt,
        @Nullable Instant asOf,
        Map<String, Long> watermark,
        int totalTrackers,
        int trackersCreated,
        long totalLogs,
        int logsCreatedThisMonth,
        int logCount,
        @Nullable MostUsed mostUsedTracker,
        @Nullable String frequentEmotionalState,
        int loginCount,
        int activeDays,
        Map<String, Integer> emotions,
        List<TrackerResponse> trackers,
        Previous previous) {

    /** The tracker with the most logs. */
    public record MostUsed(java.util.UUID id, String name, int logCount) {

        static @Nullable MostUsed of(Optional<TrackerMonth> most) {
            return most.map(one ->
                            new MostUsed(one.tracker().id(), one.tracker().name(), one.logCount()))
                    .orElse(null);
        }
    }

    /** The headline figures of the month before. */
    public record Previous(
            String month,
            int totalTrackers,
            int trackersCreated,
            long totalLogs,
            int logsCreatedThisMonth,
            int logCount,
            @Nullable MostUsed mostUsedTracker,
            @Nullable String frequentEmotionalState,
            int loginCount,
            int activeDays) {

        static Previous of(Headline headline) {
            return new Previous(
                    headline.month().toString(),
                    headline.totalTrackers(),
                    headline.trackersCreated(),
                    headline.totalLogs(),
                    headline.logsCreated(),
                    headline.logCount(),
                    MostUsed.of(headline.mostUsed()),
                    headline.feeling().orElse(null),
                    headline.loginCount(),
                    headline.activeDays());
        }
    }

    static SummaryResponse of(MonthlyReport report) {
        MonthlySummary summary = report.summary();
        Headline headline = summary.headline();
        return new SummaryResponse(
                summary.month().toString(),
                summary.span().zone().getId(),
                MonthlyReport.LIVE,
                report.isClosed(),
                report.generatedAt(),
                report.standing().asOf().orElse(null),
                report.standing().watermarks(),
                headline.totalTrackers(),
                headline.trackersCreated(),
                headline.totalLogs(),
                headline.logsCreated(),
                headline.logCount(),
                MostUsed.of(headline.mostUsed()),
                headline.feeling().orElse(null),
                headline.loginCount(),
                headline.activeDays(),
                summary.emotions(),
                summary.trackers().stream()
                        .map(one -> TrackerResponse.of(one, summary.before(one)))
                        .toList(),
                Previous.of(summary.previous()));
    }
}
