package org.tallybook.kit.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Set;
import org.tallybook.kit.event.Event;

/**
 * Implemented by a bean that keeps facts from events. A batch is applied in one transaction that the kit commits before
 * it acknowledges; the same event may come again, late, or in another order, so applying must be guarded by version.
 */
public interface EventConsumer {

    /** {@code report} consumes from the queues {@code report.p00} and so on, one a partition. */
    String queuePrefix();

    /** Routing patterns behind the partition, {@code #} for everything; {@code user.deleted.v1} for one type. */
    default Set<String> patterns() {
        return Set.of("#");
    }

    /** The event types that are understood; any other is parked. */
    Set<String> types();

    /**
     * Applies a batch inside the given transaction.
     *
     * @return fails with {@link RejectedEvent} to have one event parked and the others applied
     */
    Uni<Void> apply(SqlConnection transaction, List<Event> batch);
}
