package org.tallybook.tracker.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tallybook.kit.test.contract.EventContracts;
import org.tallybook.tracker.ServiceIT;

/** Every change arrives at the broker as the contract says, and what is no change does not. */
@QuarkusTest
@Tag("messaging")
class EventsIT extends ServiceIT {

    private static final EventContracts CONTRACTS = EventContracts.load();

    private ListeningQueue queue;

    @BeforeEach
    void listen() throws Exception {
        queue = ListeningQueue.open();
    }

    @AfterEach
    void stop() throws Exception {
        queue.close();
    }

    @Test
    void everyChangeIsAnEventThatKeepsTheContract() {
        String run = created(numeric("Run 🏃"));
        String diary = created(note("Diary"));
        as(user).body("{\"tags\":[\"sport\"],\"color\":\"#3366cc\",\"description\":\"d\"}")
                .patch("/api/v1/trackers/" + run);
        String log = recorded(
                run,
                "{\"value\":-12.50,\"emotion\":\"PROUD\",\"description\":\"x\",\"occurredAt\":\"2026-11-01T23:30:00.5Z\","
                        + "\"zoneId\":\"Europe/Berlin\",\"reminder\":{\"message\":\"m\",\"at\":\"2027-01-01T00:00:00Z\"}}");
        as(user).body("{\"value\":1e3,\"reminder\":null}").patch(logs(run) + "/" + log);
        recorded(run, "{\"status\":\"SKIPPED\"}");
        recorded(diary, "{\"value\":\"secret thoughts\"}");
        as(user).delete(logs(run) + "/" + log).then().statusCode(204);
        as(user).delete("/api/v1/trackers/" + run).then().statusCode(204);

        List<JsonNode> events = queue.of(user, 10);

        queue.texts(user).forEach(CONTRACTS::assertValid);
        assertThat(events)
                .extracting(event -> event.path("type").asText())
                .containsExactlyInAnyOrder(
                        "tracker.created.v1",
                        "tracker.created.v1",
                        "tracker.updated.v1",
                        "log.recorded.v1",
                        "log.updated.v1",
                        "log.recorded.v1",
                        "log.recorded.v1",
                        "log.deleted.v1",
                        "tracker.deleted.v1",
                        "log.deleted.v1");
        assertThat(events)
                .extracting(event -> event.path("sequence").asText())
                .containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
        assertThat(queue.texts(user)).noneMatch(text -> text.contains("secret thoughts"));
    }

    @Test
    void aLogsEventsCarryItsStateAndRisingVersions() {
        String run = created(numeric("Run"));
        String log = recorded(
                run, "{\"value\":-12.50,\"occurredAt\":\"2026-11-01T23:30:00Z\",\"zoneId\":\"Europe/Berlin\"}");
        as(user).body("{\"value\":1e3}").patch(logs(run) + "/" + log);
        as(user).delete(logs(run) + "/" + log);

        List<JsonNode> data = new ArrayList<>();
        queue.of(user, 4).stream()
                .filter(event -> event.path("subject").asText().equals(log))
                .forEach(event -> data.add(event.path("data")));

        assertThat(data).extracting(state -> state.path("version").asInt()).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(data.get(0).path("value").asText()).isEqualTo("-12.50");
        assertThat(data.get(0).path("localDate").asText()).isEqualTo("2026-11-02");
        assertThat(data.get(1).path("value").asText()).isEqualTo("1000");
        assertThat(data.get(1).path("trackerId").asText()).isEqualTo(run);
    }

