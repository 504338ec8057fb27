package org.tallybook.tracker.log.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tallybook.tracker.creation.Earlier;
import org.tallybook.tracker.creation.Tombstones;
import org.tallybook.tracker.log.LogFilter;
import org.tallybook.tracker.log.Logs;
import org.tallybook.tracker.log.domain.LogEntry;
import org.tallybook.tracker.log.domain.LogId;
import org.tallybook.tracker.tracker.domain.Tracker;
import org.tallybook.tracker.tracker.domain.TrackerId;

@ApplicationScoped
class PanacheLogs implements Logs, PanacheRepositoryBase<LogRow, UUID> {

    private static final String LATEST = "trackerId = ?1 order by occurredAt desc, id desc";
    private static final String VERSIONS = "SELECT id, version FROM log_entry WHERE tracker_id = :tracker";

    /** One statement moves the rows into the trash, so that none is in two places or in neither. */
    static final String REMOVE = """
            WITH gone AS (DELETE FROM log_entry WHERE %s RETURNING *),
                 kept AS (
                     INSERT INTO trashed_log (id, user_id, tracker_id, version, deleted_at, with_tracker, entry)
                     SELECT id, user_id, tracker_id, version + 1, cast(:now AS timestamptz), %s, to_jsonb(gone)
                     FROM gone)
            INSERT INTO tombstone (id, user_id, version, deleted_at)
            SELECT id, user_id, version + 1, cast(:now AS timestamptz) FROM gone
            """;

    private static final String REMOVE_ONE = REMOVE.formatted("id = :id AND user_id = :owner", "false");
    private static final String REMOVE_ALL = REMOVE.formatted("tracker_id = :id AND user_id = :owner", "true");

    private final Tombstones tombstones;

    PanacheLogs(Tombstones tombstones) {
        this.tombstones = tombstones;
    }

    @Override
    public Uni<Optional<LogEntry>> find(UUID owner, TrackerId tracker, LogId id) {
        return row(owner, tracker, id).map(found -> found.map(LogRow::toEntry));
    }

    @Override
    public Uni<Optional<LogEntry>> find(UUID owner, LogId id) {
        return findById(id.value())
                .map(row -> Optional.ofNullable(row)
                        .filter(found -> found.userId.equals(owner))
                        .map(LogRow::toEntry));
    }

    @Override
    public Uni<List<LogEntry>> page(LogFilter filter, int atMost) {
        LogSelection selection = new LogSelection(filter);
        return find(selection.query(), selection.parameters())
                .range(0, atMost - 1)
                .list()
                .map(rows -> rows.stream().map(LogRow::toEntry).toList());
    }

    @Override
    public Uni<Optional<Earlier<LogEntry>>> earlier(LogId id) {
        return tombstones
                .requireNone(id.value())
                .chain(() -> findById(id.value()))
                .map(row -> Optional.ofNullable(row).map(PanacheLogs::earlier));
    }

    private static Earlier<LogEntry> earlier(LogRow row) {
        return new Earlier<>(row.userId, row.fingerprint, row.toEntry());
    }

    @Override
    public Uni<Optional<Instant>> latestOf(TrackerId tracker) {
        return find(LATEST, tracker.value())
                .firstResult()
                .map(row -> Optional.ofNullable(row).map(latest -> latest.occurredAt));
    }

    @Override
    public Uni<Void> add(LogEntry entry, String fingerprint) {
        return Tombstones.takenIfExists(persistAndFlush(LogRow.of(entry, fingerprint)));
    }

    @Override
    public Uni<Void> save(LogEntry entry) {
        return row(entry.owner(), entry.trackerId(), entry.id())
                .map(Optional::orElseThrow)
                .invoke(row -> row.take(entry))
                .chain(this::flush);
    }

    @Override
    public Uni<Void> remove(LogEntry entry, Instant now) {
        return remove(REMOVE_ONE, entry.id().value(), entry.owner(), now);
    }

    @Override
    public Uni<List<LogVersion>> allOf(TrackerId tracker) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(VERSIONS, Object[].class)
                        .setParameter("tracker", tracker.value())
                        .getResultList())
                .map(rows -> rows.stream().map(PanacheLogs::version).toList());
    }

    @Override
    public Uni<Void> removeAllOf(Tracker tracker, Instant now) {
        return remove(REMOVE_ALL, tracker.id().value(), tracker.owner(), now);
    }

    private static Uni<Void> remove(String sql, UUID id, UUID owner, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql)
                        .setParameter("id", id)
                        .setParameter("owner", owner)
                        .setParameter("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static LogVersion version(Object[] row) {
        return new LogVersion(new LogId((UUID) row[0]), ((Number) row[1]).longValue());
    }

    /** By primary key, so that a row which the session holds already is not asked for again. */
    private Uni<Optional<LogRow>> row(UUID owner, TrackerId tracker, LogId id) {
        return findById(id.value()).map(row -> Optional.ofNullable(row).filter(found -> found.isIn(owner, tracker)));
    }
}
