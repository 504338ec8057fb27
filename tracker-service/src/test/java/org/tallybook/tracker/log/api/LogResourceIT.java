package org.tallybook.tracker.log.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tallybook.kit.test.token.TestTokens;
import org.tallybook.tracker.ServiceIT;

@QuarkusTest
class LogResourceIT extends ServiceIT {

    @Test
    void recordsAnAmountDigitByDigit() {
        String tracker = created(numeric("Run"));

        Response answer = as(user).body("{\"value\":-12.50,\"emotion\":\"HAPPY\",\"zoneId\":\"Europe/Berlin\","
                        + "\"occurredAt\":\"2026-11-20T23:30:00.123456789Z\"}")
                .post(logs(tracker));

        answer.then().statusCode(201).header("ETag", "\"1\"");
        assertThat(answer.asString()).contains("\"value\":-12.50,");
        answer.then()
                .body("localDate", equalTo("2026-11-21"))
                .body("occurredAt", equalTo("2026-11-20T23:30:00.123456Z"))
                .body("status", equalTo("DONE"))
                .body("reminder", nullValue());
        assertThat(as(user).get(answer.header("Location")).asString()).isEqualTo(answer.asString());
    }

    @Test
    void keepsEveryDigitThroughTheDatabase() {
        String tracker = created(numeric("Exact"));
        for (String number :
                List.of("0", "0.00", "100", "1e3", "-0.0000000001", "99999999999999999999.9999999999", "\"7.250\"")) {
            String id = recorded(tracker, "{\"value\":" + number + "}");
            String expected = number.equals("1e3") ? "1000" : number.replace("\"", "");

            assertThat(as(user).get(logs(tracker) + "/" + id).asString()).contains("\"value\":" + expected + ",");
        }
    }

    @Test
    void recordsANoteWithAReminder() {
        String tracker = created(note("Diary"));

        as(user).body("{\"value\":\"two\\nlines 🌧️\",\"description\":\"\",\"emotion\":\"SAD\","
                        + "\"reminder\":{\"message\":\"Call\",\"at\":\"2027-01-01T09:00:00+09:00\"}}")
                .post(logs(tracker))
                .then()
                .statusCode(201)
                .body("value", equalTo("two\nlines 🌧️"))
                .body("description", equalTo(""))
                .body("emotion", equalTo("SAD"))
                .body("reminder.message", equalTo("Call"))
                .body("reminder.at", equalTo("2027-01-01T00:00:00Z"))
                .body("zoneId", equalTo("UTC"));
    }

    @Test
    void takesTheZoneOfTheTokenUnlessTheLogHasOne() {
        String tracker = created(note("Diary"));

        as(TestTokens.user(user).zone("Asia/Tokyo"))
                .body("{\"value\":\"x\",\"occurredAt\":\"2026-11-20T15:00:00Z\"}")
                .post(logs(tracker))
                .then()
                .statusCode(201)
                .body("zoneId", equalTo("Asia/Tokyo"))
                .body("localDate", equalTo("2026-11-21"));
    }

    @Test
    void skippedIsNeitherZeroNorNothing() {
        String tracker = created(numeric("Run"));

        as(user).body("{\"status\":\"SKIPPED\"}")
                .post(logs(tracker))
                .then()
                .statusCode(201)
                .body("status", equalTo("SKIPPED"))
                .body("value", nullValue());
    }

    @Test
    void replacesPatchesAndProtects() {
        String tracker = created(numeric("Run"));
        String path = logs(tracker) + "/"
                + recorded(tracker, "{\"value\":1,\"emotion\":\"CALM\",\"occurredAt\":\"2026-11-01T10:00:00Z\"}");

        as(user).header("If-Match", "\"1\"")
                .body("{\"value\":2.50,\"emotion\":null}")
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("emotion", nullValue())
                .body("occurredAt", equalTo("2026-11-01T10:00:00Z"))
                .body("version", equalTo(2));
        as(user).header("If-Match", "\"1\"")
                .body("{\"value\":3}")
                .patch(path)
                .then()
                .statusCode(412);
        as(user).header("If-Match", "\"1\"")
                .body("{\"value\":3}")
                .put(path)
                .then()
                .statusCode(412);
        as(user).header("If-Match", "\"1\"").delete(path).then().statusCode(412);
        as(user).header("If-None-Match", "\"2\"").get(path).then().statusCode(304);
        as(user).body("{\"value\":\"9.0\",\"status\":\"DONE\"}")
                .put(path)
                .then()
                .statusCode(200);
        assertThat(as(user).get(path).asString()).contains("\"value\":9.0,");
        as(user).header("If-Match", "\"3\"").delete(path).then().statusCode(204);
        as(user).get(path).then().statusCode(404);
        as(user).delete(path).then().statusCode(404);
    }

