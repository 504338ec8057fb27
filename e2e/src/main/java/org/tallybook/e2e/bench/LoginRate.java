package org.tallybook.e2e.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tallybook.e2e.client.Account;
import org.tallybook.e2e.client.Api;
import org.tallybook.e2e.system.LocalTallybook;

/**
 * Logins a second at auth-service, beside what the machine could do if a login were nothing but its Argon2 computation.
 * Both are measured in turn, so that what else the machine does hits both. Four times as many clients as threads that
 * hash, so that these never wait for work; each client is a user of its own. The processor time that auth-service takes
 * for a login is told as well: it says the same on a busy machine, where the rate does not.
 */
final class LoginRate {

    private static final int ROUNDS = 3;
    private static final int CLIENTS_A_THREAD = 4;
    private static final Duration WARM_UP = Duration.ofSeconds(40);
    private static final Duration RAW_TIME = Duration.ofSeconds(10);
    private static final Duration LOGIN_TIME = Duration.ofSeconds(20);

    private final LocalTallybook system;
    private final Api auth;
    private final RawArgon2 argon2 = new RawArgon2();
    private final int threads = Out.processors();

    LoginRate(LocalTallybook system) {
        this.system = system;
        this.auth = system.direct("auth");
    }

    void measure() {
        List<Account> users = users(CLIENTS_A_THREAD * threads);
        Rate.perSecond(threads, RAW_TIME, worker -> argon2.work());
        logins(users, WARM_UP);
        Out.chapter("logins a second");
        double[] raw = new double[ROUNDS];
        double[] logins = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            raw[i] = raw();
            logins[i] = told(users);
        }
        double share = 100 * median(logins) / median(raw);
        Out.say(
                "median of %d: Argon2 alone on %d threads %.1f/s, logins %.1f/s: %.0f %%",
                ROUNDS, threads, median(raw), median(logins), share);
    }

    private double raw() {
        Duration before = cpu(ProcessHandle.current());
        double rate = Rate.perSecond(threads, RAW_TIME, worker -> argon2.work());
        Duration spent = cpu(ProcessHandle.current()).minus(before);
        tell("Argon2 alone", rate, spent, RAW_TIME);
        return rate;
    }

    private double told(List<Account> users) {
        ProcessHandle service = service();
        Duration before = cpu(service);
        double rate = logins(users, LOGIN_TIME);
        tell("logins, in auth-service", rate, cpu(service).minus(before), LOGIN_TIME);
        return rate;
    }

    /** A processor's time each, which says the same on a busy machine. */
    private static void tell(String what, double rate, Duration spent, Duration time) {
        double each = spent.toMillis() / (rate * time.toSeconds());
        Out.say("  %-24s %5.1f/s, %.0f ms of a processor each, load average %.1f", what, rate, each, Out.load());
    }

    private double logins(List<Account> users, Duration time) {
        return Rate.perSecond(users.size(), time, worker -> users.get(worker).signIn(auth));
    }

    private List<Account> users(int count) {
        List<Account> users =
                IntStream.range(0, count).mapToObj(i -> Account.unique("UTC")).toList();
        users.forEach(user -> user.register(auth));
        users.forEach(user -> user.verify(auth, system.mailbox()));
        return users;
    }

    private ProcessHandle service() {
        return system.part("auth").flatMap(part -> ProcessHandle.of(part.pid())).orElseThrow();
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
