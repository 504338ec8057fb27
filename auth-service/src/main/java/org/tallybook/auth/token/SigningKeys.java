package org.tallybook.auth.token;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tallybook.auth.token.domain.KeyRing;
import org.tallybook.auth.token.domain.SigningKey;
import org.tallybook.kit.id.Ids;
import org.tallybook.kit.token.Revocations;

/**
 * The signing keys in memory, made at the first start and looked after from then on: every replica re-reads them every
 * five seconds and adds the next key in good time.
 */
@ApplicationScoped
public class SigningKeys {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SigningKeyStore store;
    private final TokenConfig config;
    private final Revocations revocations;
    private final Ids ids;
    private final Clock clock;

    private volatile KeyRing ring = new KeyRing(List.of());

    SigningKeys(SigningKeyStore store, TokenConfig config, Revocations revocations, Ids ids, Clock clock) {
        this.store = store;
        this.config = config;
        this.revocations = revocations;
        this.ids = ids;
        this.clock = clock;
    }

    /** The key to sign with now. */
    public SigningKey signing() {
        return ring.signing(clock.instant()).orElseThrow(() -> new IllegalStateException("there is no signing key"));
    }

    /** The keys that verifiers should know. */
    public List<SigningKey> published() {
        return ring.published(clock.instant());
    }

    /** A published key by its id. */
    public Optional<SigningKey> published(String id) {
        return ring.published(id, clock.instant());
    }

    /** Before the first request can arrive. */
    void start(@Observes @Priority(10) StartupEvent event) {
        refresh().await().atMost(PATIENCE);
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return store.load().chain(this::complete).invoke(found -> ring = found).replaceWithVoid();
    }

    /**
     * Adds a key that signs as soon as every replica publishes it. The one before it verifies on for
     * {@link KeyRing#OVERLAP}, so no request fails.
     */
    public Uni<SigningKey> rotate() {
        return fresh(1).map(made -> made.get(0).signingFrom(clock.instant().plus(config.keySpread())))
                .call(store::add)
                .call(this::refresh);
    }

    /**
     * Puts a key in the place of all others, because somebody else may have them: whatever they signed, or will sign, is
     * refused everywhere at once. They are revoked before they are forgotten, so that a call which fails can be repeated.
     * Another replica may sign with an old one for some seconds, in vain.
     */
    public Uni<SigningKey> replace() {
        return store.load()
                .chain(known -> revoke(known.ids()))
                .chain(() -> fresh(1))
                .map(made -> made.get(0))
                .call(this::replaceAll)
                .call(this::refresh);
    }

    private Uni<Void> replaceAll(SigningKey fresh) {
        return store.replaceAll(fresh)
                .invoke(() -> ring = new KeyRing(List.of(fresh)))
                .chain(this::revoke);
    }

    private Uni<Void> revoke(List<String> ids) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(revocations::revokeKey)
                .collect()
                .last();
    }

    private Uni<KeyRing> complete(KeyRing found) {
        int missing = missing(found).size();
        if (missing == 0) {
            return Uni.createFrom().item(found);
        }
        return fresh(missing).chain(fresh -> store.complete(this::missing, fresh));
    }

    private Uni<List<SigningKey>> fresh(int count) {
        return Uni.createFrom().item(() -> generate(count)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private List<Instant> missing(KeyRing found) {
        return found.missing(clock.instant(), config.keyPeriod(), config.keyLead());
    }

    private List<SigningKey> generate(int count) {
        List<SigningKey> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            KeyPair pair = pair();
            keys.add(new SigningKey(
                    ids.next().toString(), (RSAPublicKey) pair.getPublic(), pair.getPrivate(), clock.instant()));
        }
        return keys;
    }

    private KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(config.keyBits());
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has RSA", impossible);
        }
    }
}
