package org.tallybook.auth.account.persistence;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Forgets the streams of users who are gone: a request that was under way during a deletion locks a stream, finds nobody,
 * and has made the stream anew. Harmless on many replicas.
 */
@ApplicationScoped
class ForgetEndedStreams {

    private static final String FORGET = """
            DELETE FROM user_stream WHERE NOT EXISTS (SELECT FROM identity WHERE identity.id = user_stream.user_id)
            """;

    private final Pool pool;

    ForgetEndedStreams(Pool pool) {
        this.pool = pool;
    }

    @Scheduled(every = "10m", delayed = "1m")
    Uni<Void> run() {
        return pool.query(FORGET).execute().replaceWithVoid();
    }
}
