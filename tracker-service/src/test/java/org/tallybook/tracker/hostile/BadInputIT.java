package org.tallybook.tracker.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.tracker.ServiceIT;

/** Whatever is wrong with a request, the answer names it and nothing is written. */
@QuarkusTest
class BadInputIT extends ServiceIT {

    private static final String DEEP = "[".repeat(40) + "]".repeat(40);

    private String tracker = "";
    private String log = "";

    @BeforeEach
    void aTrackerWithALog() {
        tracker = created(numeric("Run"));
        log = recorded(tracker, "{\"value\":1.5,\"description\":\"kept\"}");
    }

    static Stream<Arguments> trackerBodies() {
        return Stream.of(
                Arguments.of("{}", "name required, type required"),
                Arguments.of(
                        "{\"name\":\"\",\"type\":\"X\",\"bogus\":1}",
                        "bogus unknown-field, name blank, type invalid-value"),
                Arguments.of("{\"name\":7,\"type\":\"NOTE\"}", "name wrong-type"),
                Arguments.of("{\"name\":\"a\\u0000b\",\"type\":\"NOTE\"}", "name invalid-value"),
                Arguments.of("{\"name\":\"a\\ud800\",\"type\":\"NOTE\"}", "name invalid-value"),
                Arguments.of("{\"name\":\"a\\r\\nb\",\"type\":\"NOTE\"}", "name invalid-format"),
                Arguments.of("{\"name\":\"a\",\"type\":\"NUMERIC\"}", "unit required, whatToTrack required"),
                Arguments.of(
                        "{\"name\":\"a\",\"type\":\"NOTE\",\"unit\":\"km\",\"whatToTrack\":\"x\"}",
                        "unit not-allowed, whatToTrack not-allowed"),
                Arguments.of("{\"name\":\"a\",\"type\":\"NOTE\",\"tags\":\"x\"}", "tags wrong-type"),
                Arguments.of(
                        "{\"name\":\"a\",\"type\":\"NOTE\",\"tags\":[\"x\",null,\"X\"]}",
                        "tags[1] required, tags[2] duplicate"),
                Arguments.of("{\"name\":\"a\",\"type\":\"NOTE\",\"archived\":\"yes\"}", "archived wrong-type"),
                Arguments.of("{\"name\":\"a\",\"type\":\"NOTE\",\"archived\":1}", "archived wrong-type"),
                Arguments.of(
                        "{\"name\":\"a\",\"type\":\"CHOICE\",\"unit\":\"x\"}", "choices required, unit not-allowed"),
                Arguments.of(
                        "{\"name\":\"\",\"type\":\"CHOICE\",\"choices\":[\"a\",7,\"A\"]}",
                        "choices[1] wrong-type, choices[2] duplicate, name blank"),
                Arguments.of(
                        "{\"name\":\"a\",\"type\":\"RATING\",\"scale\":{\"min\":1.5,\"max\":\"5\",\"x\":1}}",
                        "scale.max wrong-type, scale.min wrong-type, scale.x unknown-field"),
                Arguments.of(
                        "{\"name\":\"a\",\"type\":\"NOTE\",\"scale\":{},\"choices\":[\"a\"]}",
                        "choices not-allowed, scale not-allowed, scale.max required, scale.min required"),
                Arguments.of(
                        "{\"name\":\"a\",\"type\":\"NOTE\",\"goal\":{\"kind\":\"x\",\"target\":1.5,\"period\":null,\"y\":1}}",
                        "goal.kind invalid-value, goal.period required, goal.target invalid-format, goal.y unknown-field"),
                Arguments.of(
                        "{\"name\":\"a\",\"type\":\"RATING\",\"goal\":{\"kind\":\"AT_MOST\",\"target\":1e400,\"period\":\"DAY\"}}",
                        "goal.target out-of-range"),
                Arguments.of(
                        "{\"name\":\"a\",\"type\":\"NOTE\",\"schedule\":{\"times\":8,\"days\":7},\"pauses\":[{\"to\":\"x\"},null]}",
                        "pauses[0].from required, pauses[0].to invalid-format, pauses[1] required, schedule.times out-of-range"),
                Arguments.of(
                        "{\"name\":\"a\",\"type\":\"NOTE\",\"schedule\":{\"times\":1,\"weekdays\":[\"MONDAY\",\"Friday\",\"MONDAY\"]}}",
                        "schedule.times not-allowed, schedule.weekdays[1] invalid-value, schedule.weekdays[2] duplicate"),
                Arguments.of("{\"name\":\"a\",\"name\":\"b\",\"type\":\"NOTE\"}", "name duplicate"),
                Arguments.of("{\"id\":\"x\",\"name\":\"a\",\"type\":\"NOTE\"}", "id invalid-format"),
                Arguments.of(
                        "{\"id\":\"" + UUID.randomUUID() + "\",\"name\":\"a\",\"type\":\"NOTE\"}", "id invalid-format"),
                Arguments.of(
                        "{\"name\":\"a\",\"type\":\"NOTE\",\"userId\":\"" + UUID.randomUUID() + "\"}",
                        "userId unknown-field"),
                Arguments.of(
                        "{\"name\":\"a\",\"type\":\"NOTE\",\"version\":9,\"logCount\":5}",
                        "logCount unknown-field, version unknown-field"));
    }

