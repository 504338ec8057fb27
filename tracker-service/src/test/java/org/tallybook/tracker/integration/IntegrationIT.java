package org.tallybook.tracker.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.tracker.ServiceIT;
import org.tallybook.tracker.event.ListeningQueue;
import org.tallybook.tracker.event.TestDatabase;

/** Opting in and out, and every kind of trouble in between: it passes, or it says what the user can do. */
@QuarkusTest
class IntegrationIT extends ServiceIT {

    private static final String SINCE = "2026-10-20T00:00:00Z";

    private Listener ada;

    @BeforeEach
    void adaIsLinked() {
        ada = new Listener(user, "spotify", () -> as(user));
    }

    @AfterEach
    void leave() {
        ada.optOut();
    }

    @Test
    void offersWhatTheOperatorHasConfiguredAlone() {
        as(user).get(Listener.PATH)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("spotify"))
                .body("items[0].label", equalTo("Spotify"))
                .body("items[0].state", equalTo("OFF"));
        refused(as(user).body("{}").put(Listener.PATH + "/myspace"), 404, "not-found");
        ada.with("link", "not-found");
        refused(ada.optIn("{}"), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "connection-missing, 409, connection-missing",
        "connection-revoked, 409, connection-revoked",
        "connection-scope-missing, 409, connection-scope-missing",
        "provider-unavailable, 503, unavailable",
        "account-locked, 503, unavailable",
        "500, 503, unavailable",
        "html, 503, unavailable",
        "hang, 503, unavailable"
    })
    void anOptInNeedsALinkThatIsGood(String link, int status, String slug) {
        ada.with("link", link);

        refused(ada.optIn("{}"), status, slug);

        assertThat(TestDatabase.rows("integration", user)).isZero();
        as(user).get("/api/v1/trackers").then().body("items", hasSize(0));
    }

    @Test
    void optingInAgainChangesNothing() {
        Response first = ada.optIn("{}");
        first.then().statusCode(201).body("state", equalTo("ACTIVE")).body("since", notNullValue());
        String tracker = first.path("trackerId");

        ada.optIn("{}")
                .then()
                .statusCode(200)
                .body("trackerId", equalTo(tracker))
                .body("since", equalTo(first.path("since")));
        ada.optIn("{\"trackerId\":\"" + tracker + "\"}").then().statusCode(200);

        as(user).get("/api/v1/trackers").then().body("items", hasSize(1));
    }

    @Test
    void feedsANumericTrackerOfTheUsersOwnAndNoOther() {
        String diary = created(note("Diary"));
        String mine = created(numeric("Music"));
        String theirs =
                as(stranger).body(numeric("Theirs")).post("/api/v1/trackers").path("id");

        refused(ada.optIn("{\"trackerId\":\"" + theirs + "\"}"), 404, "not-found");
        refused(ada.optIn("{\"trackerId\":\"" + diary + "\"}"), 400, "invalid-request");
        refused(ada.optIn("{\"tracker\":\"" + mine + "\"}"), 400, "invalid-request");
        ada.optIn("{\"trackerId\":\"" + mine + "\"}").then().statusCode(201).body("trackerId", equalTo(mine));

        as(user).get("/api/v1/trackers").then().body("items", hasSize(2));
    }

    @Test
    void anotherTrackerIsANewBeginning() {
        ada.plays("2026-10-20T10:00:00Z", 60_000);
        String first = ada.optedInSince(SINCE);
        ada.run();
        String second = created(numeric("Music"));

        ada.optIn("{\"trackerId\":\"" + second + "\"}").then().statusCode(201).body("trackerId", equalTo(second));
        ada.run();

        as(user).get(logs(first)).then().body("items", hasSize(1));
        as(user).get(logs(second)).then().body("items", hasSize(0));
        assertThat(TestDatabase.rows("listening_play", user)).isZero();
    }

    @Test
    void aTrackerOfThatNameHasToBeNamed() {
        String listening = created(numeric("listening"));

        refused(ada.optIn("{}"), 409, "tracker-name-taken");
        ada.optIn("{\"trackerId\":\"" + listening + "\"}").then().statusCode(201);
    }

    @Test
    void optingOutForgetsThePlaysAndKeepsTheLogs() {
        ada.plays("2026-10-20T10:00:00Z", 60_000);
        String tracker = ada.optedInSince(SINCE);
        ada.run();

        ada.optOut().then().statusCode(204);

        for (String table : List.of("integration", "listening_play", "listening_day")) {
            assertThat(TestDatabase.rows(table, user)).as(table).isZero();
        }
        as(user).get(logs(tracker)).then().body("items", hasSize(1));
        assertThat(ada.shown("state")).isEqualTo("OFF");
        refused(ada.optOut(), 404, "not-found");
        ada.optIn("{\"trackerId\":\"" + tracker + "\"}").then().statusCode(201);
        ada.run();
        as(user).get(logs(tracker)).then().body("items", hasSize(1));
    }

    @Test
    void endsWithItsTracker() {
        ada.plays("2026-10-20T10:00:00Z", 60_000);
        String tracker = ada.optedInSince(SINCE);
        ada.run();

        as(user).delete("/api/v1/trackers/" + tracker).then().statusCode(204);

        for (String table : List.of("integration", "listening_play", "listening_day")) {
            assertThat(TestDatabase.rows(table, user)).as(table).isZero();
        }
    }

    @Test
    void aDeletedUserLeavesNothing() throws Exception {
        ada.plays("2026-10-20T10:00:00Z", 60_000);
        ada.optedInSince(SINCE);
        ada.run();
        assertThat(TestDatabase.rows("listening_day", user)).isOne();

        try (ListeningQueue broker = ListeningQueue.open()) {
            broker.publish(user, "user.deleted.v1", """
                {"specversion":"1.0","id":"%s","source":"/auth-service","type":"user.deleted.v1","subject":"%s",
                 "time":"2026-11-20T12:00:00Z","datacontenttype":"application/json","partitionkey":"%s","sequence":"9",
                 "data":{"userId":"%s","version":9,"deletedAt":"2026-11-20T12:00:00Z"}}
                """.formatted(UuidCreator.getTimeOrderedEpoch(), user, user, user));
        }

        for (String table : List.of("integration", "listening_play", "listening_day", "tracker", "user_stream")) {
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> TestDatabase.rows(table, user) == 0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "connection-missing, LINK_MISSING",
        "connection-revoked, LINK_REVOKED",
        "connection-scope-missing, SCOPE_MISSING"
    })
    void pausesForWhatTheUserMustMendAndGoesOnByItself(String link, String reason) {
        ada.plays("2026-10-20T10:00:00Z", 60_000);
        String tracker = ada.optedInSince(SINCE);
        int calls = ada.calls("player");
        ada.with("link", link).run();

        assertThat(ada.shown("state")).isEqualTo("PAUSED");
        assertThat(ada.shown("reason")).isEqualTo(reason);
        assertThat(ada.shown("lastProblem")).isEqualTo(link);
        assertThat(ada.calls("player")).as("the provider is left alone").isEqualTo(calls);

        ada.with("link", "ok").run();

        assertThat(ada.shown("state")).isEqualTo("ACTIVE");
        assertThat(ada.shown("reason")).isNull();
        as(user).get(logs(tracker)).then().body("items", hasSize(1));
    }

    @Test
    void optingInAgainWakesUpWhatPauses() {
        ada.optedInSince(SINCE);
        ada.with("link", "connection-revoked").run();
        refused(ada.optIn("{}"), 409, "connection-revoked");
        int runs = ada.number("run");

        ada.with("link", "ok").optIn("{}").then().statusCode(200).body("state", equalTo("ACTIVE"));

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> ada.number("run") > runs);
    }

    @Test
    void aTokenThatTheProviderRefusesIsRenewedOnce() {
        ada.plays("2026-10-20T10:00:00Z", 60_000).with("player", "401-once");

        String tracker = ada.optedInSince(SINCE);
        ada.run();

        as(user).get(logs(tracker)).then().body("items", hasSize(1));
        assertThat(ada.calls("renewals")).isOne();
        assertThat(ada.shown("state")).isEqualTo("ACTIVE");
    }

    @ParameterizedTest
    @CsvSource({"401, LINK_REVOKED, provider-refused", "403, SCOPE_MISSING, provider-forbidden"})
    void pausesIfANewTokenIsRefusedToo(String status, String reason, String problem) {
        ada.optedInSince(SINCE);
        int calls = ada.calls("player");

        ada.with("player", status).run();

        assertThat(ada.calls("player") - calls).isEqualTo(2);
        assertThat(ada.calls("renewals")).isOne();
        assertThat(ada.shown("state")).isEqualTo("PAUSED");
        assertThat(ada.shown("reason")).isEqualTo(reason);
        assertThat(ada.shown("lastProblem")).isEqualTo(problem);
        ada.with("player", "ok").run();
        assertThat(ada.shown("state")).isEqualTo("ACTIVE");
    }

    @ParameterizedTest
    @CsvSource({
        "500, provider-unavailable",
        "503, provider-unavailable",
        "hang, provider-unavailable",
        "drip, provider-unavailable",
        "404, provider-failed",
        "html, provider-failed",
        "array, provider-failed",
        "no-items, provider-failed",
        "huge, provider-failed",
        "redirect, provider-failed"
    })
    void aProviderInTroubleIsAskedAgainLaterAndNothingIsLost(String lie, String problem) {
        ada.plays("2026-10-20T10:00:00Z", 60_000);
        String tracker = ada.optedInSince(SINCE);
        int elsewhere = Listener.elsewhere();
        int calls = ada.calls("player");

        ada.with("player", lie).run();

        assertThat(ada.shown("state")).isEqualTo("ACTIVE");
        assertThat(ada.shown("lastProblem")).isEqualTo(problem);
        assertThat(ada.pause()).isEqualTo(Duration.ofMinutes(1));
        assertThat(ada.calls("player") - calls).isOne();
        assertThat(ada.calls("renewals")).isZero();
        assertThat(Listener.elsewhere()).as("no token goes elsewhere").isEqualTo(elsewhere);
        ada.run();
        assertThat(ada.pause()).isEqualTo(Duration.ofMinutes(2));
        ada.with("player", "ok").run();
        as(user).get(logs(tracker)).then().body("items", hasSize(1));
        assertThat(ada.shown("lastProblem")).isNull();
    }

    @Test
    void aBusyProviderIsLeftAloneByEverybody() {
        Listener eve = new Listener(stranger, "spotify", () -> as(stranger));
        eve.optedInSince(SINCE);
        eve.dueIn("40 seconds");
        ada.optedInSince(SINCE);

        ada.with("player", "429").run();

        assertThat(ada.shown("state")).isEqualTo("ACTIVE");
        assertThat(ada.shown("lastProblem")).isEqualTo("provider-busy");
        assertThat(ada.pause()).isBetween(Duration.ofSeconds(77), Duration.ofSeconds(79));
        Instant ends = Instant.parse(ada.shown("lastRunAt")).plusSeconds(77);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !Instant.parse(eve.shown("nextRunAt")).isBefore(ends));
        eve.optOut();
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "html", "hang", "account-locked", "provider-unavailable"})
    void withoutAuthServiceNothingIsAskedAndNothingChanges(String link) {
        ada.plays("2026-10-20T10:00:00Z", 60_000);
        String tracker = ada.optedInSince(SINCE);
        int calls = ada.calls("player");

        ada.with("link", link).run();

        assertThat(ada.shown("state")).isEqualTo("ACTIVE");
        assertThat(ada.shown("lastProblem")).isEqualTo("unavailable");
        assertThat(ada.calls("player")).isEqualTo(calls);
        if (link.equals("provider-unavailable")) {
            assertThat(ada.pause()).isEqualTo(Duration.ofSeconds(91));
        }
        ada.with("link", "ok").run();
        as(user).get(logs(tracker)).then().body("items", hasSize(1));
    }

    @Test
    void nobodySeesOrEndsThatOfAnother() {
        ada.optIn("{}").then().statusCode(201);

        as(stranger).get(Listener.PATH).then().body("items[0].state", equalTo("OFF"));
        refused(as(stranger).delete(Listener.PATH + "/spotify"), 404, "not-found");
        assertThat(ada.shown("state")).isEqualTo("ACTIVE");
        assertThat(ada.shown("trackerId")).isNotNull();
        UUID.fromString(ada.shown("trackerId"));
    }

    private static void refused(Response answer, int status, String slug) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("https://tallybook.org/problems/" + slug));
    }
}
