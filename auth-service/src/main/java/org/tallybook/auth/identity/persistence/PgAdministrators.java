package org.tallybook.auth.identity.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tallybook.auth.identity.Administrators;
import org.tallybook.auth.identity.IdentitySlugs;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.kit.problem.Rejected;

/** Plain SQL, so that no state of a user is remembered from before the lock of the user's stream. */
@ApplicationScoped
class PgAdministrators implements Administrators {

    private static final String IS_ONE = "SELECT count(*) FROM identity WHERE id = :user AND 'admin' = ANY (roles)";
    private static final String TAKE_TURN = "SELECT pg_advisory_xact_lock(2055319566)";
    private static final String OTHERS = """
            SELECT count(*) FROM identity WHERE id <> :user AND 'admin' = ANY (roles) AND locked_at IS NULL
            """;
    private static final String APPOINT = """
            WITH appointed AS (
                UPDATE identity SET roles = ARRAY['admin', 'user'], version = version + 1, updated_at = $2
                WHERE (email_key = ANY ($1) OR username_key = ANY ($1)) AND email_verified_at IS NOT NULL
                    AND NOT 'admin' = ANY (roles)
                RETURNING id)
            INSERT INTO audit_event (id, user_id, action, at)
            SELECT gen_random_uuid(), id, 'ADMINISTRATOR_APPOINTED', $2 FROM appointed RETURNING user_id
            """;

    private static final String STATE = """
            SELECT email_verified_at IS NOT NULL AS verified FROM identity WHERE email_key = $1 OR username_key = $1
            """;

    private final Set<String> named;
    private final Pool pool;
    private final Clock clock;

    PgAdministrators(@ConfigProperty(name = "tallybook.admin") Optional<List<String>> named, Pool pool, Clock clock) {
        this.named = named.orElse(List.of()).stream()
                .map(name -> name.trim().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public boolean isNamed(Identity identity) {
        return named.contains(identity.email().key())
                || named.contains(identity.profile().username().key());
    }

    @Override
    public Uni<Void> requireAnotherThan(UserId leaving) {
        return count(IS_ONE, leaving).chain(one -> one == 0 ? Uni.createFrom().voidItem() : requireOther(leaving));
    }

    @Override
    public Uni<List<UserId>> appoint() {
        return named.isEmpty() ? Uni.createFrom().item(List.of()) : appoint(named);
    }

    @Override
    public Uni<Appointment> appoint(String login) {
        String key = login.trim().toLowerCase(Locale.ROOT);
        return appoint(Set.of(key))
                .chain(appointed ->
                        appointed.isEmpty() ? explain(key) : Uni.createFrom().item(Appointment.APPOINTED));
    }

    private Uni<Appointment> explain(String key) {
        return pool.preparedQuery(STATE).execute(Tuple.of(key)).map(rows -> {
            if (rows.size() == 0) {
                return Appointment.UNKNOWN;
            }
            return rows.iterator().next().getBoolean("verified") ? Appointment.WAS_ONE : Appointment.NOT_VERIFIED;
        });
    }

    private Uni<List<UserId>> appoint(Set<String> keys) {
        var parameters =
                Tuple.of(keys.toArray(String[]::new), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        return pool.preparedQuery(APPOINT)
                .execute(parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new UserId(row.getUUID("user_id")))
                        .toList());
    }

    private Uni<Void> requireOther(UserId leaving) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE_TURN).getResultList())
                .chain(() -> count(OTHERS, leaving))
                .invoke(PgAdministrators::requireSome)
                .replaceWithVoid();
    }

    private static Uni<Long> count(String sql, UserId user) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql, Long.class)
                        .setParameter("user", user.value())
                        .getSingleResult());
    }

    private static void requireSome(long others) {
        if (others == 0) {
            throw Rejected.because(IdentitySlugs.LAST_ADMINISTRATOR);
        }
    }
}
