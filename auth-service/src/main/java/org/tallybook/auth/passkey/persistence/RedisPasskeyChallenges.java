package org.tallybook.auth.passkey.persistence;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.tallybook.auth.passkey.PasskeyChallenges;
import org.tallybook.auth.passkey.domain.Octets;
import org.tallybook.auth.secret.Mac32;
import org.tallybook.auth.secret.Secrets;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/** By HMAC, so that who reads Redis has no challenge. GETDEL gives one to a single taker, on any replica. */
@ApplicationScoped
class RedisPasskeyChallenges implements PasskeyChallenges {

    private static final String PREFIX = "tb:passkey:";
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ReactiveValueCommands<String, String> entries;
    private final Mac32 mac;

    RedisPasskeyChallenges(ReactiveRedisDataSource redis, Secrets secrets) {
        this.entries = redis.value(String.class);
        this.mac = secrets.keyFor("passkey/challenge");
    }

    @Override
    public Uni<Void> remember(Octets challenge, String purpose, Duration life) {
        return patiently(entries.setex(key(challenge), life.toSeconds(), purpose));
    }

    @Override
    public Uni<Optional<String>> take(Octets challenge) {
        return patiently(entries.getdel(key(challenge))).map(Optional::ofNullable);
    }

    private static <T> Uni<T> patiently(Uni<T> answer) {
        return answer.ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .transform(cause -> Rejected.because(KitSlugs.UNAVAILABLE).retryAfter(PATIENCE));
    }

    private String key(Octets challenge) {
        return PREFIX + HexFormat.of().formatHex(mac.of(challenge.bytes()));
    }
}
