package org.tallybook.tracker.tracker;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.Rejected;
import org.tallybook.tracker.tracker.domain.TrackerId;

/**
 * Puts a user's trackers into the user's own order. That is a matter of this user's list alone: no tracker gets a new
 * version, and no other service hears of it.
 */
@ApplicationScoped
public class OrderTrackers {

    private final Outbox outbox;
    private final Trackers trackers;

    OrderTrackers(Outbox outbox, Trackers trackers) {
        this.outbox = outbox;
        this.trackers = trackers;
    }

    /**
     * Fails with {@code invalid-request} if one of them is not there.
     *
     * @param first comes first, in this order; no id twice. The others keep their order behind them
     */
    @WithTransaction
    public Uni<Void> order(UUID owner, List<TrackerId> first) {
        return outbox.lock(owner)
                .chain(() -> trackers.countOf(owner, first))
                .invoke(found -> requireAll(found, first.size()))
                .chain(() -> trackers.order(owner, first));
    }

    private static void requireAll(long found, int asked) {
        if (found != asked) {
            throw Rejected.field("ids", FieldCode.INVALID_VALUE);
        }
    }
}
