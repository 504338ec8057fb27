package org.tallybook.report.monthly;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.tallybook.kit.problem.Rejected;
import org.tallybook.report.monthly.domain.MonthlySummary;
import org.tallybook.report.monthly.domain.Profile;
import org.tallybook.report.monthly.persistence.FactSnapshot;
import org.tallybook.report.monthly.persistence.FactSnapshots;

/**
 * Derives a month from the facts. There is no stored total that could drift: what is read is what a rebuild computes.
 */
@ApplicationScoped
public class ReadMonth {

    private final FactSnapshots snapshots;
    private final Clock clock;

    ReadMonth(FactSnapshots snapshots, Clock clock) {
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** @return fails with {@link Rejected} {@code month-in-future} if the month has not begun in the user's zone */
    public Uni<MonthlyReport> read(Reader reader, YearMonth month) {
        Instant now = clock.instant();
        return snapshots
                .read(reader, month)
                .invoke(snapshot -> requireBegun(snapshot.profile(), month, now))
                .map(snapshot -> report(snapshot, month, now));
    }

    private static void requireBegun(Profile profile, YearMonth month, Instant now) {
        if (month.isAfter(YearMonth.from(now.atZone(profile.zone())))) {
            throw Rejected.because(MonthlySlugs.MONTH_IN_FUTURE);
        }
    }

    private static MonthlyReport report(FactSnapshot snapshot, YearMonth month, Instant now) {
        ZoneId zone = snapshot.profile().zone();
        MonthlySummary summary = MonthlySummary.of(snapshot.facts(), month, zone, LocalDate.ofInstant(now, zone));
        return new MonthlyReport(snapshot.profile(), summary, snapshot.standing(), now);
    }
}
