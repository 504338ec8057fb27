package org.tallybook.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallybook.e2e.stage.Problems.assertProblem;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.tallybook.e2e.client.Account;
import org.tallybook.e2e.client.Api;
import org.tallybook.e2e.client.Browser;
import org.tallybook.e2e.client.Json;
import org.tallybook.e2e.client.Mailbox;
import org.tallybook.e2e.client.Person;
import org.tallybook.e2e.stage.EndToEnd;
import org.tallybook.e2e.stage.RunningTallybook;
import org.tallybook.e2e.system.LocalTallybook;

/** What an administrator does is effective in every service at once. */
@EndToEnd
class AdministrationIT {

    private static final String ROTATE = "/api/v1/auth/admin/keys/rotate";
    private static final List<String> EVERY_SERVICE = List.of(
            "/api/v1/auth/me",
            "/api/v1/trackers",
            "/api/v1/logs",
            "/api/v1/reports/monthly/" + YearMonth.now(ZoneOffset.UTC));

    private final Api api;
    private final Mailbox mailbox;

    AdministrationIT(Api api, Mailbox mailbox) {
        this.api = api;
        this.mailbox = mailbox;
    }

    @Test
    void aLockedUserIsOutOfEveryServiceAtOnce() {
        Person admin = administrator(0);
        Account account = Account.unique("UTC");
        Person ada = account.join(api, mailbox);
        Browser laptop = new Browser(api);
        laptop.signIn(account);
        var wanted = Json.object().put("name", "Program");
        wanted.withArray("scopes").add("trackers:read").add("reports:read");
        String program = ada.post("/api/v1/auth/tokens")
                .json(wanted)
                .send()
                .expect(201)
                .json()
                .required("token")
                .asText();
        EVERY_SERVICE.forEach(path -> {
            ada.get(path).send().expect(200);
            laptop.get(path).send().expect(200);
            api.get(path).bearer(program).send().expect(200);
        });

        admin.post("/api/v1/auth/admin/users/" + ada.id() + "/lock").send().expect(204);

        for (String path : EVERY_SERVICE) {
            assertProblem(ada.get(path).send(), 401);
            assertProblem(laptop.get(path).send(), 401);
            assertProblem(api.get(path).bearer(program).send(), 401);
        }
        assertProblem(api.post("/api/v1/auth/login").json(account.login()).send(), 403, "account-locked");
        admin.post("/api/v1/auth/admin/users/" + ada.id() + "/unlock").send().expect(204);
        account.signIn(api);
    }

    /** The drill of docs/operations.md. */
    @Test
    void whateverALeakedKeySignedIsRefusedByEveryServiceAtOnceAndNobodySignsInAgain() {
        Person admin = administrator(1);
        Account account = Account.unique("UTC");
        Person ada = account.join(api, mailbox);
        Browser laptop = new Browser(api);
        laptop.signIn(account);
        EVERY_SERVICE.forEach(path -> ada.get(path).send().expect(200));
        String stolen = ada.accessToken();

        admin.post(ROTATE).json("{\"compromised\":true}").send().expect(200);

        for (String path : EVERY_SERVICE) {
            assertProblem(api.get(path).bearer(stolen).send(), 401);
        }
        ada.refresh();
        for (String path : EVERY_SERVICE) {
            ada.get(path).send().expect(200);
            laptop.get(path).send().expect(200);
        }
    }

    @Test
    void aRotationFailsNoRequestOfAnyService() throws Exception {
        Person admin = administrator(2);
        Person ada = Account.unique("UTC").join(api, mailbox);
        var statuses = new ConcurrentLinkedQueue<Integer>();
        var done = new AtomicBoolean();
        ExecutorService clients = Executors.newFixedThreadPool(2);
        try {
            clients.submit(() -> readAll(ada, statuses, done));
            clients.submit(() -> readAll(ada, statuses, done));
            String key = admin.post(ROTATE)
                    .json("{}")
                    .send()
                    .expect(200)
                    .json()
                    .required("keyId")
                    .asText();
            awaitSigning(key, ada);
        } finally {
            done.set(true);
            clients.shutdown();
            assertThat(clients.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(statuses).hasSizeGreaterThan(20).containsOnly(200);
    }

    @Test
    void theOperatorPutsSomebodyInChargeAndInvitesAtTheCommandLine(LocalTallybook tallybook) {
        Account account = Account.unique("UTC");
        Person ada = account.join(api, mailbox);
        assertProblem(ada.get("/api/v1/auth/admin/users").send(), 403);

        assertThat(tallybook.run("admin", account.email())).startsWith("0 ").endsWith("on.");

        account.signIn(api).get("/api/v1/auth/admin/users").send().expect(200);
        assertThat(tallybook.run("admin", "nobody.at.all@example.org")).startsWith("1 There is no account");
        assertThat(tallybook.run("invite")).matches("0 http://localhost:\\d+/register\\?invitation=[\\w-]{43}");
    }

    private static void readAll(Person person, ConcurrentLinkedQueue<Integer> statuses, AtomicBoolean done) {
        while (!done.get()) {
            EVERY_SERVICE.forEach(path -> statuses.add(person.get(path).send().status()));
        }
    }

    private static void awaitSigning(String key, Person person) throws InterruptedException {
        for (int i = 0; i < 60 && !keyOf(person.accessToken()).equals(key); i++) {
            Thread.sleep(500);
            person.refresh();
        }
        assertThat(keyOf(person.accessToken())).isEqualTo(key);
    }

    private static String keyOf(String token) {
        byte[] header = java.util.Base64.getUrlDecoder().decode(token.split("\\.")[0]);
        return Json.parse(header).required("kid").asText();
    }

    private Person administrator(int number) {
        String email = RunningTallybook.ADMINISTRATORS.get(number);
        var account = new Account(email, "admin_number_" + number, "a chief of no small standing", "UTC");
        return account.join(api, mailbox);
    }
}
