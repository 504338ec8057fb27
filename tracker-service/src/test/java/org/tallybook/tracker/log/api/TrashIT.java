package org.tallybook.tracker.log.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tallybook.kit.test.token.TestTokens;
import org.tallybook.tracker.ServiceIT;
import org.tallybook.tracker.event.TestDatabase;
import org.tallybook.tracker.trash.EmptyTrash;

/** A deletion can be undone for 30 days, and until then nothing else shows what was deleted. */
@QuarkusTest
class TrashIT extends ServiceIT {

    private static final String TRASH = "/api/v1/logs/trash";
    private static final String TRACKER_TRASH = "/api/v1/trackers/trash";

    @Inject
    EmptyTrash emptyTrash;

    @Test
    void aRestoredLogIsTheSameInEveryDigitAndNewerThanItsDeletion() {
        String tracker = created(numeric("Run"));
        String id = recorded(
                tracker,
                "{\"value\":-12.50,\"description\":\"früh\",\"emotion\":\"CALM\",\"zoneId\":\"Asia/Tokyo\","
                        + "\"occurredAt\":\"2026-11-20T15:00:00.123456Z\","
                        + "\"reminder\":{\"message\":\"m\",\"at\":\"2027-01-01T00:00:00Z\"}}");
        String path = logs(tracker) + "/" + id;
        String before = as(user).get(path).asString();
        as(user).delete(path).then().statusCode(204);

        Response answer = as(user).post(TRASH + "/" + id + "/restore");

        answer.then().statusCode(200).header("ETag", "\"3\"");
        assertThat(withoutSystemFields(answer.asString())).isEqualTo(withoutSystemFields(before));
        assertThat(as(user).get(path).asString()).isEqualTo(answer.asString());
        as(user).get("/api/v1/trackers/" + tracker)
                .then()
                .body("logCount", equalTo(1))
                .body("lastLogAt", equalTo("2026-11-20T15:00:00.123456Z"));
        as(user).post(TRASH + "/" + id + "/restore").then().statusCode(200).body("version", equalTo(3));
        as(user).delete(path).then().statusCode(204);
        as(user).post(TRASH + "/" + id + "/restore").then().statusCode(200).body("version", equalTo(5));
    }

    @Test
    void whatIsInTheTrashIsNowhereElse() {
        String tracker = created(note("Diary"));
        String kept = recorded(tracker, "{\"value\":\"kept words\",\"emotion\":\"SAD\"}");
        String gone = recorded(tracker, "{\"value\":\"gone words\",\"emotion\":\"SAD\"}");
        as(user).delete(logs(tracker) + "/" + gone).then().statusCode(204);

        for (String list : List.of(logs(tracker), "/api/v1/logs", "/api/v1/logs?q=words", "/api/v1/logs?emotion=SAD")) {
            as(user).get(list).then().statusCode(200).body("items.id", contains(kept));
        }
        as(user).get(logs(tracker) + "/" + gone).then().statusCode(404);
        as(user).body("{\"value\":\"x\"}")
                .patch(logs(tracker) + "/" + gone)
                .then()
                .statusCode(404);
        as(user).get("/api/v1/trackers/" + tracker).then().body("logCount", equalTo(1));
        as(user).get(TRASH)
                .then()
                .statusCode(200)
                .body("items.log.id", contains(gone))
                .body("items[0].log.value", equalTo("gone words"))
                .body("items[0].log.version", equalTo(1))
                .body("nextCursor", nullValue());
        as(stranger).get(TRASH).then().body("items", hasSize(0));
        as(stranger).post(TRASH + "/" + gone + "/restore").then().statusCode(404);
        as(user).post(TRASH + "/" + UUID.randomUUID() + "/restore").then().statusCode(404);
    }

