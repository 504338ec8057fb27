package org.tallybook.e2e.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.IntFunction;
import org.tallybook.e2e.bench.Duel.Contender;
import org.tallybook.e2e.client.Account;
import org.tallybook.e2e.client.Api;
import org.tallybook.e2e.client.Browser;
import org.tallybook.e2e.client.Call;
import org.tallybook.e2e.client.Json;
import org.tallybook.e2e.client.Person;
import org.tallybook.e2e.system.LocalTallybook;

/**
 * What it adds to a request that somebody must be known: the same request with and without, in turn. The requests are
 * such that nothing else is done for them: an answer from configuration, or one that is refused before any query.
 */
final class TokenCost {

    private static final int WARM_UP = 2_000;
    private static final int ROUNDS = 2_000;

    /** For anybody; answered from memory. */
    private static final String OPEN = "/api/v1/auth/oauth";

    /** For users; with this limit refused right after the token was verified, without a token right before. */
    private static final String GUARDED = "/api/v1/trackers?limit=0";

    private final LocalTallybook system;
    private final Account user = Account.unique("UTC");

    TokenCost(LocalTallybook system) {
        this.system = system;
    }

    void measure() {
        Api gateway = system.api();
        Api auth = system.direct("auth");
        Api tracker = system.direct("tracker");
        user.join(gateway, system.mailbox());
        Out.chapter("what it costs to know who asks, in each case " + ROUNDS + " requests of both kinds");
        Person person = user.signIn(gateway);
        report(
                "token verified and not revoked, in a service",
                with(round -> tracker.get(GUARDED), 401),
                with(round -> tracker.get(GUARDED).bearer(person.accessToken()), 400));
        Browser browser = signedInBrowser(gateway);
        report(
                "session cookie turned into a token, from the cache",
                with(round -> gateway.get(OPEN), 200),
                with(round -> browser.get(OPEN), 200));
        report(
                "both together, through the gateway",
                with(round -> gateway.get(GUARDED), 401),
                with(round -> browser.get(GUARDED), 400));
        JsonNode session = Json.object().put("session", browser.cookie("__Host-sid"));
        String key = system.secret("internal-secret");
        report(
                "session exchanged at auth-service, when the cache has none",
                with(round -> auth.get(OPEN), 200),
                with(round -> exchange(auth, key, session), 200));
    }

    private Browser signedInBrowser(Api gateway) {
        Browser browser = new Browser(gateway);
        browser.signIn(user);
        return browser;
    }

    private static Call exchange(Api auth, String key, JsonNode session) {
        return auth.post("/internal/v1/sessions/exchange")
                .header("X-Internal-Key", key)
                .json(session);
    }

    private static Contender with(IntFunction<Call> calls, int status) {
        return new Contender(calls, status);
    }

    private static void report(String what, Contender without, Contender with) {
        Duel.Times times = new Duel(without, with).fight(WARM_UP, ROUNDS);
        Out.say(
                "%-60s without %.2f ms, with %.2f ms: adds %.2f ms (medians)",
                what,
                new Percentiles(times.first()).millis(50),
                new Percentiles(times.second()).millis(50),
                times.addedMillis());
    }
}
