package org.tallybook.tracker.tracker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tallybook.tracker.ServiceIT;

/** Goals, schedules, pauses and the user's own order, through the database. */
@QuarkusTest
class TrackerPlanIT extends ServiceIT {

    private static final String TRACKERS = "/api/v1/trackers";

    @Test
    void keepsAPlan() {
        Map<String, Object> body = numeric("Spending");
        body.put("goal", Map.of("kind", "AT_MOST", "target", "250.00", "period", "WEEK"));
        body.put("schedule", Map.of("times", 3, "days", 7));
        body.put("pauses", List.of(Map.of("from", "2026-12-24"), Map.of("from", "2026-11-01", "to", "2026-11-03")));

        Response created = as(user).body(body).post(TRACKERS);

        created.then()
                .statusCode(201)
                .body("goal.kind", equalTo("AT_MOST"))
                .body("goal.period", equalTo("WEEK"))
                .body("schedule.times", equalTo(3))
                .body("schedule.days", equalTo(7))
                .body("pauses.from", contains("2026-11-01", "2026-12-24"))
                .body("pauses.to", contains("2026-11-03", null));
        assertThat(created.asString()).contains("\"target\":250.00,");
        String path = created.header("Location");
        assertThat(as(user).get(path).asString()).isEqualTo(created.asString());
        as(user).body(created.asString().replaceAll(".*(\"goal\":\\{[^}]*}).*", "{$1}"))
                .patch(path)
                .then()
                .body("version", equalTo(1));
    }

    @Test
    void patchesPartsOfAPlan() {
        Map<String, Object> body = note("Sleep");
        body.put("type", "DURATION");
        body.put("goal", Map.of("kind", "AT_LEAST", "target", "7:30", "period", "DAY"));
        body.put("schedule", Map.of("weekdays", List.of("FRIDAY", "MONDAY")));
        String path = TRACKERS + "/" + created(body);

        as(user).get(path)
                .then()
                .body("goal.target", equalTo("PT7H30M"))
                .body("schedule.weekdays", contains("MONDAY", "FRIDAY"));
        as(user).body("{\"goal\":{\"target\":28800}}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("goal.target", equalTo("PT8H"))
                .body("goal.period", equalTo("DAY"))
                .body("schedule.weekdays", hasSize(2));
        as(user).body("{\"goal\":null,\"schedule\":{\"weekdays\":null,\"times\":1,\"days\":2}}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("goal", nullValue())
                .body("schedule.days", equalTo(2));
        as(user).body("{\"name\":\"Sleep\"}")
                .put(path)
                .then()
                .statusCode(200)
                .body("schedule", nullValue())
                .body("pauses", hasSize(0));
    }

    @Test
    void listsInTheUsersOwnOrder() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(created(note("T" + i)));
        }
        assertThat(names()).containsExactly("T0", "T1", "T2", "T3", "T4");
        String tag = as(user).get(TRACKERS + "/" + ids.get(3)).header("ETag");

        as(user).body(Map.of("ids", List.of(ids.get(3), ids.get(1))))
                .put(TRACKERS + "/order")
                .then()
                .statusCode(204);

        assertThat(names()).containsExactly("T3", "T1", "T0", "T2", "T4");
        as(user).header("If-None-Match", tag)
                .get(TRACKERS + "/" + ids.get(3))
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("position", equalTo(1));
        as(user).header("If-Match", tag)
                .body("{\"archived\":true}")
                .patch(TRACKERS + "/" + ids.get(3))
                .then()
                .statusCode(200)
                .body("position", equalTo(1));
        recorded(ids.get(0), "{\"value\":\"x\"}");
        created(note("T5"));
        assertThat(names()).containsExactly("T3", "T1", "T0", "T2", "T4", "T5");
        assertThat(as(user).get(TRACKERS).<List<String>>path("items.name"))
                .containsExactly("T5", "T3", "T4", "T2", "T1", "T0");
    }

    @Test
    void anOrderIsTheUsersOwn() {
        String mine = created(note("Mine"));
        String theirs = as(stranger).body(note("Theirs")).post(TRACKERS).path("id");

        as(user).body(Map.of("ids", List.of(mine, theirs)))
                .put(TRACKERS + "/order")
                .then()
                .statusCode(400)
                .body("errors.field", contains("ids"));
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Response page =
                    as(user).get(TRACKERS + "?sort=position&limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.then().statusCode(200);
            names.addAll(page.path("items.name"));
            cursor = page.path("nextCursor");
        }
        return names;
    }
}
