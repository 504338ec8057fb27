package org.tallybook.tracker.tracker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tallybook.tracker.ServiceIT;

@QuarkusTest
class TrackerResourceIT extends ServiceIT {

    private static final String TRACKERS = "/api/v1/trackers";

    @Test
    void createsAndReadsBack() {
        Map<String, Object> body = numeric("Run");
        body.put("description", "Größe — 世界 🌧️");
        body.put("color", "#3366cc");
        body.put("icon", "🏃");
        body.put("tags", List.of("sport", "Ausdauer"));

        Response created = as(user).body(body).post(TRACKERS);

        created.then()
                .statusCode(201)
                .header("Location", TRACKERS + "/" + created.path("id"))
                .header("Cache-Control", "private, no-cache")
                .body("name", equalTo("Run"))
                .body("type", equalTo("NUMERIC"))
                .body("description", equalTo("Größe — 世界 🌧️"))
                .body("tags", contains("sport", "Ausdauer"))
                .body("archived", equalTo(false))
                .body("logCount", equalTo(0))
                .body("lastLogAt", nullValue())
                .body("version", equalTo(1));
        Response read = as(user).get(created.header("Location"));
        read.then().statusCode(200).header("ETag", created.header("ETag"));
        assertThat(read.asString()).isEqualTo(created.asString());
    }

    @Test
    void repeatsACreateUnderTheSameId() {
        Map<String, Object> body = note("Diary");
        UUID id = UuidCreator.getTimeOrderedEpoch();
        body.put("id", id);
        as(user).body(body).post(TRACKERS).then().statusCode(201);
        as(user).body("{\"archived\":true}").patch(TRACKERS + "/" + id).then().statusCode(200);

        as(user).body(body).post(TRACKERS).then().statusCode(200).body("archived", equalTo(true));
        body.put("name", "Another");
        as(user).body(body)
                .post(TRACKERS)
                .then()
                .statusCode(409)
                .body("type", equalTo("https://tallybook.org/problems/id-taken"))
                .body("errors[0].field", equalTo("id"));
        as(stranger).body(body).post(TRACKERS).then().statusCode(409);
        as(user).get(TRACKERS).then().body("items", hasSize(1));
    }

    @Test
    void anIdIsNotUsedAgainAfterItsDeletion() {
        Map<String, Object> body = note("Diary");
        body.put("id", UuidCreator.getTimeOrderedEpoch());
        String id = created(body);
        as(user).delete(TRACKERS + "/" + id).then().statusCode(204).body(equalTo(""));

        as(user).body(body).post(TRACKERS).then().statusCode(409);
        as(user).get(TRACKERS + "/" + id).then().statusCode(404);
    }

    @Test
    void answersAnIdempotencyKeyAsTheFirstTime() {
        String key = UUID.randomUUID().toString();
        Response first =
                as(user).header("Idempotency-Key", key).body(note("Diary")).post(TRACKERS);
        Response second =
                as(user).header("Idempotency-Key", key).body(note("Diary")).post(TRACKERS);

        second.then()
                .statusCode(201)
                .header("Location", first.header("Location"))
                .header("ETag", first.header("ETag"));
        assertThat(second.jsonPath().<Object>get()).isEqualTo(first.jsonPath().get());
        as(user).header("Idempotency-Key", key)
                .body(note("Other"))
                .post(TRACKERS)
                .then()
                .statusCode(422);
        as(user).get(TRACKERS).then().body("items", hasSize(1));
    }

