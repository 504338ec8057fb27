package org.tallybook.kit.limit;

import io.vertx.core.Future;
import io.vertx.redis.client.RedisAPI;
import io.vertx.redis.client.Response;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The buckets of all replicas, in Redis. When Redis does not answer within the budget this instance counts alone; the
 * request that Redis then counts late makes the limit stricter by one, never looser.
 */
@Singleton
public class SharedBuckets {

    private static final Logger LOG = Logger.getLogger(SharedBuckets.class);
    private static final String PREFIX = "tb:limit:";
    private static final String SCRIPT = read("/limit/gcra.lua");
    private static final String SCRIPT_SHA1 = sha1(SCRIPT);

    private final RedisAPI redis;
    private final LocalBuckets local;
    private final BucketConfig config;

    SharedBuckets(RedisAPI redis, LocalBuckets local, BucketConfig config) {
        this.redis = redis;
        this.local = local;
        this.config = config;
    }

    /** For a service's start: opens a connection before a request needs one, as that takes longer than its budget. */
    public void connectEarly() {
        redis.script(List.of("LOAD", SCRIPT))
                .onFailure(failure -> LOG.warnf(
                        "Redis cannot be reached; limits are counted by this instance alone: %s",
                        failure.getMessage()));
    }

    /**
     * Takes one request out of a bucket. Never fails.
     *
     * @param key names the bucket among those of all services
     */
    public Future<Verdict> take(String key, Quota quota) {
        return run("evalsha", SCRIPT_SHA1, key, quota)
                .recover(failure ->
                        isUnknownScript(failure) ? run("eval", SCRIPT, key, quota) : Future.failedFuture(failure))
                .timeout(config.budget().toMillis(), TimeUnit.MILLISECONDS)
                .map(SharedBuckets::verdict)
                .otherwise(failure -> alone(key, quota, failure));
    }

    /** Fills a bucket, because what it counted proved to be harmless. Never fails. */
    public Future<Void> refill(String key) {
        local.refill(key);
        return redis.del(List.of(PREFIX + key))
                .timeout(config.budget().toMillis(), TimeUnit.MILLISECONDS)
                .<Void>mapEmpty()
                .otherwiseEmpty();
    }

    private Future<@Nullable Response> run(String command, String script, String key, Quota quota) {
        List<String> arguments =
                List.of(script, "1", PREFIX + key, Long.toString(quota.interval()), Long.toString(quota.tolerance()));
        return command.equals("eval") ? redis.eval(arguments) : redis.evalsha(arguments);
    }

    private static boolean isUnknownScript(Throwable failure) {
        return failure.getMessage() != null && failure.getMessage().startsWith("NOSCRIPT");
    }

    private static Verdict verdict(@Nullable Response answer) {
        Response numbers = Objects.requireNonNull(answer);
        return new Verdict(
                numbers.get(0).toLong() == 1,
                numbers.get(1).toLong(),
                numbers.get(2).toLong(),
                numbers.get(3).toLong());
    }

    private Verdict alone(String key, Quota quota, Throwable failure) {
        LOG.debugf("limits are counted locally: %s", failure.getMessage());
        return local.take(key, quota);
    }

    private static String read(String resource) {
        try (InputStream in = Objects.requireNonNull(SharedBuckets.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String sha1(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(script.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-1", impossible);
        }
    }
}
