package org.tallybook.auth.credential;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.credential.domain.Argon2Hash;
import org.tallybook.auth.credential.domain.BcryptHash;
import org.tallybook.auth.credential.domain.PasswordHash;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/**
 * Hashes and checks passwords on a few threads of its own, so that a rush of logins neither blocks an event loop nor
 * takes all memory. When too many wait already, the next is refused with {@code unavailable} and {@code Retry-After}.
 * Answers arrive on the Vert.x context of the caller. Call it before a database session is opened.
 */
@Singleton
public class PasswordHashing {

    private static final Duration LATER = Duration.ofSeconds(2);

    private final Argon2 argon2;
    private final ThreadPoolExecutor workers;

    /** Compared with when there is nobody to compare with, so that an unknown user costs what a known one does. */
    private final PasswordHash nobody;

    PasswordHashing(Argon2 argon2, PasswordConfig config) {
        this.argon2 = argon2;
        this.workers = workers(config);
        this.nobody = argon2.hash("nobody has this password, but it takes as long to find out");
    }

    public Uni<PasswordHash> hash(String password) {
        return run(() -> argon2.hash(password));
    }

    /**
     * Whether a password is right.
     *
     * @param hash null if there is no such user; takes as long and is never right
     */
    public Uni<Boolean> matches(@Nullable PasswordHash hash, String password) {
        return run(() -> isRight(hash == null ? nobody : hash, password)).map(equal -> equal && hash != null);
    }

    /** Whether a right password should be hashed anew; does not compute. */
    public boolean isOutdated(PasswordHash hash) {
        return !(hash instanceof Argon2Hash own) || argon2.isOutdated(own);
    }

    private boolean isRight(PasswordHash hash, String password) {
        return hash instanceof BcryptHash brought
                ? Bcrypt.matches(brought, password)
                : argon2.matches((Argon2Hash) hash, password);
    }

    private <T> Uni<T> run(Supplier<T> work) {
        return Uni.createFrom().<T>emitter(emitter -> submit(work, emitter)).emitOn(callersContext());
    }

    private <T> void submit(Supplier<T> work, UniEmitter<? super T> emitter) {
        try {
            workers.execute(() -> complete(work, emitter));
        } catch (RejectedExecutionException full) {
            emitter.fail(Rejected.because(KitSlugs.UNAVAILABLE).retryAfter(LATER));
        }
    }

    private static <T> void complete(Supplier<T> work, UniEmitter<? super T> emitter) {
        try {
            emitter.complete(work.get());
        } catch (RuntimeException failure) {
            emitter.fail(failure);
        }
    }

    /** Hibernate Reactive insists on one context for a whole request. */
    private static Executor callersContext() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : task -> context.runOnContext(nothing -> task.run());
    }

    private static ThreadPoolExecutor workers(PasswordConfig config) {
        int threads =
                config.threads() > 0 ? config.threads() : Runtime.getRuntime().availableProcessors();
        var number = new AtomicInteger();
        return new ThreadPoolExecutor(
                threads, threads, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(config.queue()), task -> {
                    Thread thread = new Thread(task, "password-hashing-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    @PreDestroy
    void stop() {
        workers.shutdown();
    }
}
