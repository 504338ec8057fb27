package org.tallybook.tracker.creation;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/**
 * The ids of deleted things. A consumer remembers the version of a deletion; if an id started again at version 1 its
 * events would be ignored for ever, so an id is used once.
 */
@ApplicationScoped
public class Tombstones {

    private static final String ADD = """
            INSERT INTO tombstone (id, user_id, version, deleted_at) VALUES (:id, :owner, :version, :now)
            """;
    private static final String COUNT = "SELECT count(*) FROM tombstone WHERE id = :id";

    /** Fails with {@code id-taken} if something with that id was deleted. */
    public Uni<Void> requireNone(UUID id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(COUNT, Long.class)
                        .setParameter("id", id)
                        .getSingleResult())
                .invoke(Tombstones::refuse)
                .replaceWithVoid();
    }

    /**
     * @param version of the deletion, one more than the last version of what was deleted
     */
    public Uni<Void> add(UUID id, UUID owner, long version, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD)
                        .setParameter("id", id)
                        .setParameter("owner", owner)
                        .setParameter("version", version)
                        .setParameter("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Two users who choose the same id at the same time: the primary key decides, the second gets {@code id-taken}. */
    public static <T> Uni<Void> takenIfExists(Uni<T> insert) {
        return insert.replaceWithVoid().onFailure(Tombstones::isPrimaryKey).transform(taken -> Earlier.idTaken());
    }

    private static boolean isPrimaryKey(Throwable failure) {
        return failure instanceof ConstraintViolationException violation
                && violation.getConstraintName() != null
                && violation.getConstraintName().endsWith("_pkey");
    }

    private static void refuse(long count) {
        if (count > 0) {
            throw Earlier.idTaken();
        }
    }
}
