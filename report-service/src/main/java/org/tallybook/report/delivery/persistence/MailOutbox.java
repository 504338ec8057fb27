package org.tallybook.report.delivery.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;

/** Where a mail is asked for, inside the transaction of whoever asks. */
@ApplicationScoped
public class MailOutbox {

    /** A report of the same month that is still waiting is the same mail: asking twice sends one. */
    private static final String ADD = """
            INSERT INTO report_mail (id, user_id, month, requested_at, attempts, next_attempt_at)
            SELECT :id, :user, :month, :now, 0, :now
            WHERE NOT EXISTS (SELECT FROM erased_user WHERE digest = sha256(uuid_send(cast(:user AS uuid))))
            ON CONFLICT (user_id, month) WHERE next_attempt_at IS NOT NULL DO NOTHING
            """;

    /** Needs a Hibernate Reactive transaction; what it adds goes out after the commit or not at all. */
    public Uni<Void> add(UUID id, UUID user, YearMonth month, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD)
                        .setParameter("id", id)
                        .setParameter("user", user)
                        .setParameter("month", month.atDay(1))
                        .setParameter("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        .executeUpdate())
                .replaceWithVoid();
    }
}
