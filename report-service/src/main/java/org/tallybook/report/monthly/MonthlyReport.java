package org.tallybook.report.monthly;

import java.time.Instant;
import java.time.LocalDate;
import org.tallybook.report.monthly.domain.MonthlySummary;
import org.tallybook.report.monthly.domain.Profile;
import org.tallybook.report.monthly.domain.Standing;

/**
 * A month as it stands now.
 *
 * @param standing which facts it was computed from
 */
public record MonthlyReport(Profile profile, MonthlySummary summary, Standing standing, Instant generatedAt) {

    /** Number of a snapshot; 0 means computed from the facts as they are now. */
    public static final int LIVE = 0;

    /** Whether the month is over in the user's zone. */
    public boolean isClosed() {
        return summary.span().isOver(generatedAt);
    }

    /** The user's today, or the month's last day if that is past. */
    public LocalDate lastDay() {
        LocalDate today = LocalDate.ofInstant(generatedAt, profile.zone());
        LocalDate end = summary.month().atEndOfMonth();
        return today.isBefore(end) ? today : end;
    }
}
