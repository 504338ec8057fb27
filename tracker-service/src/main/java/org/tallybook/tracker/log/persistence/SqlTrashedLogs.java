package org.tallybook.tracker.log.persistence;

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
import org.tallybook.tracker.log.TrashedLogs;
import org.tallybook.tracker.log.domain.LogId;
import org.tallybook.tracker.log.domain.TrashedLog;
import org.tallybook.tracker.tracker.domain.Tracker;
import org.tallybook.tracker.trash.RowJson;

/** Trashed logs are kept as the JSON of their rows, so that a new column of {@code log_entry} is kept as well. */
@ApplicationScoped
class SqlTrashedLogs implements TrashedLogs {

    private static final String SELECT = """
            SELECT cast(entry AS text), deleted_at FROM trashed_log
            WHERE user_id = :owner AND NOT with_tracker AND deleted_at > :since
            """;
    private static final String ORDER = " ORDER BY deleted_at DESC, id DESC LIMIT :atMost";

    /** The first bound is implied by the second; it lets PostgreSQL start the index at the cursor. */
    private static final String AFTER = " AND deleted_at <= :at AND (deleted_at < :at OR id < :id)";

    private static final String ONE = " AND id = :id";

    /** The version of a deletion is one more than the row's, that of the restored log one more than the deletion's. */
    private static final String PUT_BACK = """
            WITH back AS (DELETE FROM trashed_log WHERE %s RETURNING id, version, entry),
                 freed AS (DELETE FROM tombstone WHERE id IN (SELECT id FROM back))
            INSERT INTO log_entry
            SELECT log.* FROM back, jsonb_populate_record(cast(null AS log_entry), back.entry || jsonb_build_object(
                'version', back.version + 1,
                'updated_at', greatest(cast(:now AS timestamptz), cast(back.entry ->> 'updated_at' AS timestamptz)))) log
            """;

    private static final String PUT_ONE_BACK = PUT_BACK.formatted("id = :id AND user_id = :owner");
    private static final String PUT_ALL_BACK =
            PUT_BACK.formatted("tracker_id = :id AND user_id = :owner AND with_tracker");

    @Override
    public Uni<List<TrashedLog>> page(UUID owner, Instant since, Optional<Cursor> after, int atMost) {
        String sql = SELECT + (after.isPresent() ? AFTER : "") + ORDER;
        return Panache.getSession()
                .map(session -> select(session, sql, owner, since).setParameter("atMost", atMost))
                .invoke(query -> after.ifPresent(
                        cursor -> query.setParameter("at", utc(cursor.at())).setParameter("id", cursor.id())))
                .chain(Mutiny.SelectionQuery::getResultList)
                .map(rows -> rows.stream().map(SqlTrashedLogs::log).toList());
    }

    @Override
    public Uni<Optional<TrashedLog>> find(UUID owner, LogId id, Instant since) {
        return Panache.getSession()
                .chain(session -> select(session, SELECT + ONE, owner, since)
                        .setParameter("id", id.value())
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(SqlTrashedLogs::log));
    }

    @Override
    public Uni<Void> putBack(TrashedLog log, Instant now) {
        return putBack(PUT_ONE_BACK, log.entry().id().value(), log.entry().owner(), now);
    }

    @Override
    public Uni<Void> putBackAllOf(Tracker tracker, Instant now) {
        return putBack(PUT_ALL_BACK, tracker.id().value(), tracker.owner(), now);
    }

    private static Uni<Void> putBack(String sql, UUID id, UUID owner, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql)
                        .setParameter("id", id)
                        .setParameter("owner", owner)
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

    private static TrashedLog log(Object[] row) {
        return new TrashedLog(RowJson.read((String) row[0], LogRow.class).toEntry(), instant(row[1]));
    }

    private static Instant instant(Object column) {
        return column instanceof OffsetDateTime at ? at.toInstant() : (Instant) column;
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
