package org.tallybook.auth.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;
import org.tallybook.auth.mail.domain.WaitingMail;

/**
 * Hands waiting mails to the mail server, on every replica. Guaranteed: at least once, until a day has passed, with
 * one Message-ID. Not guaranteed: only once, since a process that dies between the server's answer and our delete
 * leaves the mail to be sent again.
 */
@ApplicationScoped
class DeliverMails {

    private static final Logger LOG = Logger.getLogger(DeliverMails.class);

    private final MailOutbox outbox;
    private final LinkMails links;
    private final MailWriter writer;
    private final ReactiveMailer mailer;
    private final MailConfig config;
    private final Clock clock;
    private final Counter failures;

    DeliverMails(
            MailOutbox outbox,
            LinkMails links,
            MailWriter writer,
            ReactiveMailer mailer,
            MailConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.outbox = outbox;
        this.links = links;
        this.writer = writer;
        this.mailer = mailer;
        this.config = config;
        this.clock = clock;
        this.failures = meters.counter("tallybook.mail.failures");
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return Multi.createBy()
                .repeating()
                .uni(this::batch)
                .whilst(count -> count == config.batch())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> batch() {
        return outbox.claim(config.batch(), clock.instant(), config.lease())
                .call(this::deliver)
                .map(List::size);
    }

    private Uni<Void> deliver(List<WaitingMail> mails) {
        return Multi.createFrom()
                .iterable(mails)
                .onItem()
                .transformToUniAndConcatenate(this::deliver)
                .collect()
                .last();
    }

    private Uni<Void> deliver(WaitingMail mail) {
        return links.prepare(mail)
                .chain(ready ->
                        ready.map(this::send).orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(() -> outbox.remove(mail.id()))
                .onFailure()
                .recoverWithUni(failure -> later(mail, failure));
    }

    private Uni<Void> send(WaitingMail mail) {
        return mailer.send(writer.write(mail))
                .ifNoItem()
                .after(config.timeout())
                .fail();
    }

    private Uni<Void> later(WaitingMail mail, Throwable failure) {
        failures.increment();
        String reason = failure.getClass().getSimpleName();
        LOG.warnf("a mail waits: id=%s kind=%s attempts=%d reason=%s", mail.id(), mail.kind(), mail.attempts(), reason);
        return outbox.postpone(mail.id(), clock.instant().plus(mail.pause()), reason);
    }
}