    @Test
    void namesAreUniquePerUserWhateverTheCase() {
        created(note("Straße"));
        String other = created(note("Other"));

        as(user).header("Accept-Language", "de")
                .body(note(" STRASSE "))
                .post(TRACKERS)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("https://tallybook.org/problems/tracker-name-taken"))
                .body("title", equalTo("Einen Tracker mit diesem Namen gibt es schon"))
                .body("errors[0].field", equalTo("name"))
                .body("errors[0].code", equalTo("duplicate"));
        as(user).body("{\"name\":\"straße\"}")
                .patch(TRACKERS + "/" + other)
                .then()
                .statusCode(409);
        as(user).body("{\"name\":\"OTHER\"}")
                .patch(TRACKERS + "/" + other)
                .then()
                .statusCode(200);
        as(stranger).body(note("Straße")).post(TRACKERS).then().statusCode(201);
    }

    @Test
    void replacesAndPatches() {
        Map<String, Object> body = numeric("Run");
        body.put("description", "old");
        body.put("tags", List.of("a"));
        String path = TRACKERS + "/" + created(body);

        as(user).contentType("application/merge-patch+json")
                .body("{\"description\":null,\"unit\":\"mi\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("description", nullValue())
                .body("unit", equalTo("mi"))
                .body("tags", contains("a"))
                .body("version", equalTo(2));
        as(user).body("{\"name\":\"Walk\",\"whatToTrack\":\"Distance\",\"unit\":\"km\"}")
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", containsString("3."))
                .body("name", equalTo("Walk"))
                .body("tags", hasSize(0));
        as(user).body("{\"unit\":\"km\"}").patch(path).then().statusCode(200).body("version", equalTo(3));
    }

    @Test
    void theTypeIsFixed() {
        String path = TRACKERS + "/" + created(numeric("Run"));

        as(user).body("{\"type\":\"NOTE\",\"unit\":null,\"whatToTrack\":null}")
                .patch(path)
                .then()
                .statusCode(400)
                .body("errors.field", contains("type"))
                .body("errors.code", contains("not-allowed"));
        as(user).body(note("Run")).put(path).then().statusCode(400).body("errors.field", contains("type"));
        as(user).get(path).then().body("version", equalTo(1));
    }

    @Test
    void protectsAgainstALostUpdate() {
        String path = TRACKERS + "/" + created(note("Diary"));
        String tag = as(user).get(path).header("ETag");

        as(user).header("If-Match", tag)
                .body("{\"name\":\"A\"}")
                .patch(path)
                .then()
                .statusCode(200);
        as(user).header("If-Match", tag)
                .body("{\"name\":\"B\"}")
                .patch(path)
                .then()
                .statusCode(412)
                .body("type", equalTo("https://tallybook.org/problems/precondition-failed"));
        as(user).header("If-Match", tag).body(note("C")).put(path).then().statusCode(412);
        as(user).header("If-Match", tag).delete(path).then().statusCode(412);
        as(user).get(path).then().body("name", equalTo("A"));
        as(user).header("If-Match", "*").delete(path).then().statusCode(204);
    }

    @Test
    void answersNotModifiedUntilALogIsAdded() {
        String id = created(note("Diary"));
        String path = TRACKERS + "/" + id;
        String tag = as(user).get(path).header("ETag");

        as(user).header("If-None-Match", tag).get(path).then().statusCode(304).header("ETag", tag);
        recorded(id, "{\"value\":\"x\"}");

        as(user).header("If-None-Match", tag).get(path).then().statusCode(200).body("logCount", equalTo(1));
    }

    @Test
    void listsTheLastChangedFirstInPages() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            created(note("T" + i));
            names.add(0, "T" + i);
        }
        String oldest = as(user).get(TRACKERS).path("items[6].id");
        as(user).body("{\"archived\":true}").patch(TRACKERS + "/" + oldest);
        names.remove("T0");
        names.add(0, "T0");

        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            var query = as(user).queryParam("limit", 3);
            Response page = (cursor == null ? query : query.queryParam("cursor", cursor)).get(TRACKERS);
            page.then().statusCode(200);
            seen.addAll(page.path("items.name"));
            cursor = page.path("nextCursor");
        } while (cursor != null);

        assertThat(seen).isEqualTo(names);
    }

    @Test
    void countsItsLogs() {
        String id = created(numeric("Run"));
        String first = recorded(id, "{\"value\":1,\"occurredAt\":\"2026-11-01T10:00:00Z\"}");
        String second = recorded(id, "{\"value\":2,\"occurredAt\":\"2026-11-03T10:00:00Z\"}");
        recorded(id, "{\"value\":3,\"occurredAt\":\"2026-11-02T10:00:00Z\"}");

        tally(id, 3, "2026-11-03T10:00:00Z");
        as(user).body("{\"occurredAt\":\"2026-10-01T10:00:00Z\"}").patch(logs(id) + "/" + second);
        tally(id, 3, "2026-11-02T10:00:00Z");
        as(user).body("{\"occurredAt\":\"2026-11-05T10:00:00Z\"}").patch(logs(id) + "/" + first);
        tally(id, 3, "2026-11-05T10:00:00Z");
        as(user).delete(logs(id) + "/" + first).then().statusCode(204);
        tally(id, 2, "2026-11-02T10:00:00Z");
        as(user).body("{\"unit\":\"mi\"}").patch(TRACKERS + "/" + id).then().statusCode(200);
        tally(id, 2, "2026-11-02T10:00:00Z");
    }

    private void tally(String id, int count, String last) {
        as(user).get(TRACKERS + "/" + id)
                .then()
                .body("logCount", equalTo(count))
                .body("lastLogAt", equalTo(last));
        as(user).get(TRACKERS)
                .then()
                .body("items[0].logCount", equalTo(count))
                .body("items[0].lastLogAt", equalTo(last));
    }
}
