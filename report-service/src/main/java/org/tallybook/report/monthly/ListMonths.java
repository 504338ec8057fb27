package org.tallybook.report.monthly;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallybook.report.monthly.persistence.MonthRow;
import org.tallybook.report.monthly.persistence.Months;

/** The months a user has a report for: those with a log, a new tracker or a login, and always the running one. */
@ApplicationScoped
public class ListMonths {

    private final Months months;
    private final Clock clock;

    ListMonths(Months months, Clock clock) {
        this.months = months;
        this.clock = clock;
    }

    /**
     * @param before only months before this one; null for the newest
     * @param limit how many at most
     * @return the newest first
     */
    public Uni<List<MonthRow>> list(Reader reader, @Nullable YearMonth before, int limit) {
        return months.list(reader, clock.instant(), before, limit);
    }
}
