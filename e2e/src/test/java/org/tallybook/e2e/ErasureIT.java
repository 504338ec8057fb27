package org.tallybook.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallybook.e2e.stage.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.tallybook.e2e.client.Account;
import org.tallybook.e2e.client.Answer;
import org.tallybook.e2e.client.Api;
import org.tallybook.e2e.client.Await;
import org.tallybook.e2e.client.Browser;
import org.tallybook.e2e.client.Ids;
import org.tallybook.e2e.client.Json;
import org.tallybook.e2e.client.Mailbox;
import org.tallybook.e2e.client.Person;
import org.tallybook.e2e.model.LogFact;
import org.tallybook.e2e.model.MonthModel;
import org.tallybook.e2e.model.TrackerFact;
import org.tallybook.e2e.stage.AuthenticatorApp;
import org.tallybook.e2e.stage.Databases;
import org.tallybook.e2e.stage.Diary;
import org.tallybook.e2e.stage.EndToEnd;
import org.tallybook.e2e.stage.Queues;
import org.tallybook.e2e.stage.RedisEntries;
import org.tallybook.e2e.system.LocalTallybook;

/**
 * A user who has used everything is deleted: tokens are dead at once in every service, and soon no table, no queue and no
 * entry in Redis holds anything that was theirs. Tables are looked up, not listed: one that comes later is searched too.
 */
@EndToEnd
class ErasureIT {

    private static final String MONTH = "/api/v1/reports/monthly/" + YearMonth.now(ZoneOffset.UTC);
    private static final List<String> EVERY_SERVICE =
            List.of("/api/v1/auth/me", "/api/v1/trackers", "/api/v1/logs", MONTH);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Mails and events on their way, and what is over anyway. */
    private static final Set<String> PASSING = Set.of("outbox", "mail_outbox", "revocation");

    /** Life of an access token and the clock skew that verifiers allow. */
    private static final long TOKENS_LIVE_SECONDS = 310;

    private final Api api;
    private final Mailbox mailbox;
    private final LocalTallybook system;
    private final Databases databases;

    ErasureIT(Api api, Mailbox mailbox, LocalTallybook system) {
        this.api = api;
        this.mailbox = mailbox;
        this.system = system;
        this.databases = new Databases(system);
    }

    /** Somebody with what only they have: ids, names, texts. */
    private record Life(Person person, Browser laptop, String program, List<String> words) {

        boolean isLetIn(String path) {
            return person.get(path).send().isSuccess()
                    && laptop.get(path).send().isSuccess()
                    && person.api().get(path).bearer(program).send().isSuccess();
        }
    }

    @Test
    void aDeletedUserIsGoneFromEveryServiceAndTheNeighbourStays() {
        Life ada = live();
        Life bob = live();
        awaitReports(ada);
        awaitReports(bob);
        assertThat(EVERY_SERVICE).allMatch(ada::isLetIn);
        assertCanBeTakenAlong(ada.person());
        Map<String, Integer> bobs = lasting(bob);

        ada.person()
                .delete("/api/v1/auth/me")
                .json(Json.object().put("password", ada.person().account().password()))
                .send()
                .expect(204);

        for (String path : EVERY_SERVICE) {
            assertProblem(ada.person().get(path).send(), 401);
            assertProblem(ada.laptop().get(path).send(), 401);
            assertProblem(api.get(path).bearer(ada.program()).send(), 401);
        }
        awaitNothing("rows of the deleted user", () -> except(databases.remains(ada.words()), Set.of("revocation")));
        awaitNothing("messages in the queues", () -> new Queues(system).waiting());
        assertOnlyRevocationsStay(ada);
        assertMarkedWithoutSayingWho(ada.person().id());
        assertThat(lasting(bob)).isEqualTo(bobs);
        assertThat(EVERY_SERVICE).allMatch(bob::isLetIn);
        assertStartsAnew(ada.person());
    }

    private static void assertCanBeTakenAlong(Person person) {
        Answer export = person.get("/api/v1/auth/me/export").send().expect(200);
        assertThat(export.mediaType()).isEqualTo("application/json");
        assertThat(export.header("Content-Disposition")).startsWith("attachment");
        assertThat(export.headerValues("Cache-Control")).containsExactly("no-store");
        JsonNode document = export.json();
        assertThat(document.required("profile").required("id").asText())
                .isEqualTo(person.id().toString());
        assertThat(document.required("audit")).isNotEmpty();
    }

