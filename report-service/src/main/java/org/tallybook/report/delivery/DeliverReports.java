package org.tallybook.report.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.tallybook.report.delivery.persistence.DueMail;
import org.tallybook.report.delivery.persistence.DueMails;
import org.tallybook.report.monthly.ReadMonth;
import org.tallybook.report.monthly.Reader;

/**
 * Delivers what is in the mail outbox, at least once: claimed, composed from the facts as they are now, sent, marked. A
 * death between sending and marking sends it again with the same Message-ID. One failing mail never stops the others.
 */
@ApplicationScoped
public class DeliverReports {

    private static final Logger LOG = Logger.getLogger(DeliverReports.class);

    private final DueMails mails;
    private final ReadMonth readMonth;
    private final ComposeMail compose;
    private final ReactiveMailer mailer;
    private final DeliveryConfig config;
    private final Clock clock;
    private final Counter sent;
    private final Counter failed;

    DeliverReports(
            DueMails mails,
            ReadMonth readMonth,
            ComposeMail compose,
            ReactiveMailer mailer,
            DeliveryConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.mails = mails;
        this.readMonth = readMonth;
        this.compose = compose;
        this.mailer = mailer;
        this.config = config;
        this.clock = clock;
        this.sent = meters.counter("tallybook.mail.sent");
        this.failed = meters.counter("tallybook.mail.failed");
    }

    /** The next due mail of each tick until none is left; a failing tick is logged, and the next one tries again. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return deliverNext()
                .repeat()
                .whilst(delivered -> delivered)
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("mail outbox not reachable: reason=%s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /** @return whether there was one */
    private Uni<Boolean> deliverNext() {
        Instant now = clock.instant();
        return mails.claim(now, now.plus(config.lease()))
                .chain(due -> due.isPresent()
                        ? deliver(due.get()).replaceWith(true)
                        : Uni.createFrom().item(false));
    }

    private Uni<Void> deliver(DueMail due) {
        return readMonth
                .read(Reader.absent(due.userId()), due.month())
                .chain(report -> compose.mail(due, report))
                .chain(mail -> send(due, mail))
                .onFailure()
                .recoverWithUni(failure -> again(due, failure));
    }

    private Uni<Void> send(DueMail due, Optional<Mail> mail) {
        if (mail.isEmpty()) {
            return mails.abandoned(due.id(), "no confirmed address");
        }
        return mailer.send(mail.get())
                .ifNoItem()
                .after(config.timeout())
                .fail()
                .invoke(() -> sent.increment())
                .chain(() -> mails.sent(due.id(), clock.instant()));
    }

    private Uni<Void> again(DueMail due, Throwable failure) {
        failed.increment();
        String reason = failure.toString();
        LOG.warnf("report not mailed: mail=%s attempt=%d reason=%s", due.id(), due.attempts(), reason);
        return Retries.of(config)
                .next(due, clock.instant())
                .map(at -> mails.failed(due.id(), at, reason))
                .orElseGet(() -> mails.abandoned(due.id(), "given up: " + reason));
    }
}