    @ParameterizedTest
    @MethodSource("trackerBodies")
    void refusesATracker(String body, String faults) {
        assertThat(faults(as(user).body(body).post("/api/v1/trackers"))).isEqualTo(faults);
        nothingWritten();
    }

    static Stream<Arguments> logBodies() {
        return Stream.of(
                Arguments.of("{}", "value required"),
                Arguments.of("{\"value\":null}", "value required"),
                Arguments.of("{\"value\":true}", "value wrong-type"),
                Arguments.of("{\"value\":[1]}", "value wrong-type"),
                Arguments.of("{\"value\":{\"a\":1}}", "value wrong-type"),
                Arguments.of("{\"value\":\"abc\"}", "value invalid-format"),
                Arguments.of("{\"value\":1e400}", "value out-of-range"),
                Arguments.of("{\"value\":-1e999999999}", "value out-of-range"),
                Arguments.of("{\"value\":1e-999999999}", "value invalid-format"),
                Arguments.of("{\"value\":1e-400}", "value invalid-format"),
                Arguments.of("{\"value\":100000000000000000000}", "value out-of-range"),
                Arguments.of(
                        "{\"value\":\"abc\",\"emotion\":\"FURIOUS\",\"occurredAt\":\"soon\",\"zoneId\":\"X\",\"status\":\"?\"}",
                        "emotion invalid-value, occurredAt invalid-format, status invalid-value, value invalid-format, zoneId invalid-value"),
                Arguments.of("{\"value\":1,\"emotion\":\"happy\"}", "emotion invalid-value"),
                Arguments.of("{\"value\":1,\"occurredAt\":1763640000}", "occurredAt wrong-type"),
                Arguments.of("{\"value\":1,\"occurredAt\":\"9999-12-31T23:59:59Z\"}", "occurredAt out-of-range"),
                Arguments.of("{\"value\":1,\"occurredAt\":\"-999999999-01-01T00:00:00Z\"}", "occurredAt out-of-range"),
                Arguments.of("{\"value\":1,\"localDate\":\"2026-11-20\"}", "localDate unknown-field"),
                Arguments.of(
                        "{\"value\":1,\"trackerId\":\"x\",\"userId\":\"y\"}",
                        "trackerId unknown-field, userId unknown-field"),
                Arguments.of("{\"value\":1,\"reminder\":{\"message\":\"x\"}}", "reminder.at required"),
                Arguments.of(
                        "{\"value\":1,\"reminder\":{\"at\":\"2027-01-01T00:00:00Z\",\"x\":1}}",
                        "reminder.message required, reminder.x unknown-field"),
                Arguments.of(
                        "{\"value\":\"abc\",\"emotion\":\"FURIOUS\",\"description\":7,\"mood\":3,\"zoneId\":\"X\"}",
                        "description wrong-type, emotion invalid-value, mood unknown-field, value invalid-format, zoneId invalid-value"),
                Arguments.of("{\"value\":1,\"reminder\":\"tomorrow\"}", "reminder wrong-type"),
                Arguments.of("{\"value\":1,\"status\":\"SKIPPED\"}", "value not-allowed"));
    }

