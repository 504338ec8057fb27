package org.tallybook.tracker.integration.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.tallybook.tracker.integration.Integrations;
import org.tallybook.tracker.integration.domain.Integration;
import org.tallybook.tracker.integration.domain.PauseReason;
import org.tallybook.tracker.integration.domain.Standing;

/** In SQL: a row changes by the number of its run, and never as a whole. */
@ApplicationScoped
class PgIntegrations implements Integrations {

    private static final String OF_USER =
            "SELECT " + Columns.ALL + " FROM integration WHERE user_id = :owner ORDER BY kind";
    private static final String ADD = """
        INSERT INTO integration (user_id, kind, tracker_id, zone_id, since, heard_until, state, next_run_at)
        VALUES (:owner, :kind, :tracker, :zone, :since, :heard, :state, :next)
        """;
    private static final String SETTLE = """
        UPDATE integration
        SET heard_until = :heard, state = :state, pause_reason = cast(:reason AS text), failures = :failures,
            next_run_at = :next, last_run_at = cast(:last AS timestamptz), last_problem = cast(:problem AS text),
            leased_until = NULL
        WHERE user_id = :owner AND kind = :kind AND run = :run AND since = :since
        """;
    private static final String REMOVE = "DELETE FROM integration WHERE user_id = :owner AND kind = :kind";

    @Override
    public Uni<List<Integration>> ofUser(UUID owner) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OF_USER, Tuple.class)
                        .setParameter("owner", owner)
                        .getResultList())
                .map(rows -> rows.stream().map(PgIntegrations::integration).toList());
    }

    @Override
    public Uni<Optional<Integration>> find(UUID owner, String kind) {
        return ofUser(owner)
                .map(all -> all.stream()
                        .filter(integration -> integration.kind().equals(kind))
                        .findFirst());
    }

    @Override
    public Uni<Void> add(Integration integration) {
        return Panache.getSession()
                .chain(session -> adding(session, integration).executeUpdate())
                .replaceWithVoid();
    }

    private static Mutiny.MutationQuery adding(Mutiny.Session session, Integration integration) {
        Standing standing = integration.standing();
        return session.createNativeQuery(ADD)
                .setParameter("owner", integration.owner())
                .setParameter("kind", integration.kind())
                .setParameter("tracker", integration.tracker().value())
                .setParameter("zone", integration.zone().getId())
                .setParameter("since", Columns.moment(integration.since()))
                .setParameter("heard", Columns.moment(integration.heardUntil()))
                .setParameter("state", standing.state().name())
                .setParameter("next", Columns.moment(standing.nextRunAt()));
    }

    @Override
    public Uni<Boolean> settle(Integration integration) {
        return Panache.getSession()
                .chain(session -> settling(session, integration).executeUpdate())
                .map(rows -> rows == 1);
    }

    private static Mutiny.MutationQuery settling(Mutiny.Session session, Integration integration) {
        Standing standing = integration.standing();
        PauseReason reason = standing.reason();
        Instant last = standing.lastRunAt();
        return session.createNativeQuery(SETTLE)
                .setParameter("owner", integration.owner())
                .setParameter("kind", integration.kind())
                .setParameter("run", standing.run())
                .setParameter("since", Columns.moment(integration.since()))
                .setParameter("heard", Columns.moment(integration.heardUntil()))
                .setParameter("state", standing.state().name())
                .setParameter("reason", reason == null ? null : reason.name())
                .setParameter("failures", standing.failures())
                .setParameter("next", Columns.moment(standing.nextRunAt()))
                .setParameter("last", last == null ? null : Columns.moment(last))
                .setParameter("problem", standing.lastProblem());
    }

    @Override
    public Uni<Boolean> remove(UUID owner, String kind) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REMOVE)
                        .setParameter("owner", owner)
                        .setParameter("kind", kind)
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    private static Integration integration(Tuple row) {
        return Columns.integration(row::get);
    }
}
