package org.tallybook.kit.sample;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.tallybook.kit.outbox.Outbox;

/** A use case as a service has it, and plain queries for the assertions. */
@ApplicationScoped
public class Samples {

    private final Outbox outbox;
    private final Pool pool;

    Samples(Outbox outbox, Pool pool) {
        this.outbox = outbox;
        this.pool = pool;
    }

    public Uni<Void> change(UUID userId, UUID id, long version, String name) {
        return Panache.withTransaction(() -> outbox.lock(userId)
                .chain(() -> outbox.append(userId, "sample.changed.v1", id, Map.of("version", version, "name", name))));
    }

    public Uni<Void> changeAndFail(UUID userId, UUID id) {
        return Panache.withTransaction(() -> outbox.lock(userId)
                .chain(() -> outbox.append(userId, "sample.changed.v1", id, Map.of("version", 1, "name", "x")))
                .chain(() -> Uni.createFrom().failure(new IllegalStateException("after the event"))));
    }

    public List<Row> query(String sql, Object... parameters) {
        return StreamSupport.stream(
                        pool.preparedQuery(sql)
                                .execute(Tuple.wrap(new ArrayList<>(List.of(parameters))))
                                .await()
                                .atMost(Duration.ofSeconds(10))
                                .spliterator(),
                        false)
                .toList();
    }

    public long count(String sql, Object... parameters) {
        return query(sql, parameters).get(0).getLong(0);
    }
}
