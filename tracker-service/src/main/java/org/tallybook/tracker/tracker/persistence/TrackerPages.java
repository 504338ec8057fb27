package org.tallybook.tracker.tracker.persistence;

import io.quarkus.panache.common.Parameters;
import org.tallybook.kit.page.Cursor;
import org.tallybook.tracker.tracker.TrackerOrder;

/** The queries of a list in an order, each served by one index. */
record TrackerPages(TrackerOrder order) {

    private static final String LATEST = " order by updatedAt desc, id desc";
    private static final String PLACES = " order by place, id";

    String first() {
        return "userId = :owner" + (order == TrackerOrder.POSITION ? PLACES : LATEST);
    }

    /** The first bound is implied by the second; it lets PostgreSQL start the index at the cursor. */
    String next() {
        return order == TrackerOrder.POSITION
                ? "userId = :owner and place >= :at and (place > :at or id > :id)" + PLACES
                : "userId = :owner and updatedAt <= :at and (updatedAt < :at or id < :id)" + LATEST;
    }

    Parameters bind(Parameters parameters, Cursor cursor) {
        Object key = order == TrackerOrder.POSITION ? cursor.at().getEpochSecond() : cursor.at();
        return parameters.and("at", key).and("id", cursor.id());
    }
}
