package org.tallybook.tracker.integration.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.tallybook.tracker.integration.Plays;
import org.tallybook.tracker.integration.domain.DatedPlay;
import org.tallybook.tracker.integration.domain.Integration;
import org.tallybook.tracker.integration.domain.ListenedDay;
import org.tallybook.tracker.integration.domain.Play;
import org.tallybook.tracker.log.domain.LogId;

/** One statement for all plays of a run; the primary key knows which were told before. */
@ApplicationScoped
class PgPlays implements Plays {

    private static final String ADD = """
        INSERT INTO listening_play (user_id, kind, played_at, duration_ms, local_date)
        SELECT cast(:owner AS uuid), cast(:kind AS text), play.at, play.ms, play.day
        FROM jsonb_to_recordset(cast(cast(:plays AS text) AS jsonb)) AS play(at timestamptz, ms bigint, day date)
        ON CONFLICT DO NOTHING
        RETURNING played_at, duration_ms, local_date
        """;
    private static final String LENGTH = """
        SELECT coalesce(sum(duration_ms), 0) FROM listening_play
        WHERE user_id = :owner AND kind = :kind AND local_date = :day
        """;
    private static final String DAY = """
        SELECT log_id, minutes FROM listening_day
        WHERE user_id = :owner AND kind = :kind AND local_date = :day
        """;
    private static final String SAVE = """
        INSERT INTO listening_day (user_id, kind, local_date, log_id, minutes)
        VALUES (:owner, :kind, :day, :log, :minutes)
        ON CONFLICT (user_id, kind, local_date) DO UPDATE SET minutes = excluded.minutes
        """;
    private static final String FORGET_PLAYS =
            "DELETE FROM listening_play WHERE user_id = :owner AND kind = :kind AND local_date < :day";
    private static final String FORGET_DAYS =
            "DELETE FROM listening_day WHERE user_id = :owner AND kind = :kind AND local_date < :day";

    @Override
    public Uni<List<DatedPlay>> addUnknown(Integration integration, List<DatedPlay> plays) {
        if (plays.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        String json = json(plays);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD, Tuple.class)
                        .setParameter("owner", integration.owner())
                        .setParameter("kind", integration.kind())
                        .setParameter("plays", json)
                        .getResultList())
                .map(rows -> rows.stream().map(PgPlays::play).toList());
    }

    /** A play told twice in one answer is one row: its instant alone identifies it. */
    private static String json(List<DatedPlay> plays) {
        Collection<DatedPlay> once = plays.stream()
                .collect(Collectors.toMap(dated -> dated.play().playedAt(), Function.identity(), (one, other) -> one))
                .values();
        var array = new JsonArray();
        once.forEach(dated -> array.add(new JsonObject()
                .put("at", dated.play().playedAt().toString())
                .put("ms", dated.play().length().toMillis())
                .put("day", dated.day().toString())));
        return array.encode();
    }

    private static DatedPlay play(Tuple row) {
        Duration length = Duration.ofMillis(((Number) row.get("duration_ms")).longValue());
        return new DatedPlay(
                new Play(Columns.instant(row.get("played_at")), length), row.get("local_date", LocalDate.class));
    }

    @Override
    public Uni<Long> lengthOf(Integration integration, LocalDate day) {
        return Panache.getSession()
                .chain(session -> of(session.createNativeQuery(LENGTH, BigDecimal.class), integration, day)
                        .getSingleResult())
                .map(BigDecimal::longValueExact);
    }

    @Override
    public Uni<Optional<ListenedDay>> day(Integration integration, LocalDate day) {
        return Panache.getSession()
                .chain(session -> of(session.createNativeQuery(DAY, Tuple.class), integration, day)
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(found -> day(found, day)));
    }

    private static ListenedDay day(Tuple row, LocalDate day) {
        return new ListenedDay(day, new LogId(row.get("log_id", UUID.class)), row.get("minutes", BigDecimal.class));
    }

    @Override
    public Uni<Void> save(Integration integration, ListenedDay day) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SAVE)
                        .setParameter("owner", integration.owner())
                        .setParameter("kind", integration.kind())
                        .setParameter("day", day.day())
                        .setParameter("log", day.log().value())
                        .setParameter("minutes", day.minutes())
                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> forgetBefore(Integration integration, LocalDate day) {
        return forget(FORGET_PLAYS, integration, day).chain(() -> forget(FORGET_DAYS, integration, day));
    }

    private static Uni<Void> forget(String statement, Integration integration, LocalDate day) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(statement)
                        .setParameter("owner", integration.owner())
                        .setParameter("kind", integration.kind())
                        .setParameter("day", day)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static <T> Mutiny.SelectionQuery<T> of(
            Mutiny.SelectionQuery<T> query, Integration integration, LocalDate day) {
        return query.setParameter("owner", integration.owner())
                .setParameter("kind", integration.kind())
                .setParameter("day", day);
    }
}
