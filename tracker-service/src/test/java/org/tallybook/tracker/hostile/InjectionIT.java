package org.tallybook.tracker.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallybook.tracker.ServiceIT;

/** Text that would be a query elsewhere is text here: stored as it is, found as it is, and sorting nothing. */
@QuarkusTest
class InjectionIT extends ServiceIT {

    private static final List<String> CORPUS = List.of(
            "' OR '1'='1",
            "' OR 1=1 --",
            "\") OR (\"1\"=\"1",
            "') OR true) --",
            "'; DROP TABLE log_entry; --",
            "'; UPDATE tracker SET name = 'x'; --",
            "' UNION SELECT version() --",
            "'||pg_sleep(9)||'",
            "$$; SELECT 1; $$",
            "E'\\x27'",
            "\\",
            "\\\\",
            "\\%",
            "\\_",
            "\\'",
            "%",
            "_",
            "%%",
            "100%",
            "a_b",
            "*/ OR 1=1 /*",
            ":text",
            "?1",
            "{0}",
            "${jndi:ldap://127.0.0.1/x}",
            "#{1+1}",
            "$.value ? (@ > 0)",
            "{\"$gt\":\"\"}",
            "[a-z]+",
            ".*",
            "\u02bc OR 1=1",
            "\uff05");

    private final Map<String, String> recorded = new LinkedHashMap<>();
    private String diary = "";

    /** Every text of the corpus in a log of its own, between two words, beside one log that has none of them. */
    @BeforeEach
    void aDiaryThatMentionsThemAll() {
        diary = created(note("Diary"));
        for (String text : CORPUS) {
            Map<String, Object> log = Map.of("value", "before " + text + " after");
            Response answer = as(user).body(log).post(logs(diary));
            answer.then().statusCode(201);
            recorded.put(text, answer.path("id"));
        }
        recorded(diary, "{\"value\":\"nothing of the kind\"}");
    }

    @Test
    void aFilterFindsExactlyTheTextsThatContainIt() {
        for (String path : List.of("/api/v1/logs", logs(diary))) {
            for (String text : CORPUS) {
                List<String> found = as(user).queryParam("q", text)
                        .queryParam("limit", 200)
                        .get(path)
                        .path("items.id");
                assertThat(found).as(text).containsExactlyInAnyOrderElementsOf(containing(text));
            }
        }
    }

    private List<String> containing(String text) {
        List<String> ids = new ArrayList<>();
        recorded.forEach((other, id) -> {
            if (other.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))) {
                ids.add(id);
            }
        });
        return ids;
    }

    @Test
    void noOtherParameterIsAQueryEither() {
        List<String> usual =
                as(user).queryParam("limit", 200).get("/api/v1/logs").path("items.id");
        for (String text : CORPUS) {
            for (String name : List.of("from", "to", "cursor", "limit")) {
                Response answer = as(user).queryParam(name, text).get("/api/v1/logs");
                assertThat(answer.statusCode()).as(name + " " + text).isEqualTo(400);
                assertThat(answer.contentType()).startsWith("application/problem+json");
            }
            as(user).queryParam("emotion", text)
                    .get("/api/v1/logs")
                    .then()
                    .statusCode(anyOf(is(200), is(400)))
                    .body("items", anyOf(nullValue(), hasSize(0)));
            for (String name : List.of("sort", "order", "fields", "userId", "trackerId")) {
                Response answer =
                        as(user).queryParam(name, text).queryParam("limit", 200).get("/api/v1/logs");
                assertThat(answer.<List<String>>path("items.id"))
                        .as(name + " " + text)
                        .isEqualTo(usual);
            }
            String escaped = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
            as(user).urlEncodingEnabled(false)
                    .get("/api/v1/trackers/" + escaped)
                    .then()
                    .statusCode(404);
            as(stranger).queryParam("q", text).get("/api/v1/logs").then().body("items", hasSize(0));
        }
    }

    @Test
    void isStoredAndAnsweredAsItIs() {
        for (String text : CORPUS) {
            Map<String, Object> tracker = note("T " + text);
            tracker.put("description", text);
            tracker.put("tags", List.of("t" + text));

            Response made = as(user).body(tracker).post("/api/v1/trackers");

            made.then().statusCode(201);
            JsonPath stored =
                    as(user).get("/api/v1/trackers/" + made.path("id")).jsonPath();
            assertThat(stored.getString("name")).isEqualTo("T " + text);
            assertThat(stored.getString("description")).isEqualTo(text);
            assertThat(stored.getList("tags")).containsExactly("t" + text);
        }
    }
}