    @Test
    void everyTypeOfTrackerKeepsTheContract() {
        for (String type : List.of("BOOLEAN true", "DURATION \"7:30\"", "CHOICE \"green\"", "RATING 8")) {
            Map<String, Object> body = note(type);
            body.put("type", type.split(" ")[0]);
            if (type.startsWith("CHOICE")) {
                body.put("choices", List.of("Green", "Black"));
                body.put("goal", Map.of("kind", "AT_LEAST", "target", 2, "period", "DAY"));
                body.put("pauses", List.of(Map.of("from", "2026-12-24")));
                body.put("schedule", Map.of("weekdays", List.of("FRIDAY", "MONDAY")));
            }
            recorded(created(body), "{\"value\":" + type.split(" ")[1] + "}");
        }

        List<JsonNode> events = queue.of(user, 8);

        queue.texts(user).forEach(CONTRACTS::assertValid);
        assertThat(events)
                .filteredOn(event -> event.path("type").asText().equals("log.recorded.v1"))
                .extracting(event -> event.path("data").path("value").asText("-") + " "
                        + event.path("data").path("choice").asText("-"))
                .containsExactlyInAnyOrder("1 -", "27000 -", "- Green", "8 -");
    }

    @Test
    void aDeletedTrackerTellsOfEachOfItsLogs() {
        String run = created(numeric("Run"));
        for (int i = 0; i < 5; i++) {
            recorded(run, "{\"value\":" + i + "}");
        }
        as(user).delete("/api/v1/trackers/" + run).then().statusCode(204);

        List<JsonNode> events = queue.of(user, 12);

        queue.texts(user).forEach(CONTRACTS::assertValid);
        assertThat(events)
                .filteredOn(event -> event.path("type").asText().equals("log.deleted.v1"))
                .hasSize(5)
                .allSatisfy(event ->
                        assertThat(event.path("data").path("version").asInt()).isEqualTo(2))
                .extracting(event -> event.path("sequence").asText())
                .containsExactlyInAnyOrder("8", "9", "10", "11", "12");
        assertThat(TestDatabase.rows("tombstone", user)).isEqualTo(6);
    }

    @Test
    void whatComesBackIsNewerThanItsDeletion() {
        String run = created(numeric("Run"));
        String log = recorded(run, "{\"value\":12.50}");
        as(user).delete(logs(run) + "/" + log).then().statusCode(204);
        as(user).post("/api/v1/logs/trash/" + log + "/restore").then().statusCode(200);
        as(user).delete("/api/v1/trackers/" + run).then().statusCode(204);
        as(user).post("/api/v1/trackers/trash/" + run + "/restore").then().statusCode(200);

        List<JsonNode> events = queue.of(user, 8);

        queue.texts(user).forEach(CONTRACTS::assertValid);
        assertThat(events)
                .extracting(event -> event.path("type").asText() + " "
                        + event.path("data").path("version").asInt())
                .containsExactlyInAnyOrder(
                        "tracker.created.v1 1",
                        "log.recorded.v1 1",
                        "log.deleted.v1 2",
                        "log.updated.v1 3",
                        "tracker.deleted.v1 2",
                        "log.deleted.v1 4",
                        "tracker.updated.v1 3",
                        "log.updated.v1 5");
    }

    @Test
    void whatIsRefusedOrRepeatedOrReadIsNoEvent() {
        String id = "01996f3e-0000-7000-8000-" + user.toString().substring(24);
        String body = "{\"id\":\"" + id + "\",\"name\":\"Diary\",\"type\":\"NOTE\"}";
        as(user).body(body).post("/api/v1/trackers").then().statusCode(201);
        as(user).body(body).post("/api/v1/trackers").then().statusCode(200);
        as(user).body(note("diary")).post("/api/v1/trackers").then().statusCode(409);
        as(user).body("{\"value\":7}").post(logs(id)).then().statusCode(400);
        as(user).body("{\"name\":\"Diary\"}")
                .patch("/api/v1/trackers/" + id)
                .then()
                .statusCode(200);
        as(user).header("If-Match", "\"9.0.\"")
                .delete("/api/v1/trackers/" + id)
                .then()
                .statusCode(412);
        as(stranger).delete("/api/v1/trackers/" + id).then().statusCode(404);
        as(user).get("/api/v1/logs");
        recorded(id, "{\"value\":\"last\"}");

        assertThat(queue.of(user, 2)).hasSize(2);
        assertThat(TestDatabase.lastSequence(user)).isEqualTo(2);
        assertThat(TestDatabase.lastSequence(stranger)).isZero();
    }
}
