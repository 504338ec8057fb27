package org.tallybook.tracker.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.kit.test.token.TestTokens;
import org.tallybook.tracker.ServiceIT;
import org.tallybook.tracker.event.TestDatabase;
import org.tallybook.tracker.integration.domain.Integration;
import org.tallybook.tracker.integration.domain.Play;
import org.tallybook.tracker.log.events.FailingLogEvents;
import org.tallybook.tracker.log.events.LogEvents;

/** What is listened to becomes one log a day, right to the hundredth of a minute, whatever is told how often and when. */
@QuarkusTest
class ListeningIT extends ServiceIT {

    private static final String SINCE = "2026-10-20T00:00:00Z";

    @Inject
    DueIntegrations due;

    @Inject
    CountPlays counting;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

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
    void optingInMakesATrackerWithOneLogADay() {
        ada.plays("2026-10-20T10:00:00.123Z", 187_999).plays("2026-10-20T10:04:00Z", 200_000);
        ada.plays("2026-10-21T10:00:00Z", 60_000);

        String tracker = ada.optedInSince(SINCE);
        ada.run();

        as(user).get("/api/v1/trackers/" + tracker)
                .then()
                .body("name", equalTo("Listening"))
                .body("type", equalTo("NUMERIC"))
                .body("unit", equalTo("min"))
                .body("logCount", equalTo(2));
        assertThat(days(tracker))
                .containsExactly(
                        Map.entry("2026-10-20", new BigDecimal("6.47")),
                        Map.entry("2026-10-21", new BigDecimal("1.00")));
        assertThat(ada.shown("state")).isEqualTo("ACTIVE");
        assertThat(ada.shown("trackerId")).isEqualTo(tracker);
        assertThat(ada.shown("lastProblem")).isNull();
        assertThat(ada.pause()).isEqualTo(Duration.ofMinutes(15));
        assertThat(ada.asked("scope")).isEqualTo("user-read-recently-played");
        assertThat(ada.asked("provider")).isEqualTo("spotify");
    }

    @Test
    void repeatsChangeNothingAndTellNothing() {
        ada.plays("2026-10-20T10:00:00Z", 60_000);
        String tracker = ada.optedInSince(SINCE);
        ada.run();
        int told = TestDatabase.lastSequence(user);

        ada.run();
        ada.with("ignoresAfter", true).run();

        assertThat(TestDatabase.lastSequence(user)).isEqualTo(told);
        as(user).get(logs(tracker)).then().body("items", hasSize(1)).body("items[0].version", equalTo(1));
        ada.plays("2026-10-20T11:00:00Z", 60_000).run();
        as(user).get(logs(tracker))
                .then()
                .body("items", hasSize(1))
                .body("items[0].version", equalTo(2))
                .body("items[0].value", equalTo(new BigDecimal("2.00")));
        assertThat(TestDatabase.lastSequence(user)).isEqualTo(told + 1);
    }

    @Test
    void aPlayToldLateOrTwiceCountsOnceOnItsOwnDay() {
        ada.plays("2026-10-21T01:00:00Z", 60_000).plays("2026-10-21T01:00:00Z", 60_000);
        String tracker = ada.optedInSince(SINCE);
        ada.run();

        ada.plays("2026-10-20T22:00:00Z", 120_000).plays("2026-10-21T00:30:00Z", 30_000);
        ada.run();

        assertThat(days(tracker))
                .containsExactly(
                        Map.entry("2026-10-20", new BigDecimal("2.00")),
                        Map.entry("2026-10-21", new BigDecimal("1.50")));
    }

    @Test
    void neitherWhatWasBeforeTheOptInCountsNorWhatHasYetToHappen() {
        ada.plays("2026-10-19T23:59:59.999Z", 60_000).plays("2026-10-20T00:00:00.001Z", 60_000);
        ada.plays(clock.instant().plus(Duration.ofHours(1)).toString(), 60_000);
        ada.with("ignoresAfter", true);

        String tracker = ada.optedInSince(SINCE);
        ada.run();

        assertThat(days(tracker)).containsExactly(Map.entry("2026-10-20", new BigDecimal("1.00")));
    }

