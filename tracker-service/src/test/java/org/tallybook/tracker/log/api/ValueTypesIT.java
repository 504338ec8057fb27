package org.tallybook.tracker.log.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallybook.tracker.ServiceIT;

/** What each type of tracker takes comes back as it was documented, through the database and every kind of write. */
@QuarkusTest
class ValueTypesIT extends ServiceIT {

    private String tracker(String type, Map<String, Object> more) {
        Map<String, Object> body = note(type);
        body.put("type", type);
        body.putAll(more);
        return created(body);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "BOOLEAN, true, true",
                "BOOLEAN, false, false",
                "DURATION, `\"7:30\"`, `\"PT7H30M\"`",
                "DURATION, 27000.5, `\"PT7H30M0.5S\"`",
                "DURATION, `\"-PT0.000000001S\"`, `\"PT-0.000000001S\"`",
                "DURATION, 0, `\"PT0S\"`",
                "DURATION, `\"1000000:00\"`, `\"PT1000000H\"`",
                "RATING, 10, 10",
                "RATING, `\"1\"`, 1"
            })
    void whatIsWrittenComesBack(String type, String sent, String answered) {
        String tracker = tracker(type, Map.of());
        String path = logs(tracker) + "/" + recorded(tracker, "{\"value\":" + sent + "}");
        String expected = "\"value\":" + answered + ",";

        assertThat(as(user).get(path).asString()).contains(expected);
        Response replaced = as(user).body("{\"value\":" + answered + "}").put(path);
        assertThat(replaced.asString()).contains(expected, "\"version\":1,");
        Response patched = as(user).body("{\"description\":\"d\"}").patch(path);
        assertThat(patched.asString()).contains(expected, "\"version\":2,");
        as(user).body("{\"status\":\"SKIPPED\",\"value\":null}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("value", nullValue());
    }

    @Test
    void aRenamedOrRemovedChoiceChangesNoHistory() {
        String tea = tracker("CHOICE", Map.of("choices", List.of("Green", "Black")));
        String path = logs(tea) + "/" + recorded(tea, "{\"value\":\"green\"}");
        as(user).body("{\"choices\":[\"Black\",\"Sencha\"]}")
                .patch("/api/v1/trackers/" + tea)
                .then()
                .statusCode(200)
                .body("choices", contains("Black", "Sencha"));

        as(user).get(path).then().body("value", equalTo("Green"));
        as(user).body("{\"description\":\"strong\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("value", equalTo("Green"));
        as(user).body("{\"value\":\"Green\"}").post(logs(tea)).then().statusCode(400);
        as(user).body("{\"value\":\"Sencha\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("value", equalTo("Sencha"));
        as(user).body("{\"choices\":null}")
                .patch("/api/v1/trackers/" + tea)
                .then()
                .statusCode(400);
    }

    @Test
    void aScaleOnlyBecomesWider() {
        String path = "/api/v1/trackers/" + tracker("RATING", Map.of("scale", Map.of("min", 1, "max", 5)));

        as(user).body("{\"scale\":{\"max\":10}}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("scale.min", equalTo(1))
                .body("scale.max", equalTo(10));
        as(user).body("{\"scale\":{\"min\":2}}")
                .patch(path)
                .then()
                .statusCode(400)
                .body("errors.field", contains("scale"))
                .body("errors.code", contains("not-allowed"));
        as(user).body("{\"name\":\"Renamed\"}").put(path).then().statusCode(200).body("scale.max", equalTo(10));
    }
}
