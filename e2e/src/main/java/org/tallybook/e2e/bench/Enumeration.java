package org.tallybook.e2e.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.tallybook.e2e.bench.Duel.Contender;
import org.tallybook.e2e.client.Account;
import org.tallybook.e2e.client.Api;
import org.tallybook.e2e.client.Json;
import org.tallybook.e2e.system.LocalTallybook;

/**
 * Whether the time of an answer tells that there is such a user. Asked of auth-service itself, with nothing between
 * that could hide a difference, and with the limits off, which would not let anybody ask so often.
 */
final class Enumeration {

    private static final String AUTH = "/api/v1/auth";
    private static final int WARM_UP = 100;
    private static final int ROUNDS = 400;
    private static final int USERS = 8;

    /** Registrations are answered at an even pace and wait most of their time. */
    private static final int LANES = 4;

    private final LocalTallybook system;
    private final Api auth;
    private final List<Account> verified = accounts();
    private final List<Account> unverified = accounts();
    private final List<Account> nobody = accounts();

    Enumeration(LocalTallybook system) {
        this.system = system;
        this.auth = system.direct("auth");
    }

    void measure() {
        Stream.concat(verified.stream(), unverified.stream()).forEach(user -> user.register(auth));
        verified.forEach(user -> user.verify(auth, system.mailbox()));
        Out.chapter("does the time of an answer tell who has an account? " + ROUNDS + " tries of both kinds");
        Out.say(
                "ROC-AUC: 0.5 tells nothing; chance alone makes it up to %.3f of that",
                2 * RocAuc.chance(ROUNDS, ROUNDS));
        login();
        register();
        mails();
    }

    /** A wrong password as long as the right one. */
    private void login() {
        IntFunction<JsonNode> stranger = guess(nobody, Account::email);
        compare("login, address", "/login", stranger, guess(verified, Account::email));
        compare("login, username", "/login", guess(nobody, Account::username), guess(verified, Account::username));
        compare("login, address not verified yet", "/login", stranger, guess(unverified, Account::email));
    }

    private void register() {
        IntFunction<JsonNode> free = round -> Account.unique("UTC").registration();
        compare("register, address", "/register", free, round -> withEmail(at(verified, round)));
        compare("register, address not verified yet", "/register", free, round -> withEmail(at(unverified, round)));
        compare("register, username", "/register", free, round -> withUsername(at(verified, round)));
    }

    private void mails() {
        compare("reset", "/password/forgot", address(nobody), address(verified));
        compare("reset, address not verified yet", "/password/forgot", address(nobody), address(unverified));
        compare("resend", "/verify-email/resend", address(nobody), address(verified));
        compare("resend, address not verified yet", "/verify-email/resend", address(nobody), address(unverified));
    }

    private void compare(String what, String path, IntFunction<JsonNode> unknown, IntFunction<JsonNode> known) {
        int status = path.equals("/login") ? 401 : 202;
        Duel.Times times = new Duel(post(path, unknown, status), post(path, known, status)).fight(WARM_UP, ROUNDS);
        Out.say(
                "%-36s ROC-AUC %.3f   unknown %s, known %s",
                what, times.rocAuc(), new Percentiles(times.first()).brief(), new Percentiles(times.second()).brief());
    }

    private Contender post(String path, IntFunction<JsonNode> body, int status) {
        return new Contender(round -> auth.post(AUTH + path).json(body.apply(round)), status);
    }

    private static IntFunction<JsonNode> guess(List<Account> users, Function<Account, String> login) {
        return round -> {
            Account user = at(users, round);
            return Json.object()
                    .put("login", login.apply(user))
                    .put("password", user.password().replace("correct", "korrect"));
        };
    }

    private static IntFunction<JsonNode> address(List<Account> users) {
        return round -> Json.object().put("email", at(users, round).email());
    }

    private static JsonNode withEmail(Account taken) {
        return Account.unique("UTC").registration().put("email", taken.email());
    }

    private static JsonNode withUsername(Account taken) {
        return Account.unique("UTC").registration().put("username", taken.username());
    }

    private static Account at(List<Account> users, int round) {
        return users.get(round % USERS);
    }

    private static List<Account> accounts() {
        return Stream.generate(() -> Account.unique("UTC")).limit(USERS).toList();
    }
}
