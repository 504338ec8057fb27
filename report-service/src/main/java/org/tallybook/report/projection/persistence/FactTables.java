package org.tallybook.report.projection.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tallybook.kit.event.EventCodec;
import org.tallybook.report.projection.domain.Changes;
import org.tallybook.report.projection.domain.LogFact;
import org.tallybook.report.projection.domain.LoginFact;
import org.tallybook.report.projection.domain.TrackerFact;
import org.tallybook.report.projection.domain.UserFact;

/**
 * Writes facts, one statement a kind and batch. Every statement keeps the state with the greatest version, so
 * duplicates, replays and any order of arrival end in the same rows.
 */
@ApplicationScoped
public class FactTables {

    private final EventCodec codec;

    FactTables(EventCodec codec) {
        this.codec = codec;
    }

    /** The users' rows must be locked; see {@link ProjectedUsers#touch}. */
    public Uni<Void> save(SqlConnection transaction, Changes changes) {
        return write(transaction, FactSql.USERS, changes.newest(UserFact.class))
                .chain(() -> write(transaction, FactSql.TRACKERS, changes.newest(TrackerFact.class)))
                .chain(() -> write(transaction, FactSql.LOGS, changes.newest(LogFact.class)))
                .chain(() -> write(transaction, FactSql.LOGINS, changes.newest(LoginFact.class)));
    }

    private Uni<Void> write(SqlConnection transaction, String sql, List<?> facts) {
        return facts.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(sql)
                        .execute(Tuple.of(codec.encodeData(facts)))
                        .replaceWithVoid();
    }
}
