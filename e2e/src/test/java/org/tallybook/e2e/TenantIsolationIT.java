package org.tallybook.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallybook.e2e.stage.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tallybook.e2e.client.Api;
import org.tallybook.e2e.client.Call;
import org.tallybook.e2e.client.Json;
import org.tallybook.e2e.client.Mailbox;
import org.tallybook.e2e.client.Person;
import org.tallybook.e2e.stage.EndToEnd;
import org.tallybook.e2e.stage.Endpoint;
import org.tallybook.e2e.stage.Users;

/** For each user the others do not exist: foreign ids are not found, lists and reports hold only what is one's own. */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantIsolationIT {

    private static final List<String> LISTS =
            List.of("/api/v1/trackers?limit=200", "/api/v1/logs?limit=200", "/api/v1/auth/me");

    private Users alice;
    private Users mallory;

    @BeforeAll
    void twoUsers(Api api, Mailbox mailbox) {
        alice = Users.withALog(api, mailbox);
        mallory = Users.withALog(api, mailbox);
    }

    static Stream<Endpoint> ownEndpoints() {
        return Endpoint.withBody().filter(endpoint -> endpoint.path().contains("{tracker}"));
    }

    @ParameterizedTest
    @MethodSource("ownEndpoints")
    void aForeignIdIsNotFoundWhateverIsWritten(Endpoint endpoint) {
        List<JsonNode> before = stored(alice);

        Call call = mallory.person().call(endpoint.method(), alice.path(endpoint.path()));

        assertProblem(call.json(endpoint.valid()).send(), 404, "not-found");
        assertThat(stored(alice)).isEqualTo(before);
    }

    @Test
    void aForeignIdIsNotFoundWhateverIsReadOrDeleted() {
        List<JsonNode> before = stored(alice);

        for (String path : List.of("/api/v1/trackers/{tracker}", "/api/v1/trackers/{tracker}/logs/{log}")) {
            assertProblem(mallory.person().get(alice.path(path)).send(), 404, "not-found");
            assertProblem(mallory.person().delete(alice.path(path)).send(), 404, "not-found");
        }
        assertProblem(
                mallory.person()
                        .get(alice.path("/api/v1/trackers/{tracker}/logs"))
                        .send(),
                404,
                "not-found");
        assertThat(stored(alice)).isEqualTo(before);
    }

    @Test
    void aForeignLogIsNotFoundInOnesOwnTracker() {
        String mixed = "/api/v1/trackers/" + mallory.tracker().id() + "/logs/"
                + alice.log().id();

        assertProblem(mallory.person().get(mixed).send(), 404, "not-found");
        assertProblem(mallory.person().put(mixed).json("{\"value\":1}").send(), 404, "not-found");
        assertProblem(mallory.person().delete(mixed).send(), 404, "not-found");
    }

    @Test
    void aForeignIdCannotBeTakenOver() {
        ObjectNode tracker = Json.object()
                .put("id", alice.tracker().id().toString())
                .put("name", "Mine now")
                .put("type", "NUMERIC")
                .put("whatToTrack", "how far")
                .put("unit", "km");
        ObjectNode log = Json.object().put("id", alice.log().id().toString()).put("value", 1);

        assertProblem(mallory.person().post("/api/v1/trackers").json(tracker).send(), 409);
        assertProblem(
                mallory.person()
                        .post(mallory.path("/api/v1/trackers/{tracker}/logs"))
                        .json(log)
                        .send(),
                409);
    }

    @Test
    void listsHoldOnlyWhatIsOnesOwn() {
        for (String list : LISTS) {
            String text = mallory.person().get(list).send().expect(200).text();

            assertThat(text)
                    .doesNotContain(
                            alice.tracker().id().toString(),
                            alice.log().id().toString(),
                            alice.person().id().toString(),
                            alice.person().account().email());
        }
        assertThat(ids(mallory, "/api/v1/trackers"))
                .containsExactly(mallory.tracker().id().toString());
        assertThat(ids(mallory, "/api/v1/logs"))
                .containsExactly(mallory.log().id().toString());
    }

    @Test
    void aCursorOfAnotherUserShowsNothingOfHis() {
        Person person = alice.person();
        person.post(alice.path("/api/v1/trackers/{tracker}/logs"))
                .json("{\"value\":2}")
                .send()
                .expect(201);
        JsonNode page = person.get("/api/v1/logs?limit=1").send().expect(200).json();
        String cursor = page.required("nextCursor").asText();

        String text =
                mallory.person().get("/api/v1/logs?cursor=" + cursor).send().text();

        assertThat(text).doesNotContain(alice.tracker().id().toString());
    }

    @Test
    void aReportCountsOnlyWhatIsOnesOwn() {
        String month = "/api/v1/reports/monthly/" + YearMonth.now(ZoneOffset.UTC);

        for (String suffix : List.of(".json", ".html")) {
            assertThat(mallory.person().get(month + suffix).send().expect(200).text())
                    .doesNotContain(
                            alice.tracker().id().toString(),
                            alice.person().account().email());
        }
        assertThat(alice.person()
                        .get(month + "?userId=" + mallory.person().id())
                        .send()
                        .text())
                .doesNotContain(mallory.tracker().id().toString());
    }

    @Test
    void nobodySpeaksForAnotherByHeader() {
        JsonNode me = mallory.person()
                .get("/api/v1/auth/me")
                .header("X-User-Id", alice.person().id().toString())
                .header("X-Forwarded-User", alice.person().account().email())
                .header("X-Internal-Key", "anything")
                .send()
                .expect(200)
                .json();

        assertThat(me.required("id").asText()).isEqualTo(mallory.person().id().toString());
    }

    /** tracker-service asks auth-service for it: whoever starts them must have told it where that is. */
    @Test
    void whatTheOperatorHasNotConfiguredIsNotOffered() {
        assertThat(ids(mallory, "/api/v1/integrations")).isEmpty();
        assertProblem(
                mallory.person().put("/api/v1/integrations/spotify").json("{}").send(), 404);
    }

    @Test
    void internalCallsAreNotReachable() {
        for (String path : List.of(
                "/internal/v1/sessions/exchange",
                "/internal/v1/connections/token",
                "/q/health",
                "/q/openapi",
                "/q/metrics")) {
            assertThat(mallory.person().get(path).send().status()).as(path).isEqualTo(404);
        }
    }

    private static List<String> ids(Users user, String list) {
        return user.person()
                .get(list)
                .send()
                .expect(200)
                .json()
                .required("items")
                .findValuesAsText("id");
    }

    private static List<JsonNode> stored(Users user) {
        return LISTS.stream()
                .map(path -> user.person().get(path).send().expect(200).json())
                .toList();
    }
}
