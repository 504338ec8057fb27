package org.tallybook.tracker.emotion.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.tracker.ServiceIT;

/** Emotions of the user's own: named once, felt in logs, and never taken out of them. */
@QuarkusTest
class EmotionResourceIT extends ServiceIT {

    private static final String EMOTIONS = "/api/v1/emotions";

    private Response create(String name) {
        return as(user).body(Map.of("name", name)).post(EMOTIONS);
    }

    @Test
    void offersTheBuiltInOnesAndThenTheUsersOwn() {
        create("Verträumt").then().statusCode(201);
        create(" Awe ").then().statusCode(201).body("name", equalTo("Awe")).body("builtIn", equalTo(false));

        as(user).get(EMOTIONS)
                .then()
                .statusCode(200)
                .body("items", hasSize(14))
                .body("items[0].name", equalTo("HAPPY"))
                .body("items[0].id", nullValue())
                .body("items[0].builtIn", equalTo(true))
                .body("items[12].name", equalTo("Awe"))
                .body("items[13].name", equalTo("Verträumt"))
                .body("nextCursor", nullValue());
        as(stranger).get(EMOTIONS).then().body("items", hasSize(12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"VERTR\u00c4UMT", "vertra\u0308umt", " Verträumt ", "happy", "Calm"})
    void namesAreUniqueAlsoBesideTheBuiltInOnes(String name) {
        create("Verträumt").then().statusCode(201);
        String other = create("Awe").path("id");

        create(name)
                .then()
                .statusCode(409)
                .body("type", equalTo("https://tallybook.org/problems/emotion-name-taken"))
                .body("errors.field", contains("name"));
        as(user).body(Map.of("name", name)).put(EMOTIONS + "/" + other).then().statusCode(409);
        as(stranger).body(Map.of("name", "Verträumt")).post(EMOTIONS).then().statusCode(201);
    }

    @Test
    void repeatsACreateAndProtectsAChange() {
        Map<String, Object> body = Map.of("id", UuidCreator.getTimeOrderedEpoch(), "name", "Awe");
        Response created = as(user).body(body).post(EMOTIONS);
        created.then().statusCode(201).header("ETag", "\"1\"");
        String path = created.header("Location");

        as(user).body(body).post(EMOTIONS).then().statusCode(200);
        as(stranger).body(body).post(EMOTIONS).then().statusCode(409);
        as(user).header("If-None-Match", "\"1\"").get(path).then().statusCode(304);
        as(user).body("{\"name\":\"AWE\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("name", equalTo("AWE"));
        as(user).body("{\"name\":\"AWE\"}").put(path).then().statusCode(200).body("version", equalTo(2));
        as(user).body("{\"name\":null}").patch(path).then().statusCode(400);
        as(user).header("If-Match", "\"1\"")
                .body("{\"name\":\"Wonder\"}")
                .put(path)
                .then()
                .statusCode(412);
        as(user).header("If-Match", "\"1\"").delete(path).then().statusCode(412);
        as(user).header("If-Match", "\"2\"").delete(path).then().statusCode(204);
        as(user).get(path).then().statusCode(404);
        as(user).body(body).post(EMOTIONS).then().statusCode(409);
        create("Awe").then().statusCode(201);
    }

    @Test
    void anIdempotencyKeyCreatesOnce() {
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            as(user).header("Idempotency-Key", key)
                    .body("{\"name\":\"Awe\"}")
                    .post(EMOTIONS)
                    .then()
                    .statusCode(201);
        }
        as(user).get(EMOTIONS).then().body("items", hasSize(13));
    }

    @Test
    void aHundredAreEnough() {
        for (int i = 0; i < 100; i++) {
            create("E" + i).then().statusCode(201);
        }

        create("one more")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://tallybook.org/problems/too-many-emotions"));
    }

    @Test
    void canBeFeltInALogWhichKeepsItsNameForGood() {
        String diary = created(note("Diary"));
        String awe = create("Awe").path("id");
        String log = recorded(diary, "{\"value\":\"x\",\"emotion\":\"awe\"}");
        String path = logs(diary) + "/" + log;

        as(user).get(path).then().body("emotion", equalTo("Awe"));
        as(user).body("{\"name\":\"Wonder\"}").put(EMOTIONS + "/" + awe).then().statusCode(200);
        as(user).body("{\"description\":\"d\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("emotion", equalTo("Awe"));
        as(user).delete(EMOTIONS + "/" + awe).then().statusCode(204);
        as(user).get(path).then().body("emotion", equalTo("Awe"));
        as(user).body("{\"value\":\"x\",\"emotion\":\"Awe\"}").put(path).then().statusCode(200);

        assertThat(as(user).get("/api/v1/logs?emotion=Awe").<List<String>>path("items.id"))
                .containsExactly(log);
        as(user).body("{\"value\":\"x\",\"emotion\":\"Awe\"}")
                .post(logs(diary))
                .then()
                .statusCode(400)
                .body("errors.field", contains("emotion"));
    }

    @Test
    void anotherUsersEmotionCannotBeFelt() {
        String diary = created(note("Diary"));
        as(stranger).body("{\"name\":\"Awe\"}").post(EMOTIONS).then().statusCode(201);

        as(user).body("{\"value\":\"x\",\"emotion\":\"Awe\"}")
                .post(logs(diary))
                .then()
                .statusCode(400);
    }
}