    @Test
    void repeatsACreateUnderTheSameId() {
        String tracker = created(numeric("Run"));
        String other = created(numeric("Walk"));
        String body = "{\"id\":\"" + UuidCreator.getTimeOrderedEpoch() + "\",\"value\":1.0}";

        String id = recorded(tracker, body);
        as(user).body(body).post(logs(tracker)).then().statusCode(200).body("id", equalTo(id));
        as(user).body(body.replace("1.0", "1.00")).post(logs(tracker)).then().statusCode(409);
        as(user).body(body).post(logs(other)).then().statusCode(409);
        as(user).get("/api/v1/trackers/" + tracker).then().body("logCount", equalTo(1));
        as(user).delete(logs(tracker) + "/" + id).then().statusCode(204);
        as(user).body(body).post(logs(tracker)).then().statusCode(409);
    }

    @Test
    void anIdempotencyKeyBelongsToOneTracker() {
        String tracker = created(note("A"));
        String other = created(note("B"));
        String key = UUID.randomUUID().toString();

        Response first = as(user).header("Idempotency-Key", key)
                .body("{\"value\":\"x\"}")
                .post(logs(tracker));
        Response again = as(user).header("Idempotency-Key", key)
                .body("{\"value\":\"x\"}")
                .post(logs(tracker));

        again.then().statusCode(201).header("Location", first.header("Location"));
        as(user).header("Idempotency-Key", key)
                .body("{\"value\":\"x\"}")
                .post(logs(other))
                .then()
                .statusCode(422);
        as(user).get(logs(tracker)).then().body("items", hasSize(1));
    }

    @Test
    void allowsALittleSkewAndNoFuture() {
        String tracker = created(note("Diary"));
        Instant now = Instant.now();

        recorded(tracker, "{\"value\":\"x\",\"occurredAt\":\"" + now.plusSeconds(240) + "\"}");
        as(user).body("{\"value\":\"x\",\"occurredAt\":\"" + now.plusSeconds(400) + "\"}")
                .post(logs(tracker))
                .then()
                .statusCode(400)
                .body("errors.field", contains("occurredAt"))
                .body("errors.code", contains("out-of-range"));
    }

    @Test
    void filtersByLocalDayEmotionAndText() {
        String tracker = created(note("Diary"));
        String other = created(note("Other"));
        String tokyo = "\"zoneId\":\"Asia/Tokyo\"";
        recorded(tracker, "{\"value\":\"first\",\"occurredAt\":\"2026-11-01T14:59:00Z\"," + tokyo + "}");
        recorded(
                tracker,
                "{\"value\":\"second 100%\",\"emotion\":\"SAD\",\"occurredAt\":\"2026-11-01T15:00:00Z\"," + tokyo
                        + "}");
        recorded(
                tracker,
                "{\"value\":\"third\",\"description\":\"SECOND_hand\",\"occurredAt\":\"2026-11-02T15:00:00Z\"," + tokyo
                        + "}");
        recorded(other, "{\"value\":\"second\",\"occurredAt\":\"2026-11-02T14:59:59Z\"," + tokyo + "}");

        assertThat(values("/api/v1/logs?from=2026-11-02&to=2026-11-02")).containsExactly("second", "second 100%");
        assertThat(values(logs(tracker) + "?from=2026-11-02")).containsExactly("third", "second 100%");
        assertThat(values(logs(tracker) + "?to=2026-11-01")).containsExactly("first");
        assertThat(values("/api/v1/logs?emotion=SAD")).containsExactly("second 100%");
        assertThat(values("/api/v1/logs?q=SECOND")).containsExactly("third", "second", "second 100%");
        assertThat(values("/api/v1/logs?q=%25")).containsExactly("second 100%");
        assertThat(values("/api/v1/logs?q=_")).containsExactly("third");
        assertThat(values("/api/v1/logs?q=%5C")).isEmpty();
        assertThat(values("/api/v1/logs?q=%27%20or%201%3D1--")).isEmpty();
        assertThat(values("/api/v1/logs?from=2026-11-03&to=2026-11-02")).isEmpty();
    }

    @Test
    void pagesThroughLogsOfTheSameInstant() {
        String tracker = created(numeric("Run"));
        for (int i = 0; i < 7; i++) {
            recorded(tracker, "{\"value\":" + i + ",\"occurredAt\":\"2026-11-01T10:00:00Z\"}");
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Response page = as(user).get("/api/v1/logs?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            seen.addAll(page.path("items.id"));
            cursor = page.path("nextCursor");
        }

        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void deletingATrackerTakesItsLogs() {
        String tracker = created(note("Diary"));
        String id = recorded(tracker, "{\"value\":\"x\"}");

        as(user).delete("/api/v1/trackers/" + tracker).then().statusCode(204);

        as(user).get(logs(tracker)).then().statusCode(404);
        as(user).get(logs(tracker) + "/" + id).then().statusCode(404);
        as(user).get("/api/v1/logs").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void aLogIsFoundUnderItsOwnTrackerOnly() {
        String tracker = created(note("Diary"));
        String other = created(note("Other"));
        String id = recorded(tracker, "{\"value\":\"x\"}");

        as(user).get(logs(other) + "/" + id).then().statusCode(404);
        as(user).body("{\"value\":\"y\"}").put(logs(other) + "/" + id).then().statusCode(404);
        as(user).delete(logs(other) + "/" + id).then().statusCode(404);
    }

    private List<String> values(String path) {
        Response page = as(user).urlEncodingEnabled(false).get(path);
        page.then().statusCode(200);
        return page.path("items.value");
    }
}
