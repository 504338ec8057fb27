package org.tallybook.auth.connection.persistence;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.tallybook.auth.connection.BegunSignIns;
import org.tallybook.auth.connection.domain.BegunSignIn;
import org.tallybook.auth.connection.domain.Errand;
import org.tallybook.auth.connection.domain.ReturnTo;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.invitation.domain.InvitationKey;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.auth.secret.TokenKeys;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.auth.session.domain.SessionMode;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/** Under the digest of their state, so that who reads Redis cannot come back in somebody's place. */
@ApplicationScoped
class RedisBegunSignIns implements BegunSignIns {

    private static final Duration LIFE = Duration.ofMinutes(10);

    private final ReactiveValueCommands<String, String> entries;
    private final TokenKeys keys;

    RedisBegunSignIns(ReactiveRedisDataSource redis, TokenKeys keys) {
        this.entries = redis.value(String.class);
        this.keys = keys;
    }

    @Override
    public Uni<Void> add(OpaqueToken state, BegunSignIn begun) {
        return entries.setex(key(state), LIFE.toSeconds(), write(begun))
                .onFailure()
                .transform(RedisBegunSignIns::unavailable);
    }

    @Override
    public Uni<Optional<BegunSignIn>> take(OpaqueToken state) {
        return entries.getdel(key(state))
                .onFailure()
                .transform(RedisBegunSignIns::unavailable)
                .map(text -> Optional.ofNullable(text).map(RedisBegunSignIns::read));
    }

    private String key(OpaqueToken state) {
        return "tb:oauth:" + HexFormat.of().formatHex(keys.digest(state));
    }

    private static String write(BegunSignIn begun) {
        return new JsonObject()
                .put("provider", begun.provider())
                .put("errand", begun.errand().name())
                .put("user", begun.user() == null ? null : begun.user().toString())
                .put("session", begun.session() == null ? null : begun.session().toString())
                .put("browser", begun.browser())
                .put("mode", begun.mode().name())
                .put("returnTo", begun.returnTo().path())
                .put(
                        "invitation",
                        begun.invitation() == null ? null : begun.invitation().hex())
                .put("verifier", begun.verifier())
                .put("nonce", begun.nonce())
                .encode();
    }

    private static BegunSignIn read(String text) {
        var entry = new JsonObject(text);
        String user = entry.getString("user");
        String session = entry.getString("session");
        String invitation = entry.getString("invitation");
        return new BegunSignIn(
                entry.getString("provider"),
                Errand.valueOf(entry.getString("errand")),
                user == null ? null : new UserId(UUID.fromString(user)),
                session == null ? null : new SessionId(UUID.fromString(session)),
                entry.getString("browser"),
                SessionMode.valueOf(entry.getString("mode")),
                new ReturnTo(entry.getString("returnTo")),
                invitation == null ? null : new InvitationKey(invitation),
                entry.getString("verifier"),
                entry.getString("nonce"));
    }

    private static Rejected unavailable(Throwable cause) {
        return Rejected.because(KitSlugs.UNAVAILABLE).retryAfter(Duration.ofSeconds(1));
    }
}
