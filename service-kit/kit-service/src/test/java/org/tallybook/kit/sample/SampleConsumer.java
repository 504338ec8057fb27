package org.tallybook.kit.sample;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tallybook.kit.event.Event;
import org.tallybook.kit.inbox.EventConsumer;
import org.tallybook.kit.inbox.RejectedEvent;

/** Keeps the newest version of each sample and counts how often it was applied. */
@ApplicationScoped
public class SampleConsumer implements EventConsumer {

    private static final String APPLY = """
            INSERT INTO sample (id, version, applied, name) VALUES ($1, $2, 1, $3)
            ON CONFLICT (id) DO UPDATE SET version = excluded.version, name = excluded.name, applied = sample.applied + 1
            WHERE excluded.version > sample.version
            """;

    @Override
    public String queuePrefix() {
        return "kit-test";
    }

    @Override
    public Set<String> types() {
        return Set.of("sample.changed.v1");
    }

    @Override
    public Uni<Void> apply(SqlConnection transaction, List<Event> batch) {
        List<Tuple> rows = batch.stream().map(SampleConsumer::row).toList();
        return transaction.preparedQuery(APPLY).executeBatch(rows).replaceWithVoid();
    }

    private static Tuple row(Event event) {
        if (!event.data().path("version").canConvertToLong()) {
            throw new RejectedEvent(event, "no version");
        }
        return Tuple.of(
                UUID.fromString(event.subject()),
                event.data().path("version").asLong(),
                event.data().path("name").asText());
    }
}