    @Test
    void whatCannotBeReadCountsNothingAndHarmsNothing() {
        ada.plays("2026-10-20T10:00:00Z", 60_000).plays("2026-10-20T11:00:00Z", -5);
        ada.with(
                "junk",
                new JsonArray("[null,7,{},{\"played_at\":\"yesterday\",\"track\":{\"duration_ms\":1}},"
                        + "{\"played_at\":\"2026-10-20T12:00:00Z\",\"track\":null},"
                        + "{\"played_at\":\"2026-10-20T13:00:00Z\",\"track\":{\"duration_ms\":\"9\"}},"
                        + "{\"played_at\":\"+999999999-01-01T00:00:00Z\",\"track\":{\"duration_ms\":1000}}]"));

        String tracker = ada.optedInSince(SINCE);
        ada.run();

        assertThat(days(tracker)).containsExactly(Map.entry("2026-10-20", new BigDecimal("1.00")));
        assertThat(ada.shown("lastProblem")).isNull();
    }

    @Test
    void followsPagesToTheirEndAndNeverTheirAddresses() {
        Instant first = Instant.parse("2026-10-20T01:00:00Z");
        JsonArray plays = new JsonArray();
        IntStream.range(0, 130)
                .forEach(i -> plays.add(new JsonObject()
                        .put("at", first.plusSeconds(180L * i).toString())
                        .put("ms", 60_000)));
        ada.with("plays", plays);
        String tracker = ada.optedInSince(SINCE);
        int before = ada.calls("player");

        ada.run();

        assertThat(days(tracker)).containsExactly(Map.entry("2026-10-20", new BigDecimal("130.00")));
        assertThat(ada.calls("player") - before).isEqualTo(3);
    }

    /** Berlin leaves summer time on 2026-10-25 at 03:00; Ada's day begins at four. */
    @Test
    void daysAreTheUsersOwn() {
        ada.plays("2026-10-25T01:59:59Z", 60_000).plays("2026-10-25T02:59:59Z", 60_000);
        ada.plays("2026-10-25T03:00:00Z", 120_000).plays("2026-10-26T02:59:59.999Z", 60_000);
        ada.plays("2026-10-26T03:00:00Z", 30_000);
        setting("04:00", "Europe/Berlin");

        String tracker = ada.optedInSince("2026-10-24T12:00:00Z");
        ada.run();

        assertThat(days(tracker))
                .containsExactly(
                        Map.entry("2026-10-24", new BigDecimal("2.00")),
                        Map.entry("2026-10-25", new BigDecimal("3.00")),
                        Map.entry("2026-10-26", new BigDecimal("0.50")));
        as(user).get(logs(tracker)).then().body("items[0].zoneId", equalTo("Europe/Berlin"));
    }

    @Test
    void movingElsewhereMovesNoPlayThatWasCounted() {
        ada.plays("2026-10-20T23:30:00Z", 60_000);
        String tracker = ada.optedInSince(SINCE);
        ada.run();
        setting("00:00", "Asia/Tokyo");

        ada.plays("2026-10-20T23:40:00Z", 60_000).run();

        assertThat(days(tracker))
                .containsExactly(
                        Map.entry("2026-10-20", new BigDecimal("1.00")),
                        Map.entry("2026-10-21", new BigDecimal("1.00")));
    }

    @Test
    void theZoneOfTheOptInHoldsUntilAnotherIsTold() {
        ada = new Listener(user, "spotify", () -> as(TestTokens.user(user).zone("Asia/Tokyo")));
        ada.plays("2026-10-20T23:30:00Z", 60_000);

        String tracker = ada.optedInSince(SINCE);
        ada.run();

        assertThat(days(tracker)).containsExactly(Map.entry("2026-10-21", new BigDecimal("1.00")));
    }

