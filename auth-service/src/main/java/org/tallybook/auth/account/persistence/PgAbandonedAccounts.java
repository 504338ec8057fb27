package org.tallybook.auth.account.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.tallybook.auth.account.AbandonedAccounts;
import org.tallybook.auth.identity.domain.UserId;

@ApplicationScoped
class PgAbandonedAccounts implements AbandonedAccounts {

    private static final String BEFORE = """
            SELECT id FROM identity
            WHERE email_verified_at IS NULL AND locked_at IS NULL AND created_at < $1
                AND NOT EXISTS (SELECT FROM mailed_link WHERE user_id = identity.id AND expires_at >= $1)
            ORDER BY created_at LIMIT $2
            """;
    private static final String IS_ONE = """
            SELECT count(*) FROM identity
            WHERE id = :user AND email_verified_at IS NULL AND locked_at IS NULL AND created_at < :limit
                AND NOT EXISTS (SELECT FROM mailed_link WHERE user_id = identity.id AND expires_at >= :limit)
            """;

    private final Pool pool;

    PgAbandonedAccounts(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<UserId>> before(Instant limit, int atMost) {
        return pool.preparedQuery(BEFORE)
                .execute(Tuple.of(utc(limit), atMost))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new UserId(row.getUUID("id")))
                        .toList());
    }

    @Override
    public Uni<Boolean> isOne(UserId user, Instant limit) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(IS_ONE, Long.class)
                        .setParameter("user", user.value())
                        .setParameter("limit", utc(limit))
                        .getSingleResult())
                .map(count -> count == 1);
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