    @Test
    void pagesThroughTheTrash() {
        String tracker = created(note("Diary"));
        for (int i = 0; i < 5; i++) {
            String id = recorded(tracker, "{\"value\":\"x\"}");
            as(user).delete(logs(tracker) + "/" + id).then().statusCode(204);
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Response page = as(user).get(TRASH + "?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            seen.addAll(page.path("items.log.id"));
            cursor = page.path("nextCursor");
        }

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        as(user).get(TRASH + "?limit=0&cursor=x").then().statusCode(400);
    }

    @Test
    void aTrackerComesBackWithTheLogsThatWentWithIt() {
        String tracker = created(note("Diary"));
        String before = recorded(tracker, "{\"value\":\"deleted before\"}");
        as(user).delete(logs(tracker) + "/" + before).then().statusCode(204);
        String one = recorded(tracker, "{\"value\":\"one\",\"occurredAt\":\"2026-11-01T10:00:00Z\"}");
        String two = recorded(tracker, "{\"value\":\"two\",\"occurredAt\":\"2026-11-02T10:00:00Z\"}");
        as(user).body("{\"tags\":[\"a\",\"b\"]}").patch("/api/v1/trackers/" + tracker);
        as(user).delete("/api/v1/trackers/" + tracker).then().statusCode(204);

        as(user).get(TRASH).then().body("items.log.id", contains(before));
        as(user).post(TRASH + "/" + before + "/restore")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://tallybook.org/problems/tracker-deleted"));
        as(user).get(TRACKER_TRASH)
                .then()
                .body("items.tracker.id", contains(tracker))
                .body("items[0].tracker.logCount", equalTo(2));
        as(stranger).post(TRACKER_TRASH + "/" + tracker + "/restore").then().statusCode(404);

        as(user).post(TRACKER_TRASH + "/" + tracker + "/restore")
                .then()
                .statusCode(200)
                .body("version", equalTo(4))
                .body("tags", contains("a", "b"))
                .body("logCount", equalTo(2))
                .body("lastLogAt", equalTo("2026-11-02T10:00:00Z"));
        as(user).get(logs(tracker)).then().body("items.id", contains(two, one)).body("items[0].version", equalTo(3));
        as(user).get(TRACKER_TRASH).then().body("items", hasSize(0));
        as(user).post(TRACKER_TRASH + "/" + tracker + "/restore").then().statusCode(200);
        as(user).post(TRASH + "/" + before + "/restore").then().statusCode(200);
        as(user).get("/api/v1/trackers/" + tracker).then().body("logCount", equalTo(3));
    }

    @Test
    void aTrackerComesBackWithItsPlanItsPlaceAndEveryKindOfValue() {
        created(note("First"));
        Map<String, Object> body = numeric("Spending");
        body.put("goal", Map.of("kind", "AT_MOST", "target", "250.00", "period", "WEEK"));
        body.put("schedule", Map.of("times", 3, "days", 7));
        body.put("pauses", List.of(Map.of("from", "2026-12-24")));
        String tracker = "/api/v1/trackers/" + created(body);
        String before = as(user).get(tracker).asString();
        String mood = created(Map.of("name", "Mood", "type", "RATING"));
        String rated = recorded(mood, "{\"value\":7}");
        String log = as(user).get(logs(mood) + "/" + rated).asString();

        as(user).delete(tracker).then().statusCode(204);
        as(user).delete("/api/v1/trackers/" + mood).then().statusCode(204);
        as(user).get(TRACKER_TRASH).then().statusCode(200).body("items.tracker.position", contains(3, 2));
        String id = tracker.substring(tracker.lastIndexOf('/') + 1);
        as(user).post(TRACKER_TRASH + "/" + id + "/restore").then().statusCode(200);
        as(user).post(TRACKER_TRASH + "/" + mood + "/restore").then().statusCode(200);

        assertThat(withoutSystemFields(as(user).get(tracker).asString())).isEqualTo(withoutSystemFields(before));
        assertThat(withoutSystemFields(as(user).get(logs(mood) + "/" + rated).asString()))
                .isEqualTo(withoutSystemFields(log));
    }

    @Test
    void aTrackerWhoseNameIsTakenByNowStaysInTheTrash() {
        String old = created(note("Diary"));
        as(user).delete("/api/v1/trackers/" + old).then().statusCode(204);
        String other = created(note("DIARY"));

        as(user).post(TRACKER_TRASH + "/" + old + "/restore")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://tallybook.org/problems/tracker-name-taken"));
        as(user).body("{\"name\":\"Other\"}")
                .patch("/api/v1/trackers/" + other)
                .then()
                .statusCode(200);
        as(user).post(TRACKER_TRASH + "/" + old + "/restore").then().statusCode(200);
    }

    @Test
    void afterThirtyDaysItIsGoneForGoodAndTheIdStaysTaken() throws Exception {
        String tracker = created(note("Diary"));
        String old = recorded(tracker, "{\"value\":\"old\"}");
        String young = recorded(tracker, "{\"value\":\"young\"}");
        as(user).delete(logs(tracker) + "/" + old).then().statusCode(204);
        as(user).delete(logs(tracker) + "/" + young).then().statusCode(204);
        try (var connection = TestDatabase.connect();
                var age = connection.prepareStatement(
                        "UPDATE trashed_log SET deleted_at = deleted_at - interval '30 days' WHERE id = ?")) {
            age.setObject(1, UUID.fromString(old));
            age.executeUpdate();
        }

        as(user).get(TRASH).then().body("items.log.id", contains(young));
        as(user).post(TRASH + "/" + old + "/restore").then().statusCode(404);
        emptyTrash.run().await().atMost(Duration.ofSeconds(30));

        assertThat(TestDatabase.rows("trashed_log", user)).isOne();
        as(user).body("{\"id\":\"" + old + "\",\"value\":\"old\"}")
                .post(logs(tracker))
                .then()
                .statusCode(409);
        as(user).post(TRASH + "/" + young + "/restore").then().statusCode(200);
    }

    @Test
    void aTokenForOneTrackerRestoresNothing() {
        String tracker = created(note("Diary"));
        String id = recorded(tracker, "{\"value\":\"x\"}");
        as(user).delete(logs(tracker) + "/" + id).then().statusCode(204);

        as(TestTokens.user(user).scope("logs:write:" + tracker))
                .post(TRASH + "/" + id + "/restore")
                .then()
                .statusCode(403);
        as(TestTokens.user(user).scope("logs:write"))
                .post(TRASH + "/" + id + "/restore")
                .then()
                .statusCode(200);
    }

    private static String withoutSystemFields(String json) {
        return json.replaceAll("\"(version|updatedAt)\":[^,}]+", "");
    }
}