    /** What says that a token is dead stays for as long as one could be alive, and goes by itself. */
    private void assertOnlyRevocationsStay(Life ada) {
        List<RedisEntries.Entry> entries = RedisEntries.of(system).stream()
                .filter(entry -> entry.secondsLeft() != RedisEntries.GONE)
                .filter(entry -> ada.words().stream().anyMatch(entry.text()::contains))
                .toList();
        assertThat(entries).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.key()).matches("tb:(revoked:(user|sid)|gw:(session|pat)):.*");
            assertThat(entry.secondsLeft()).isBetween(0L, TOKENS_LIVE_SECONDS);
        });
        String age = "WITH aged AS (UPDATE revocation SET revoked_at = revoked_at - interval '311 seconds'"
                + " WHERE subject = ? RETURNING 1) SELECT count(*) FROM aged";
        assertThat(databases.number(Databases.AUTH, age, ada.person().id())).isOne();
        awaitNothing("revocations of the deleted user", () -> databases.remains(ada.words()));
    }

    private void assertMarkedWithoutSayingWho(UUID id) {
        String marks = "SELECT count(*) FROM erased_user WHERE digest = sha256(uuid_send(?))";
        assertThat(databases.number(Databases.TRACKER, marks, id)).isOne();
        assertThat(databases.number(Databases.REPORT, marks, id)).isOne();
    }

    /** The address and the name are free; who takes them finds nothing of the one before. */
    private void assertStartsAnew(Person gone) {
        Account account = gone.account();
        int mails = mailbox.count(account.email());
        account.register(api);
        Await.value(
                "another link",
                PATIENCE,
                () -> Optional.of(mailbox.count(account.email())).filter(count -> count > mails));
        account.verify(api, mailbox);
        Person again = account.signIn(api);
        assertThat(again.id()).isNotEqualTo(gone.id());
        assertThat(again.get("/api/v1/trackers").send().expect(200).json().required("items"))
                .isEmpty();
    }

    private Life live() {
        Account account = Account.unique("Europe/Berlin");
        Person person = account.join(api, mailbox);
        Browser laptop = new Browser(api);
        laptop.signIn(account);
        String secret = "secret " + Ids.label();
        String wanted = Account.unique("UTC").email();
        var words =
                new ArrayList<>(List.of(person.id().toString(), account.email(), account.username(), secret, wanted));
        write(person, secret, words);
        keepPreferences(person);
        api.post("/api/v1/auth/login")
                .json(account.login().put("password", "not the password at all"))
                .send()
                .expect(401);
        person.post("/api/v1/auth/me/email")
                .json(Json.object().put("email", wanted))
                .send()
                .expect(202);
        String program = program(person);
        addSecondFactor(person);
        return new Life(person, laptop, program, List.copyOf(words));
    }

    private static void write(Person person, String secret, List<String> words) {
        Diary diary = new Diary(person, new MonthModel(ZoneId.of("Europe/Berlin")));
        TrackerFact running = diary.numericTracker("Running " + secret, "km");
        TrackerFact notes = diary.noteTracker("Notes " + secret);
        TrackerFact deleted = diary.noteTracker("Deleted " + secret);
        LogFact run = diary.number(running, "5.25", "CALM", Instant.now());
        LogFact note = diary.note(notes, secret, "HAPPY", Instant.now());
        LogFact slip = diary.note(notes, "a slip " + secret, "SAD", Instant.now());
        diary.delete(slip);
        diary.delete(deleted);
        for (TrackerFact tracker : List.of(running, notes, deleted)) {
            words.add(tracker.id().toString());
        }
        for (LogFact log : List.of(run, note, slip)) {
            words.add(log.id().toString());
        }
        ObjectNode reminded = Json.object().put("value", 7).put("description", secret);
        reminded.putObject("reminder")
                .put("message", "again " + secret)
                .put("at", Instant.now().plus(Duration.ofDays(1)).toString());
        words.add(person.post("/api/v1/trackers/" + running.id() + "/logs")
                .header("Idempotency-Key", "key of " + secret)
                .json(reminded)
                .send()
                .expect(201)
                .json()
                .required("id")
                .asText());
    }

    private static void keepPreferences(Person person) {
        ObjectNode preferences = (ObjectNode)
                person.get("/api/v1/reports/preferences").send().expect(200).json();
        person.put("/api/v1/reports/preferences")
                .json(preferences.put("reportFormat", "PDF"))
                .send()
                .expect(200);
    }

    private static String program(Person person) {
        ObjectNode wanted =
                Json.object().put("name", "Program of " + person.account().username());
        wanted.withArray("scopes").add("trackers:read").add("reports:read");
        return person.post("/api/v1/auth/tokens")
                .json(wanted)
                .send()
                .expect(201)
                .json()
                .required("token")
                .asText();
    }

    private static void addSecondFactor(Person person) {
        String secret = person.post("/api/v1/auth/mfa/totp")
                .send()
                .expect(200)
                .json()
                .required("secret")
                .asText();
        person.post("/api/v1/auth/mfa/totp/confirm")
                .json(Json.object().put("code", new AuthenticatorApp(secret).code()))
                .send()
                .expect(200);
    }

    /** Until the news has reached report-service, the deletion would have nothing to erase there. */
    private void awaitReports(Life life) {
        Person person = life.person();
        Await.value(
                "the month of " + person.account(),
                PATIENCE,
                () -> Optional.of(person.get(MONTH).send().expect(200).json())
                        .filter(month -> month.path("totalLogs").asInt() == 3));
        person.post(MONTH + "/send").send().expect(202);
        assertThat(lasting(life))
                .containsKeys(
                        "tallybook_auth.email_change",
                        "tallybook_auth.personal_token",
                        "tallybook_auth.totp",
                        "tallybook_tracker.idempotency_key",
                        "tallybook_tracker.log_entry",
                        "tallybook_tracker.tombstone",
                        "tallybook_report.log_fact",
                        "tallybook_report.preference",
                        "tallybook_report.report_mail",
                        "tallybook_report.user_fact");
    }

    private Map<String, Integer> lasting(Life life) {
        return except(databases.remains(life.words()), PASSING);
    }

    private static Map<String, Integer> except(Map<String, Integer> remains, Set<String> tables) {
        var rest = new TreeMap<>(remains);
        rest.keySet().removeIf(table -> tables.contains(table.substring(table.indexOf('.') + 1)));
        return rest;
    }

    private static void awaitNothing(String what, Supplier<Object> left) {
        Object[] last = new Object[1];
        try {
            Await.value("the end of " + what, PATIENCE, () -> {
                last[0] = left.get();
                return last[0].equals(0) || last[0].equals(Map.of()) ? Optional.of(true) : Optional.empty();
            });
        } catch (AssertionError late) {
            throw new AssertionError(late.getMessage() + ": " + last[0], late);
        }
    }
}
