package org.tallybook.tracker.tracker.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.tallybook.kit.page.Cursor;
import org.tallybook.tracker.tracker.TrashedTrackers;
import org.tallybook.tracker.tracker.domain.TrackerId;
import org.tallybook.tracker.tracker.domain.TrashedTracker;
import org.tallybook.tracker.trash.RowJson;

/** Trashed trackers are kept as the JSON of their rows, so that a new column of {@code tracker} is kept as well. */
@ApplicationScoped
class SqlTrashedTrackers implements TrashedTrackers {

    private static final String SELECT = """
            SELECT cast(entry AS text), deleted_at FROM trashed_tracker
            WHERE user_id = :owner AND deleted_at > :since
            """;
    private static final String ORDER = " ORDER BY deleted_at DESC, id DESC LIMIT :atMost";

    /** The first bound is implied by the second; it lets PostgreSQL start the index at the cursor. */
    private static final String AFTER = " AND deleted_at <= :at AND (deleted_at < :at OR id < :id)";

    private static final String ONE = " AND id = :id";

    /** The version of a deletion is one more than the row's, that of the restored tracker one more than the deletion's. */
    private static final String PUT_BACK = """
            WITH back AS (DELETE FROM trashed_tracker WHERE id = :id AND user_id = :owner RETURNING id, version, entry),
                 freed AS (DELETE FROM tombstone WHERE id IN (SELECT id FROM back))
            INSERT INTO tracker
            SELECT tracker.* FROM back, jsonb_populate_record(cast(null AS tracker), back.entry || jsonb_build_object(
                'version', back.version + 1,
                'updated_at', greatest(cast(:now AS timestamptz), cast(back.entry ->> 'updated_at' AS timestamptz)))) tracker
            """;

    @Override
    public Uni<List<TrashedTracker>> page(UUID owner, Instant since, Optional<Cursor> after, int atMost) {
        String sql = SELECT + (after.isPresent() ? AFTER : "") + ORDER;
        return Panache.getSession()
                .map(session -> select(session, sql, owner, since).setParameter("atMost", atMost))
                .invoke(query -> after.ifPresent(
                        cursor -> query.setParameter("at", utc(cursor.at())).setParameter("id", cursor.id())))
                .chain(Mutiny.SelectionQuery::getResultList)
                .map(rows -> rows.stream().map(SqlTrashedTrackers::tracker).toList());
    }

    @Override
    public Uni<Optional<TrashedTracker>> find(UUID owner, TrackerId id, Instant since) {
        return Panache.getSession()
                .chain(session -> select(session, SELECT + ONE, owner, since)
                        .setParameter("id", id.value())
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(SqlTrashedTrackers::tracker));
    }

    @Override
    public Uni<Void> putBack(TrashedTracker trashed, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PUT_BACK)
                        .setParameter("id", trashed.tracker().id().value())
                        .setParameter("owner", trashed.tracker().owner())
                        .setParameter("now", utc(now))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Mutiny.SelectionQuery<Object[]> select(
            Mutiny.Session session, String sql, UUID owner, Instant since) {
        return session.createNativeQuery(sql, Object[].class)
                .setParameter("owner", owner)
                .setParameter("since", utc(since));
    }

    private static TrashedTracker tracker(Object[] row) {
        return new TrashedTracker(
                RowJson.read((String) row[0], TrackerRow.class).toTracker(), instant(row[1]));
    }

    private static Instant instant(Object column) {
        return column instanceof OffsetDateTime at ? at.toInstant() : (Instant) column;
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
