package org.tallybook.gateway.session;

import io.vertx.core.Future;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.RedisAPI;
import io.vertx.redis.client.Response;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens of sessions and of personal access tokens, in Redis, shared by all replicas. The key is a hash of the secret: whoever reads Redis
 * cannot sign in with what is found there for longer than a token lives.
 *
 * <p>A cache and nothing more: when Redis is slow or away every call answers "not here" within its budget, and the
 * ticket is exchanged again. A token that was cached by a request racing with a logout is harmless, because every
 * service asks for revocations by itself.
 */
@Singleton
class TokenCache {

    private static final Logger LOG = Logger.getLogger(TokenCache.class);

    private final RedisAPI redis;
    private final SessionConfig config;
    private final Clock clock;

    TokenCache(RedisAPI redis, SessionConfig config, Clock clock) {
        this.redis = redis;
        this.config = config;
        this.clock = clock;
    }

    Future<Optional<AccessToken>> find(Ticket ticket) {
        return within(redis.get(key(ticket))).map(this::decode).otherwise(this::doWithout);
    }

    Future<Void> put(Ticket ticket, AccessToken token) {
        Duration usable = token.usableFor(config.margin(), clock.instant());
        if (usable.isNegative() || usable.isZero()) {
            return Future.succeededFuture();
        }
        String entry = new JsonObject()
                .put("token", token.value())
                .put("user", token.userId())
                .put("exp", token.expiresAt().getEpochSecond())
                .encode();
        return within(redis.psetex(key(ticket), Long.toString(usable.toMillis()), entry))
                .otherwise(this::ignored)
                .mapEmpty();
    }

    Future<Void> drop(Ticket ticket) {
        return within(redis.del(List.of(key(ticket)))).otherwise(this::ignored).mapEmpty();
    }

    private Future<@Nullable Response> within(Future<@Nullable Response> answer) {
        return answer.timeout(config.cacheBudget().toMillis(), TimeUnit.MILLISECONDS);
    }

    private Optional<AccessToken> decode(@Nullable Response response) {
        if (response == null) {
            return Optional.empty();
        }
        try {
            JsonObject entry = new JsonObject(response.toString());
            AccessToken token = new AccessToken(
                    entry.getString("token"), entry.getString("user"), Instant.ofEpochSecond(entry.getLong("exp")));
            return Optional.of(token)
                    .filter(held ->
                            !held.usableFor(config.margin(), clock.instant()).isNegative());
        } catch (DecodeException | ClassCastException | NullPointerException foreign) {
            return Optional.empty();
        }
    }

    private Optional<AccessToken> doWithout(Throwable failure) {
        ignored(failure);
        return Optional.empty();
    }

    private @Nullable Response ignored(Throwable failure) {
        LOG.debugf("token cache unavailable: %s", failure.getMessage());
        return null;
    }

    static String key(Ticket ticket) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(ticket.secret().getBytes(StandardCharsets.US_ASCII));
            return ticket.kind().cachePrefix + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
