package org.tallybook.kit.token;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/**
 * Which access tokens died before they expired. auth-service writes its database first and then here; every service
 * asks here at every request, so a logout is effective everywhere at once. An entry outlives every token it can
 * concern. If Redis cannot be asked within {@link #PATIENCE} the request is refused: nothing revoked becomes valid.
 */
@ApplicationScoped
public class Revocations {

    static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Duration REMEMBERED =
            AccessTokenRules.LONGEST_LIFE.plus(AccessTokenRules.SKEW.multipliedBy(2));

    private static final Duration KEY_REMEMBERED = Duration.ofDays(30);

    private final ReactiveValueCommands<String, String> entries;

    Revocations(ReactiveRedisDataSource redis) {
        this.entries = redis.value(String.class);
    }

    /** Ends every access token of a session. */
    public Uni<Void> revokeSession(UUID sessionId) {
        return remember(session(sessionId.toString()), "1");
    }

    /** Ends every access token that a user was issued up to and including that second. */
    public Uni<Void> revokeUser(UUID userId, Instant until) {
        return remember(user(userId.toString()), Long.toString(until.getEpochSecond()));
    }

    /**
     * Ends every access token that a signing key has made or will make. Verifiers drop a withdrawn key by themselves, but
     * not all at the same moment, and not while the issuer is away; hence remembered long.
     */
    public Uni<Void> revokeKey(String keyId) {
        return entries.setex(key(keyId), KEY_REMEMBERED.toSeconds(), "1");
    }

    /**
     * Whether a verified token was revoked.
     *
     * @return fails with {@link Rejected} {@code revocation-unavailable} if that cannot be found out
     */
    public Uni<Boolean> isRevoked(JsonWebToken token) {
        String session = session(token.getClaim("sid"));
        String single = "tb:revoked:jti:" + token.getTokenID();
        String user = user(token.getSubject());
        String key = key(keyOf(token));
        return entries.mget(session, single, user, key)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .transform(cause ->
                        Rejected.because(KitSlugs.REVOCATION_UNAVAILABLE).retryAfter(Duration.ofSeconds(1)))
                .map(found -> found.get(session) != null
                        || found.get(single) != null
                        || found.get(key) != null
                        || issuedBefore(found, user, token.getIssuedAtTime()));
    }

    private static boolean issuedBefore(Map<String, String> found, String user, long issued) {
        String epoch = found.get(user);
        return epoch != null && issued <= Long.parseLong(epoch);
    }

    private Uni<Void> remember(String key, String value) {
        return entries.setex(key, REMEMBERED.toSeconds(), value);
    }

    private static String session(String sessionId) {
        return "tb:revoked:sid:" + sessionId;
    }

    private static String key(String keyId) {
        return "tb:revoked:kid:" + keyId;
    }

    private static String keyOf(JsonWebToken token) {
        try {
            return AccessTokenRules.checkHeader(token.getRawToken());
        } catch (ParseException impossible) {
            throw new IllegalStateException("a verified token has a good header", impossible);
        }
    }

    private static String user(String userId) {
        return "tb:revoked:user:" + userId;
    }
}
