package org.tallybook.tracker.tracker.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tallybook.kit.page.Cursor;
import org.tallybook.tracker.creation.Earlier;
import org.tallybook.tracker.creation.Tombstones;
import org.tallybook.tracker.tracker.TrackerOrder;
import org.tallybook.tracker.tracker.Trackers;
import org.tallybook.tracker.tracker.domain.Tracker;
import org.tallybook.tracker.tracker.domain.TrackerId;

@ApplicationScoped
class PanacheTrackers implements Trackers, PanacheRepositoryBase<TrackerRow, UUID> {

    private static final String LAST_PLACE = "SELECT coalesce(max(position), 0) FROM tracker WHERE user_id = :owner";

    /** One statement and only the rows that move, so a list read meanwhile is in the old order or in the new one. */
    private static final String REORDER = """
            UPDATE tracker t SET position = o.place
            FROM (SELECT id, row_number() OVER (ORDER BY array_position(cast(cast(:ids AS text) AS uuid[]), id), position, id) AS place
                  FROM tracker WHERE user_id = :owner) o
            WHERE t.id = o.id AND t.user_id = :owner AND t.position <> o.place
            """;

    /** One statement moves the row into the trash, so that it is never in two places or in neither. */
    private static final String REMOVE = """
            WITH gone AS (DELETE FROM tracker WHERE id = :id AND user_id = :owner RETURNING *),
                 kept AS (
                     INSERT INTO trashed_tracker (id, user_id, version, deleted_at, entry)
                     SELECT id, user_id, version + 1, cast(:now AS timestamptz), to_jsonb(gone) FROM gone)
            INSERT INTO tombstone (id, user_id, version, deleted_at)
            SELECT id, user_id, version + 1, cast(:now AS timestamptz) FROM gone
            """;

    private final Tombstones tombstones;

    PanacheTrackers(Tombstones tombstones) {
        this.tombstones = tombstones;
    }

    @Override
    public Uni<Optional<Tracker>> find(UUID owner, TrackerId id) {
        return row(owner, id).map(found -> found.map(TrackerRow::toTracker));
    }

    @Override
    public Uni<List<Tracker>> page(UUID owner, TrackerOrder order, Optional<Cursor> after, int atMost) {
        return query(owner, new TrackerPages(order), after)
                .range(0, atMost - 1)
                .list()
                .map(rows -> rows.stream().map(TrackerRow::toTracker).toList());
    }

    private PanacheQuery<TrackerRow> query(UUID owner, TrackerPages pages, Optional<Cursor> after) {
        Parameters parameters = Parameters.with("owner", owner);
        return after.map(cursor -> find(pages.next(), pages.bind(parameters, cursor)))
                .orElseGet(() -> find(pages.first(), parameters));
    }

    @Override
    public Uni<Long> endOfOrder(UUID owner) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LAST_PLACE, Long.class)
                        .setParameter("owner", owner)
                        .getSingleResult());
    }

    @Override
    public Uni<Long> countOf(UUID owner, List<TrackerId> ids) {
        return count(
                "userId = ?1 and id in ?2",
                owner,
                ids.stream().map(TrackerId::value).toList());
    }

    @Override
    public Uni<Void> order(UUID owner, List<TrackerId> first) {
        String ids = first.stream().map(id -> id.value().toString()).collect(Collectors.joining(",", "{", "}"));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REORDER)
                        .setParameter("owner", owner)
                        .setParameter("ids", ids)
                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Earlier<Tracker>>> earlier(TrackerId id) {
        return tombstones
                .requireNone(id.value())
                .chain(() -> findById(id.value()))
                .map(row -> Optional.ofNullable(row).map(PanacheTrackers::earlier));
    }

    private static Earlier<Tracker> earlier(TrackerRow row) {
        return new Earlier<>(row.userId, row.fingerprint, row.toTracker());
    }

    @Override
    public Uni<Boolean> isNameTaken(UUID owner, String nameKey, TrackerId except) {
        return count("userId = ?1 and nameKey = ?2 and id <> ?3", owner, nameKey, except.value())
                .map(count -> count > 0);
    }

    @Override
    public Uni<Void> add(Tracker tracker, String fingerprint) {
        return Tombstones.takenIfExists(persistAndFlush(TrackerRow.of(tracker, fingerprint)));
    }

    @Override
    public Uni<Void> save(Tracker tracker) {
        return row(tracker.owner(), tracker.id())
                .map(Optional::orElseThrow)
                .invoke(row -> row.take(tracker))
                .chain(this::flush);
    }

    @Override
    public Uni<Void> remove(Tracker tracker, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REMOVE)
                        .setParameter("id", tracker.id().value())
                        .setParameter("owner", tracker.owner())
                        .setParameter("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** By primary key, so that a row which the session holds already is not asked for again. */
    private Uni<Optional<TrackerRow>> row(UUID owner, TrackerId id) {
        return findById(id.value()).map(row -> Optional.ofNullable(row).filter(found -> found.userId.equals(owner)));
    }
}
