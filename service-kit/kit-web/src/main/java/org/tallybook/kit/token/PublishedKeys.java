package org.tallybook.kit.token;

import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/**
 * The issuer's key set (RFC 7517), kept in memory. It is read once a minute, so a key that was withdrawn stops working
 * soon, and at once when a token names a key that is not in it, at most once a second. While the issuer is away the
 * last key set stays good: the service does not fall with auth-service.
 */
@ApplicationScoped
@DefaultBean
class PublishedKeys implements VerificationKeys {

    static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Logger LOG = Logger.getLogger(PublishedKeys.class);
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MIN_MODULUS_BITS = 2048;

    private final Vertx vertx;
    private final HttpClient client;
    private final String url;
    private final Uni<Map<String, PublicKey>> reading;

    private volatile Map<String, PublicKey> keys = Map.of();
    private volatile long readAt;

    PublishedKeys(Vertx vertx, @ConfigProperty(name = "mp.jwt.verify.publickey.location") String url) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient();
        this.url = url;
        this.reading = Uni.createFrom()
                .deferred(this::download)
                .onTermination()
                .invoke(() -> readAt = System.nanoTime())
                .memoize()
                .until(() -> System.nanoTime() - readAt > PAUSE.toNanos());
    }

    @Override
    public Optional<PublicKey> known(String keyId) {
        return Optional.ofNullable(keys.get(keyId));
    }

    @Override
    public Uni<Void> lookUp(String keyId) {
        if (keys.containsKey(keyId)) {
            return Uni.createFrom().voidItem();
        }
        Context caller = io.vertx.core.Vertx.currentContext();
        return reading.onFailure()
                .transform(unreachable -> Rejected.because(KitSlugs.UNAVAILABLE).retryAfter(PAUSE))
                .emitOn(task -> resume(caller, task))
                .replaceWithVoid();
    }

    void readNowAndThen(@Observes StartupEvent event) {
        refresh();
        vertx.setPeriodic(PERIOD.toMillis(), timer -> refresh());
    }

    /** Nobody waits for this one: who needs a key that is still missing asks for it. */
    private void refresh() {
        reading.subscribe()
                .with(
                        read -> LOG.debugf("key set read: keys=%d", read.size()),
                        failure -> LOG.warnf("key set not read: url=%s cause=%s", url, failure.getMessage()));
    }

    private Uni<Map<String, PublicKey>> download() {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(url)
                .setTimeout(PATIENCE.toMillis());
        return client.request(request)
                .chain(prepared -> prepared.send())
                .chain(PublishedKeys::body)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(PublishedKeys::parse)
                .invoke(read -> keys = read);
    }

    private static Uni<String> body(HttpClientResponse response) {
        return response.statusCode() == 200
                ? response.body().map(Object::toString)
                : Uni.createFrom().failure(new IllegalStateException("status " + response.statusCode()));
    }

    private static Map<String, PublicKey> parse(String json) {
        try {
            return new JsonWebKeySet(json)
                    .getJsonWebKeys().stream()
                            .filter(RsaJsonWebKey.class::isInstance)
                            .map(RsaJsonWebKey.class::cast)
                            .filter(PublishedKeys::isForUs)
                            .collect(Collectors.toUnmodifiableMap(
                                    RsaJsonWebKey::getKeyId, RsaJsonWebKey::getPublicKey, (first, again) -> first));
        } catch (JoseException malformed) {
            throw new IllegalStateException("not a JSON Web Key Set", malformed);
        }
    }

    private static boolean isForUs(RsaJsonWebKey key) {
        return key.getKeyId() != null
                && "sig".equals(key.getUse())
                && key.getRsaPublicKey().getModulus().bitLength() >= MIN_MODULUS_BITS;
    }

    /** A read is shared; each of those who wait goes on where it came from. */
    private static void resume(Context caller, Runnable task) {
        if (caller == null) {
            task.run();
        } else {
            caller.runOnContext(ignored -> task.run());
        }
    }
}