    @Test
    void theUsersWordCountsMore() {
        ada.plays("2026-10-20T10:00:00Z", 60_000).plays("2026-10-21T10:00:00Z", 60_000);
        ada.plays("2026-10-22T10:00:00Z", 60_000);
        String tracker = ada.optedInSince(SINCE);
        ada.run();
        String deleted = idOf(tracker, "2026-10-20");
        String corrected = idOf(tracker, "2026-10-21");
        String described = idOf(tracker, "2026-10-22");
        as(user).delete(logs(tracker) + "/" + deleted).then().statusCode(204);
        as(user).body("{\"value\":\"5\"}")
                .patch(logs(tracker) + "/" + corrected)
                .then()
                .statusCode(200);
        as(user).body("{\"description\":\"with Eve\",\"emotion\":\"HAPPY\",\"reminder\":{\"message\":\"again\","
                        + "\"at\":\"2027-01-01T00:00:00Z\"}}")
                .patch(logs(tracker) + "/" + described)
                .then()
                .statusCode(200);

        ada.plays("2026-10-20T11:00:00Z", 60_000).plays("2026-10-21T11:00:00Z", 60_000);
        ada.plays("2026-10-22T09:00:00Z", 60_000).with("ignoresAfter", true);
        rewind();
        ada.run();

        assertThat(days(tracker))
                .containsExactly(
                        Map.entry("2026-10-21", new BigDecimal("5")), Map.entry("2026-10-22", new BigDecimal("2.00")));
        as(user).get(logs(tracker) + "/" + described)
                .then()
                .body("description", equalTo("with Eve"))
                .body("emotion", equalTo("HAPPY"))
                .body("reminder.message", equalTo("again"));
    }

    @Test
    void nothingStaysOfARunThatBreaksOff() {
        ada.plays("2026-10-20T10:00:00Z", 60_000);
        String tracker = ada.optedInSince(SINCE);
        QuarkusMock.installMockForType(
                new FailingLogEvents(
                        outbox,
                        append -> append.chain(() -> Uni.createFrom().failure(new IllegalStateException("test")))),
                LogEvents.class);

        ada.run();

        assertThat(ada.shown("lastProblem")).isEqualTo("internal-error");
        assertThat(TestDatabase.rows("listening_play", user)).isZero();
        assertThat(TestDatabase.rows("listening_day", user)).isZero();
        as(user).get(logs(tracker)).then().body("items", hasSize(0));
        QuarkusMock.installMockForType(new FailingLogEvents(outbox, append -> append), LogEvents.class);
        ada.run();
        assertThat(days(tracker)).containsExactly(Map.entry("2026-10-20", new BigDecimal("1.00")));
    }

    @Test
    void ofManyReplicasOneRunsWhatIsDue() throws Throwable {
        ada.optedInSince(SINCE);
        ada.rest();
        Instant later = clock.instant().plus(Duration.ofDays(2));

        List<Optional<Integration>> claimed = together(8, () -> due.claim(later, Duration.ofMinutes(10)));

        assertThat(claimed.stream()
                        .flatMap(Optional::stream)
                        .filter(one -> one.owner().equals(user)))
                .hasSize(1);
        assertThat(ada.number("CASE WHEN leased_until > next_run_at THEN 1 ELSE 0 END"))
                .isOne();
    }

    @Test
    void replicasThatCountTheSameAtOnceCountItOnce() throws Throwable {
        String tracker = ada.optedInSince(SINCE);
        ada.rest();
        Integration claimed = claimed();
        List<Play> told =
                List.of(play("2026-10-20T10:00:00Z"), play("2026-10-20T11:00:00Z"), play("2026-10-21T10:00:00Z"));

        together(6, () -> counting.count(claimed, told));

        as(user).get(logs(tracker)).then().body("items", hasSize(2)).body("items.version", equalTo(List.of(1, 1)));
        assertThat(days(tracker).get("2026-10-20")).isEqualTo(new BigDecimal("2.00"));
    }

    @Test
    void aRunThatWasTakenOverStoresNothing() throws Throwable {
        String tracker = ada.optedInSince(SINCE);
        ada.rest();
        Integration slow = claimed();
        Integration next = claimed();
        assertThat(next.standing().run()).isGreaterThan(slow.standing().run());

        assertThat(together(
                        1,
                        () -> counting.count(slow, List.of(play("2026-10-20T10:00:00Z")))
                                .replaceWith("stored")
                                .onFailure(CountPlays.Superseded.class)
                                .recoverWithItem("superseded")))
                .containsExactly("superseded");

        assertThat(TestDatabase.rows("listening_play", user)).isZero();
        as(user).get(logs(tracker)).then().body("items", hasSize(0));
    }

