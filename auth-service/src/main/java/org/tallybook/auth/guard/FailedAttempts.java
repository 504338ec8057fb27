package org.tallybook.auth.guard;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.redis.client.RedisAPI;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.guard.domain.Patience;
import org.tallybook.kit.limit.BucketConfig;

/**
 * Wrong passwords in a row, by login, for all replicas together. Kept in Redis and nowhere else: for a login of nobody
 * the same happens as for one of somebody, in the same time. While Redis is away nothing is counted here; the limits of
 * each network still hold.
 */
@ApplicationScoped
class FailedAttempts {

    private static final Logger LOG = Logger.getLogger(FailedAttempts.class);
    private static final String PREFIX = "tb:auth:failed:";

    /** KEYS[1] login; ARGV[1] memory in seconds; returns how many there are now, remembers when the last was. */
    private static final String COUNT = """
            local n = redis.call('HINCRBY', KEYS[1], 'n', 1)
            redis.call('HSET', KEYS[1], 'at', redis.call('TIME')[1])
            redis.call('EXPIRE', KEYS[1], ARGV[1])
            return n
            """;

    /** KEYS[1] login; returns how many there are and how many seconds ago the last was. */
    private static final String READ = """
            local n = tonumber(redis.call('HGET', KEYS[1], 'n') or '0')
            local at = tonumber(redis.call('HGET', KEYS[1], 'at') or '0')
            return {n, tonumber(redis.call('TIME')[1]) - at}
            """;

    private final RedisAPI redis;
    private final GuardConfig config;
    private final Duration budget;
    private final Patience patience;

    FailedAttempts(RedisAPI redis, GuardConfig config, BucketConfig counting) {
        this.redis = redis;
        this.config = config;
        this.budget = counting.budget();
        this.patience = config.patience();
    }

    /** How long an unknown device must still wait. */
    Uni<Duration> pause(String subject) {
        return eval(List.of(READ, "1", PREFIX + subject))
                .map(answer -> answer == null
                        ? Duration.ZERO
                        : rest(answer.get(0).toLong(), answer.get(1).toLong()));
    }

    /** Counts one more; whether it is the one that ends the patience. */
    Uni<Boolean> add(String subject) {
        String memory = Long.toString(config.memory().toSeconds());
        return eval(List.of(COUNT, "1", PREFIX + subject, memory))
                .map(answer -> answer != null && answer.toLong() == patience.end());
    }

    Uni<Void> clear(Collection<String> subjects) {
        List<String> keys =
                new ArrayList<>(subjects.stream().map(PREFIX::concat).toList());
        return within(redis.del(keys)).onFailure().recoverWithNull().replaceWithVoid();
    }

    private Duration rest(long failures, long secondsAgo) {
        Duration pause = patience.after(failures);
        Duration rest = patience.isAtEnd(failures) ? pause : pause.minusSeconds(secondsAgo);
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    private <T> Uni<T> within(Future<T> answer) {
        return UniHelper.toUni(answer).ifNoItem().after(budget).fail();
    }

    private Uni<@Nullable Response> eval(List<String> arguments) {
        return within(redis.eval(arguments)).onFailure().recoverWithItem(failure -> {
            LOG.debugf("wrong passwords are not counted: %s", failure.getMessage());
            return null;
        });
    }
}
