package org.tallybook.report.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.YearMonth;
import java.util.UUID;
import org.tallybook.kit.id.Ids;
import org.tallybook.kit.problem.Rejected;
import org.tallybook.report.delivery.persistence.MailOutbox;
import org.tallybook.report.monthly.MonthlyReport;
import org.tallybook.report.monthly.ReadMonth;
import org.tallybook.report.monthly.Reader;

/** Puts a report into the mail outbox; {@link DeliverReports} takes it from there. */
@ApplicationScoped
public class AskForReport {

    private final ReadMonth readMonth;
    private final MailOutbox outbox;
    private final Ids ids;
    private final Clock clock;

    AskForReport(ReadMonth readMonth, MailOutbox outbox, Ids ids, Clock clock) {
        this.readMonth = readMonth;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Whether the report exists and there is an address to send it to.
     *
     * @return fails with {@link Rejected} {@code month-in-future} or {@code address-not-confirmed}
     */
    public Uni<Void> check(Reader reader, YearMonth month) {
        return readMonth
                .read(reader, month)
                .invoke(AskForReport::requireAddress)
                .replaceWithVoid();
    }

    /** Needs a Hibernate Reactive transaction. */
    public Uni<Void> ask(UUID user, YearMonth month) {
        return outbox.add(ids.next(), user, month, clock.instant());
    }

    private static void requireAddress(MonthlyReport report) {
        if (report.profile().confirmedEmail().isEmpty()) {
            throw Rejected.because(DeliverySlugs.ADDRESS_NOT_CONFIRMED);
        }
    }
}