    @ParameterizedTest
    @MethodSource("logBodies")
    void refusesALog(String body, String faults) {
        assertThat(faults(as(user).body(body).post(logs(tracker)))).isEqualTo(faults);
        assertThat(faults(as(user).body(body).put(logs(tracker) + "/" + log))).isEqualTo(faults);
        nothingWritten();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "1",
                "\"x\"",
                "{",
                "{\"value\":1}}",
                "{\"value\":1} x",
                "{'value':1}",
                "{\"value\":NaN}",
                "{\"value\":01}",
                "{\"value\":+1}",
                "{\"value\":1,}"
            })
    void refusesWhatIsNotAJsonObject(String body) {
        Response answer = as(user).body(body).post(logs(tracker));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        nothingWritten();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"ids\":[]}",
                "{\"ids\":[null]}",
                "{\"ids\":[\"x\"]}",
                "{\"ids\":\"x\"}",
                "{\"ids\":[\"019a2f40-1c9d-7a55-8b21-3e0d6f7a9c14\"]}",
                "{\"ids\":[\"019a2f40-1c9d-7a55-8b21-3e0d6f7a9c14\",\"019a2f40-1c9d-7a55-8b21-3e0d6f7a9c14\"]}"
            })
    void refusesAnOrder(String body) {
        assertThat(faults(as(user).body(body).put("/api/v1/trackers/order"))).startsWith("ids");
        nothingWritten();
    }

    @Test
    void refusesDepthAndBadEncoding() {
        assertThat(as(user).body("{\"value\":" + "9".repeat(2_000) + "}")
                        .post(logs(tracker))
                        .statusCode())
                .isEqualTo(400);
        assertThat(as(user).body("{\"value\":" + DEEP + "}").post(logs(tracker)).statusCode())
                .isEqualTo(400);
        byte[] overlong = "{\"value\":\"??\"}".getBytes(StandardCharsets.ISO_8859_1);
        overlong[10] = (byte) 0xC0;
        overlong[11] = (byte) 0x80;
        assertThat(as(user).body(overlong).post(logs(tracker)).statusCode()).isEqualTo(400);
        nothingWritten();
    }

    @Test
    void demandsJson() {
        as(user).contentType("text/plain")
                .body("{\"value\":1}")
                .post(logs(tracker))
                .then()
                .statusCode(415);
        as(user).contentType("application/x-www-form-urlencoded")
                .body("value=1")
                .post(logs(tracker))
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        nothingWritten();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=x",
                "limit=-1",
                "limit=99999999999",
                "from=x",
                "to=2026-02-30",
                "from=10000-01-01",
                "emotion=happy",
                "cursor=x",
                "cursor=AAAA",
                "q=%00",
                "from=2026-11-20T00:00:00Z"
            })
    void refusesAQuery(String query) {
        for (String path : List.of("/api/v1/logs", logs(tracker))) {
            Response answer = as(user).urlEncodingEnabled(false).get(path + "?" + query);
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
            assertThat(answer.contentType()).startsWith("application/problem+json");
        }
    }

    static Stream<Arguments> emotionBodies() {
        return Stream.of(
                Arguments.of("{}", "name required"),
                Arguments.of("{\"name\":\" \"}", "name blank"),
                Arguments.of("{\"name\":7,\"bogus\":1}", "bogus unknown-field, name wrong-type"),
                Arguments.of("{\"name\":\"a\\u0000\"}", "name invalid-value"),
                Arguments.of("{\"name\":\"a\\nb\"}", "name invalid-format"),
                Arguments.of("{\"name\":\"" + "x".repeat(51) + "\"}", "name too-long"));
    }

    @ParameterizedTest
    @MethodSource("emotionBodies")
    void refusesAnEmotion(String body, String faults) {
        String own =
                as(user).body("{\"name\":\"Dreamy\"}").post("/api/v1/emotions").path("id");

        assertThat(faults(as(user).body(body).post("/api/v1/emotions"))).isEqualTo(faults);
        assertThat(faults(as(user).body(body).put("/api/v1/emotions/" + own))).isEqualTo(faults);
        as(user).get("/api/v1/emotions/" + own).then().body("version", equalTo(1));
    }

    @Test
    void refusesAnUnknownSort() {
        assertThat(faults(as(user).get("/api/v1/trackers?sort=name"))).isEqualTo("sort invalid-value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1", "00000000-0000-0000-0000-000000000000", "%00", "'or'1'='1", "..%2f"})
    void whatIsNoIdIsNotThere(String id) {
        as(user).urlEncodingEnabled(false).get("/api/v1/trackers/" + id).then().statusCode(404);
        as(user).urlEncodingEnabled(false).get(logs(tracker) + "/" + id).then().statusCode(404);
    }

    @Test
    void refusesPatches() {
        String path = "/api/v1/trackers/" + tracker;
        assertThat(faults(as(user).body("{\"name\":null,\"unit\":null,\"id\":\"x\"}")
                        .patch(path)))
                .isEqualTo("id unknown-field, name required, unit required");
        assertThat(faults(as(user).body("{\"value\":null,\"version\":7}").patch(logs(tracker) + "/" + log)))
                .isEqualTo("value required, version unknown-field");
        assertThat(as(user).body("[]").patch(path).statusCode()).isEqualTo(400);
        as(user).header("Idempotency-Key", "k".repeat(201))
                .body("{\"value\":1}")
                .post(logs(tracker))
                .then()
                .statusCode(400);
        nothingWritten();
    }

    private static String faults(Response answer) {
        answer.then().statusCode(400).contentType("application/problem+json").body("status", equalTo(400));
        List<Map<String, String>> errors = answer.path("errors");
        assertThat(errors)
                .as(answer.asString())
                .isNotNull()
                .allSatisfy(error -> assertThat(error.get("message")).isNotBlank());
        return String.join(
                ", ",
                errors.stream()
                        .map(error -> error.get("field") + " " + error.get("code"))
                        .sorted()
                        .toList());
    }

    private void nothingWritten() {
        as(user).get("/api/v1/trackers").then().body("items", hasSize(1)).body("items[0].version", equalTo(1));
        as(user).get("/api/v1/logs").then().body("items", hasSize(1)).body("items[0].version", equalTo(1));
    }
}
