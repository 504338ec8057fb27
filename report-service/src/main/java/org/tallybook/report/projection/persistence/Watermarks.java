package org.tallybook.report.projection.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tallybook.kit.event.EventCodec;
import org.tallybook.report.projection.domain.Change;
import org.tallybook.report.projection.domain.Changes;

/**
 * Remembers which sequence numbers have arrived, as a set: union does not care about order or repetition. The database
 * derives the contiguous watermark from it, the last number before the first one missing.
 */
@ApplicationScoped
public class Watermarks {

    private static final String ADVANCE = """
            INSERT INTO watermark AS known (user_id, source, received)
            SELECT s."userId", s.source, range_agg(int8range(s.sequence, s.sequence, '[]'))
            FROM jsonb_to_recordset(($1::text)::jsonb) AS s("userId" uuid, source text, sequence bigint)
            GROUP BY s."userId", s.source ORDER BY s."userId", s.source
            ON CONFLICT (user_id, source) DO UPDATE SET received = known.received + excluded.received
            """;

    private final EventCodec codec;

    Watermarks(EventCodec codec) {
        this.codec = codec;
    }

    public Uni<Void> advance(SqlConnection transaction, Changes changes) {
        List<Position> positions = changes.all().stream().map(Position::of).toList();
        return positions.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(ADVANCE)
                        .execute(Tuple.of(codec.encodeData(positions)))
                        .replaceWithVoid();
    }

    private record Position(UUID userId, String source, long sequence) {

        static Position of(Change change) {
            return new Position(change.userId(), change.source(), change.sequence());
        }
    }
}
