package org.tallybook.report.projection.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tallybook.kit.event.EventCodec;

/** One row a user, taken before anything of the user is changed: two replicas never interleave on one user. */
@ApplicationScoped
public class ProjectedUsers {

    private static final String TOUCH = """
            INSERT INTO projected_user AS known (user_id, revision, as_of)
            SELECT s."userId", 1, s.at
            FROM jsonb_to_recordset(($1::text)::jsonb) AS s("userId" uuid, at timestamptz) ORDER BY s."userId"
            ON CONFLICT (user_id) DO UPDATE
                SET revision = known.revision + 1, as_of = greatest(known.as_of, excluded.as_of)
            """;

    private final EventCodec codec;

    ProjectedUsers(EventCodec codec) {
        this.codec = codec;
    }

    /**
     * Locks the users' rows in the order of their ids, creating those that are new, and counts a new revision of each.
     *
     * @param users with the instant of the newest event of each
     */
    public Uni<Void> touch(SqlConnection transaction, Map<UUID, Instant> users) {
        List<Touched> rows = users.entrySet().stream()
                .map(user -> new Touched(user.getKey(), user.getValue()))
                .toList();
        return transaction
                .preparedQuery(TOUCH)
                .execute(Tuple.of(codec.encodeData(rows)))
                .replaceWithVoid();
    }

    private record Touched(UUID userId, Instant at) {}
}
