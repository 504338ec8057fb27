package org.tallybook.auth.guard;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.tallybook.auth.guard.domain.Attempt;
import org.tallybook.auth.secret.Mac32;
import org.tallybook.auth.secret.Secrets;
import org.tallybook.kit.limit.BucketConfig;
import org.tallybook.kit.limit.Quota;
import org.tallybook.kit.limit.SharedBuckets;
import org.tallybook.kit.limit.Verdict;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/**
 * Makes guessing passwords slow. One login from one network may be tried a few times a minute and an hour; many wrong
 * passwords in a row, wherever from, make every device wait that the account does not know. A device that it knows is
 * only held to its own network's limits, so a stranger who fails on purpose locks nobody out.
 */
@ApplicationScoped
public class LoginGuard {

    private static final String MINUTE = ":m";
    private static final String HOUR = ":h";
    private static final String PROOF = "proof:";

    private final SharedBuckets buckets;
    private final FailedAttempts failed;
    private final Mac32 names;
    private final boolean enabled;
    private final Quota aMinute;
    private final Quota anHour;
    private final Quota mailsAnHour;

    LoginGuard(
            SharedBuckets buckets, FailedAttempts failed, Secrets secrets, GuardConfig config, BucketConfig counting) {
        this.buckets = buckets;
        this.failed = failed;
        this.names = secrets.keyFor("login-guard/subject");
        this.enabled = counting.enabled();
        this.aMinute = new Quota(config.perMinute(), Duration.ofMinutes(1));
        this.anHour = new Quota(config.perHour(), Duration.ofHours(1));
        this.mailsAnHour = new Quota(config.mailsPerHour(), Duration.ofHours(1));
    }

    void warmUp(@Observes StartupEvent started) {
        buckets.connectEarly();
    }

    /** Before a password is looked at; fails with {@link Rejected} {@code too-many-requests}. */
    public Uni<Void> admit(Attempt attempt) {
        if (!enabled) {
            return Uni.createFrom().voidItem();
        }
        String subject = subject(attempt.login());
        return take(bucket(subject, attempt))
                .chain(() -> attempt.knownDevice() ? Uni.createFrom().item(Duration.ZERO) : failed.pause(subject))
                .invoke(LoginGuard::requireNoPause)
                .replaceWithVoid();
    }

    /**
     * After a password was looked at.
     *
     * @return whether this wrong password was the one after which unknown devices are refused
     */
    public Uni<Boolean> tell(Attempt attempt, boolean right) {
        String subject = subject(attempt.login());
        return right
                ? refill(bucket(subject, attempt))
                        .chain(() -> failed.clear(List.of(subject)))
                        .replaceWith(false)
                : failed.add(subject);
    }

    /** Before a signed-in user's password is looked at; fails with {@link Rejected} {@code too-many-requests}. */
    public Uni<Void> admitProof(UUID user) {
        return enabled ? take(PROOF + user) : Uni.createFrom().voidItem();
    }

    /** After a signed-in user's password was right. */
    public Uni<Void> proved(UUID user) {
        return refill(PROOF + user);
    }

    /** Before a signed-in user has mails sent to addresses; fails with {@link Rejected} {@code too-many-requests}. */
    public Uni<Void> admitMails(UUID user) {
        return enabled
                ? UniHelper.toUni(buckets.take("mails:" + user, mailsAnHour))
                        .invoke(LoginGuard::require)
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    /** The owner has proved to be one by other means: what was tried with these logins is forgotten. */
    public Uni<Void> forgive(String... logins) {
        return failed.clear(Arrays.stream(logins)
                .map(login -> subject(new Attempt(login, "", false).login()))
                .toList());
    }

    private static String bucket(String subject, Attempt attempt) {
        return "login:" + subject + ":" + attempt.network();
    }

    private Uni<Void> refill(String bucket) {
        return UniHelper.toUni(buckets.refill(bucket + MINUTE))
                .chain(() -> UniHelper.toUni(buckets.refill(bucket + HOUR)));
    }

    private Uni<Void> take(String bucket) {
        return UniHelper.toUni(buckets.take(bucket + MINUTE, aMinute))
                .invoke(LoginGuard::require)
                .chain(() -> UniHelper.toUni(buckets.take(bucket + HOUR, anHour)))
                .invoke(LoginGuard::require)
                .replaceWithVoid();
    }

    private static void require(Verdict verdict) {
        if (!verdict.allowed()) {
            throw tooMany(Duration.ofMillis(verdict.retryAfterMillis()));
        }
    }

    private static void requireNoPause(Duration pause) {
        if (!pause.isZero()) {
            throw tooMany(pause);
        }
    }

    private static Rejected tooMany(Duration wait) {
        return Rejected.because(KitSlugs.TOO_MANY_REQUESTS).retryAfter(wait);
    }

    /** What was typed may be an e-mail address, or a password in the wrong field: it must not be readable in Redis. */
    private String subject(String login) {
        return HexFormat.of().formatHex(names.of(login.getBytes(StandardCharsets.UTF_8)), 0, 16);
    }
}