    @Test
    void aRunThatOutlivesItsUserLeavesNoRow() throws Throwable {
        String tracker = ada.optedInSince(SINCE);
        ada.rest();
        Integration running = claimed();
        as(user).delete("/api/v1/trackers/" + tracker).then().statusCode(204);
        sql("DELETE FROM user_stream WHERE user_id = ?");

        together(
                1,
                () -> counting.count(running, List.of(play("2026-10-20T10:00:00Z")))
                        .onFailure(CountPlays.Superseded.class)
                        .recoverWithNull());

        assertThat(TestDatabase.rows("user_stream", user)).isZero();
        assertThat(TestDatabase.rows("listening_play", user)).isZero();
    }

    @Test
    void playsOfDaysThatAreOverAreForgottenAndTheirLogsStay() {
        ada.plays("2026-10-20T10:00:00Z", 60_000);
        String tracker = ada.optedInSince(SINCE);
        ada.run();
        ada.plays("2026-10-30T10:00:00Z", 60_000).run();

        ada.run();

        assertThat(TestDatabase.rows("listening_play", user)).isOne();
        assertThat(TestDatabase.rows("listening_day", user)).isOne();
        assertThat(days(tracker)).hasSize(2);
    }

    @Test
    void aSecondProviderNeedsItsOwnClassAlone() {
        Listener radio = new Listener(user, "radio", () -> as(user));
        radio.plays("2026-10-20T10:00:00Z", 60_000).plays("2026-10-20T10:05:00Z", 90_000);

        String tracker = radio.optedInSince(SINCE);
        radio.run();

        assertThat(days(tracker)).containsExactly(Map.entry("2026-10-20", new BigDecimal("2.50")));
        assertThat(radio.asked("scope")).isEqualTo("history");
        assertThat(radio.shown("label")).isEqualTo("Radio");
        radio.optOut().then().statusCode(204);
    }

    @Test
    void theLogIsOneAsAnyOther() {
        ada.plays("2026-10-20T10:00:00Z", 60_000);
        String tracker = ada.optedInSince(SINCE);
        ada.run();

        as(user).get(logs(tracker))
                .then()
                .body("items[0].localDate", equalTo("2026-10-20"))
                .body("items[0].occurredAt", equalTo("2026-10-20T10:00:00Z"))
                .body("items[0].status", equalTo("DONE"))
                .body("items[0].description", nullValue())
                .body("items[0].createdAt", notNullValue());
        assertThat(as(user).get(logs(tracker)).asString()).doesNotContain("secret song");
    }

    private Integration claimed() throws Throwable {
        Instant later = clock.instant().plus(Duration.ofDays(2));
        sql("UPDATE integration SET leased_until = NULL WHERE user_id = ?");
        Optional<Integration> claimed =
                together(1, () -> due.claim(later, Duration.ofMinutes(10))).get(0);
        assertThat(claimed).isPresent();
        assertThat(claimed.get().owner()).isEqualTo(user);
        return claimed.get();
    }

    private static Play play(String at) {
        return new Play(Instant.parse(at), Duration.ofMinutes(1));
    }

    private static <T> List<T> together(int many, Supplier<Uni<T>> work) {
        List<CompletableFuture<T>> running = IntStream.range(0, many)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> await(work)))
                .toList();
        List<T> results = new ArrayList<>();
        running.forEach(one -> results.add(one.join()));
        return results;
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    private SortedMap<String, BigDecimal> days(String tracker) {
        List<Map<String, Object>> items =
                as(user).get(logs(tracker) + "?limit=200").path("items");
        SortedMap<String, BigDecimal> days = new TreeMap<>();
        items.forEach(item -> assertThat(days.put(
                        String.valueOf(item.get("localDate")), new BigDecimal(String.valueOf(item.get("value")))))
                .isNull());
        return days;
    }

    private String idOf(String tracker, String day) {
        return as(user).get(logs(tracker)).path("items.find { it.localDate == '" + day + "' }.id");
    }

    /** As if nothing later than the opt-in had been heard, so that everything is asked for again. */
    private void rewind() {
        sql("UPDATE integration SET heard_until = since WHERE user_id = ?");
    }

    private void setting(String dayStart, String zone) {
        sql("INSERT INTO user_setting (user_id, version, day_start, time_zone) VALUES (?, 1, '" + dayStart + "', '"
                + zone + "')");
    }

    private void sql(String statement) {
        try (Connection connection = TestDatabase.connect();
                PreparedStatement update = connection.prepareStatement(statement)) {
            update.setObject(1, user);
            update.executeUpdate();
        } catch (java.sql.SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
