package org.tallybook.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallybook.e2e.stage.Problems.assertFieldError;
import static org.tallybook.e2e.stage.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.e2e.client.Answer;
import org.tallybook.e2e.client.Api;
import org.tallybook.e2e.client.Ids;
import org.tallybook.e2e.client.Json;
import org.tallybook.e2e.client.Mailbox;
import org.tallybook.e2e.client.Person;
import org.tallybook.e2e.stage.EndToEnd;
import org.tallybook.e2e.stage.Endpoint;
import org.tallybook.e2e.stage.Problems;
import org.tallybook.e2e.stage.Users;

/** Whatever is wrong with a request, the answer says all of it, and nothing is written. */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

    private Users user;
    private List<JsonNode> before;

    @BeforeAll
    void rememberWhatIsStored(Api api, Mailbox mailbox) {
        user = Users.withALog(api, mailbox);
        before = stored();
    }

    @AfterAll
    void nothingWasWritten() {
        assertThat(stored()).isEqualTo(before);
    }

    static Stream<Endpoint> endpoints() {
        return Endpoint.withBody();
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void refusesWhatIsNotJson(Endpoint endpoint) {
        for (String body : List.of("{", "[]", "\"text\"", "null", endpoint.valid() + "{}", "{'a':1}", "{\"a\":NaN}")) {
            assertProblem(endpoint.by(user).json(body).send(), 400);
        }
        assertProblem(
                endpoint.by(user).header("Content-Type", "application/json").send(), 400);
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void refusesWhatIsNotText(Endpoint endpoint) {
        byte[] invalidUtf8 = endpoint.valid().replace(":\"", ":\"\u00ff").getBytes(StandardCharsets.ISO_8859_1);
        if (endpoint.valid().contains(":\"")) {
            assertProblem(
                    endpoint.by(user).body("application/json", invalidUtf8).send(), 400);
        }
        for (String field : endpoint.strings()) {
            for (String hostile : List.of("a\u0000b", "a\ud800b")) {
                String body = endpoint.validWith(field, TextNode.valueOf("@"))
                        .replace("\"@\"", "\"" + escaped(hostile) + "\"");
                Answer answer = endpoint.by(user).json(body).send();
                assertProblem(answer, 400);
                assertThat(Problems.fields(answer)).as("%s", answer).contains(field);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void namesAnUnknownMember(Endpoint endpoint) {
        for (String member : List.of("userId", "role", "emailVerified", "owner")) {
            String body = endpoint.validWith(member, JsonNodeFactory.instance.numberNode(1));

            assertFieldError(endpoint.by(user).json(body).send(), member, "unknown-field");
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void namesADoubledMember(Endpoint endpoint) {
        String member = Json.parse(endpoint.valid()).fieldNames().next();
        String body = endpoint.valid().replaceFirst("\\{", "{\"" + member + "\":1,");

        assertFieldError(endpoint.by(user).json(body).send(), member, "duplicate");
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void namesEveryMemberOfTheWrongTypeAtOnce(Endpoint endpoint) {
        var body = Json.object();
        endpoint.strings().forEach(field -> body.putArray(field).add(1));

        Answer answer = endpoint.by(user).json(body).send();

        assertProblem(answer, 400);
        assertThat(Problems.fields(answer)).as("%s", answer).containsAll(endpoint.strings());
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void doesNotTakeANumberForText(Endpoint endpoint) {
        for (String field : endpoint.strings()) {
            String body = endpoint.validWith(field, JsonNodeFactory.instance.numberNode(12));

            assertFieldError(endpoint.by(user).json(body).send(), field, "wrong-type");
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void demandsTheMediaType(Endpoint endpoint) {
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "application/xml")) {
            assertProblem(endpoint.by(user).body(type, endpoint.valid()).send(), 415);
        }
        assertProblem(endpoint.by(user).untyped(endpoint.valid()).send(), 415);
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void refusesAHugeBody(Endpoint endpoint) {
        String body = endpoint.validWith(endpoint.strings().get(0), TextNode.valueOf("x".repeat(1_100_000)));

        assertProblem(endpoint.by(user).json(body).send(), 413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e400",
                "-1e400",
                "1e999999999",
                "123456789012345678901",
                "0.12345678901",
                "\"12abc\"",
                "\"1e5\"",
                "true",
                "{}",
                "[1]",
                "\"\"",
                "\"NaN\""
            })
    void refusesAValueThatIsNoDecimal(String value) {
        Answer answer = user.person()
                .post(user.path("/api/v1/trackers/{tracker}/logs"))
                .json("{\"value\":" + value + "}")
                .send();

        assertProblem(answer, 400);
        assertThat(Problems.fields(answer)).containsExactly("value");
    }

    @Test
    void refusesANumberOfTwoThousandDigits() {
        assertProblem(
                user.person()
                        .post(user.path("/api/v1/trackers/{tracker}/logs"))
                        .json("{\"value\":" + "9".repeat(2000) + "}")
                        .send(),
                400);
    }

    @Test
    void namesEveryFaultOfARegistration() {
        Answer answer = user.person()
                .api()
                .post("/api/v1/auth/register")
                .json("{\"email\":\"no address\",\"username\":\"\",\"password\":\"short\",\"timeZone\":\"Mars/Base\","
                        + "\"locale\":\"??\"}")
                .send();

        assertProblem(answer, 400);
        assertThat(Problems.fields(answer)).contains("email", "username", "password", "timeZone", "locale");
    }

    @Test
    void namesEveryFaultOfATracker() {
        Answer answer = user.person()
                .post("/api/v1/trackers")
                .json("{\"id\":\"00000000-0000-4000-8000-000000000000\",\"name\":\" \",\"type\":\"SUNDIAL\"}")
                .send();

        assertProblem(answer, 400);
        assertThat(Problems.fields(answer)).contains("id", "name", "type");
    }

    @Test
    void namesEveryFaultOfALog() {
        Answer answer = user.person()
                .post(user.path("/api/v1/trackers/{tracker}/logs"))
                .json(
                        "{\"value\":\"many\",\"emotion\":\"HANGRY\",\"occurredAt\":\"yesterday\",\"zoneId\":\"Mars/Base\"}")
                .send();

        assertProblem(answer, 400);
        assertThat(Problems.fields(answer)).contains("value", "emotion", "occurredAt", "zoneId");
    }

    @Test
    void saysItInTheCallersLanguage() {
        Answer answer = user.person()
                .post("/api/v1/trackers")
                .header("Accept-Language", "de")
                .json("{\"name\":\" \",\"type\":\"NUMERIC\"}")
                .send();

        assertProblem(answer, 400);
        assertThat(answer.json().path("title").asText())
                .isNotEqualTo(user.person()
                        .post("/api/v1/trackers")
                        .header("Accept-Language", "en")
                        .json("{\"name\":\" \",\"type\":\"NUMERIC\"}")
                        .send()
                        .json()
                        .path("title")
                        .asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=many", "limit=-1", "cursor=garbage", "cursor=AAAA"})
    void refusesABadPage(String query) {
        assertProblem(user.person().get("/api/v1/trackers?" + query).send(), 400);
        assertProblem(
                user.person()
                        .get(user.path("/api/v1/trackers/{tracker}/logs?") + query)
                        .send(),
                400);
        assertProblem(user.person().get("/api/v1/logs?" + query).send(), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=yesterday", "to=2026-02-30", "emotion=happy", "emotion=%20", "from=2026-11"})
    void refusesABadFilter(String query) {
        Answer answer = user.person().get("/api/v1/logs?" + query).send();

        assertProblem(answer, 400);
        assertThat(Problems.fields(answer)).containsExactly(query.substring(0, query.indexOf('=')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13", "2026-00", "202611", "2026-11-01", "now", "2026-11.exe"})
    void refusesWhatIsNoMonth(String month) {
        assertFieldErrorOf(
                "month", user.person().get("/api/v1/reports/monthly/" + month).send());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "not-an-id", "00000000-0000-0000-0000-000000000000", "%F0%9F%92%A5"})
    void aMalformedIdIsJustNotThere(String id) {
        Person person = user.person();
        for (String path : List.of("/api/v1/trackers/" + id, user.path("/api/v1/trackers/{tracker}/logs/" + id))) {
            assertProblem(person.get(path).send(), 404);
            assertProblem(person.delete(path).send(), 404);
            assertRefused(person.put(path)
                    .json("{\"name\":\"x\",\"type\":\"NUMERIC\"}")
                    .send());
        }
        assertProblem(person.get("/api/v1/trackers/" + id + "/logs").send(), 404);
    }

    @Test
    void anUnknownIdIsJustNotThere() {
        assertProblem(user.person().get("/api/v1/trackers/" + Ids.next()).send(), 404, "not-found");
        assertProblem(
                user.person()
                        .post("/api/v1/trackers/" + Ids.next() + "/logs")
                        .json("{\"value\":1}")
                        .send(),
                404,
                "not-found");
    }

    private static void assertRefused(Answer answer) {
        assertProblem(answer, answer.status() == 400 ? 400 : 404);
    }

    private static void assertFieldErrorOf(String field, Answer answer) {
        assertProblem(answer, 400);
        assertThat(Problems.fields(answer)).as("%s", answer).containsExactly(field);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(unit -> escaped.append("\\u%04x".formatted(unit)));
        return escaped.toString();
    }

    /** Everything this user has. */
    private List<JsonNode> stored() {
        return Stream.of("/api/v1/auth/me", "/api/v1/trackers?limit=200", "/api/v1/logs?limit=200")
                .map(path -> user.person().get(path).send().expect(200).json())
                .toList();
    }
}
