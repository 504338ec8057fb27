package org.tallybook.tracker.tracker.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tallybook.kit.page.Cursor;
import org.tallybook.tracker.creation.Earlier;
import org.tallybook.tracker.creation.Tombstones;
import org.tallybook.tracker.tracker.Trackers;
import org.tallybook.tracker.tracker.domain.Tracker;
import org.tallybook.tracker.tracker.domain.TrackerId;

@ApplicationScoped
class PanacheTrackers implements Trackers, PanacheRepositoryBase<TrackerRow, UUID> {

    private static final String ORDER = " order by updatedAt desc, id desc";
    private static final String FIRST_PAGE = "userId = :owner" + ORDER;

    /** The first bound is implied by the second; it lets PostgreSQL start the index at the cursor. */
    private static final String NEXT_PAGE =
            "userId = :owner and updatedAt <= :at and (updatedAt < :at or id < :id)" + ORDER;

    private final Tombstones tombstones;

    PanacheTrackers(Tombstones tombstones) {
        this.tombstones = tombstones;
    }

    @Override
    public Uni<Optional<Tracker>> find(UUID owner, TrackerId id) {
        return row(owner, id).map(found -> found.map(TrackerRow::toTracker));
    }

    @Override
    public Uni<List<Tracker>> page(UUID owner, Optional<Cursor> after, int atMost) {
        return query(owner, after)
                .range(0, atMost - 1)
                .list()
                .map(rows -> rows.stream().map(TrackerRow::toTracker).toList());
    }

    private PanacheQuery<TrackerRow> query(UUID owner, Optional<Cursor> after) {
        Parameters parameters = Parameters.with("owner", owner);
        return after.map(cursor ->
                        find(NEXT_PAGE, parameters.and("at", cursor.at()).and("id", cursor.id())))
                .orElseGet(() -> find(FIRST_PAGE, parameters));
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
        return delete("id = ?1 and userId = ?2", tracker.id().value(), tracker.owner())
                .chain(() -> tombstones.add(tracker.id().value(), tracker.owner(), tracker.tombstoneVersion(), now));
    }

    /** By primary key, so that a row which the session holds already is not asked for again. */
    private Uni<Optional<TrackerRow>> row(UUID owner, TrackerId id) {
        return findById(id.value()).map(row -> Optional.ofNullable(row).filter(found -> found.userId.equals(owner)));
    }
}
