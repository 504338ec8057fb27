package org.tallybook.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallybook.e2e.stage.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallybook.e2e.client.Answer;
import org.tallybook.e2e.client.Api;
import org.tallybook.e2e.client.Json;
import org.tallybook.e2e.client.Mailbox;
import org.tallybook.e2e.client.Person;
import org.tallybook.e2e.stage.EndToEnd;
import org.tallybook.e2e.stage.Users;
import org.tallybook.e2e.system.LocalTallybook;

/** A program with a personal access token: what its scopes allow and nothing else, until it is deleted. */
@EndToEnd
class PersonalTokenIT {

    private static final String REPORT = "/api/v1/reports/monthly/" + YearMonth.now(ZoneOffset.UTC);
    private static final String ALL_TRACKERS = "/api/v1/trackers";

    private final Api api;
    private final Mailbox mailbox;
    private Users ada;
    private Person person;

    PersonalTokenIT(Api api, Mailbox mailbox) {
        this.api = api;
        this.mailbox = mailbox;
    }

    @BeforeEach
    void join() {
        ada = Users.withALog(api, mailbox);
        person = ada.person();
    }

    @Test
    void readsAndWritesWhatItsScopesAllowInEveryService() {
        String token = token("trackers:read", "logs:write", "reports:read")
                .required("token")
                .asText();

        JsonNode trackers =
                api.get(ALL_TRACKERS).bearer(token).send().expect(200).json();
        assertThat(trackers.required("items").get(0).required("id").asText())
                .isEqualTo(ada.tracker().id().toString());
        write(token, ada).expect(201);
        api.get(REPORT).bearer(token).send().expect(200);
        JsonNode me =
                api.get("/api/v1/auth/me").bearer(token).send().expect(200).json();
        assertThat(me.required("id").asText()).isEqualTo(person.id().toString());
    }

    @Test
    void isRefusedWhatItsScopesLack() {
        String reader = token("reports:read").required("token").asText();
        String writer = token("logs:write").required("token").asText();
        ObjectNode tracker = Json.object().put("name", "No").put("type", "NOTE");

        assertProblem(api.get(ALL_TRACKERS).bearer(reader).send(), 403, "insufficient-scope");
        assertProblem(write(reader, ada), 403, "insufficient-scope");
        assertProblem(api.post(ALL_TRACKERS).bearer(writer).json(tracker).send(), 403, "insufficient-scope");
        assertProblem(api.get(REPORT).bearer(writer).send(), 403, "insufficient-scope");
        for (String path : List.of("sessions", "tokens", "audit", "mfa")) {
            assertProblem(api.get("/api/v1/auth/" + path).bearer(writer).send(), 403, "insufficient-scope");
        }
        assertProblem(api.post("/api/v1/auth/logout-all").bearer(writer).send(), 403, "insufficient-scope");
    }

    @Test
    void isForOneTrackerIfItsScopeSaysSo() {
        Users bob = Users.withALog(api, mailbox);
        String token =
                token("logs:write:" + ada.tracker().id()).required("token").asText();

        write(token, ada).expect(201);
        assertProblem(write(token, bob), 403, "insufficient-scope");
    }

    @Test
    void diesAtOnceEverywhereWhenItIsDeleted() {
        JsonNode made = token("trackers:read", "logs:write", "reports:read");
        String token = made.required("token").asText();
        api.get(ALL_TRACKERS).bearer(token).send().expect(200);
        api.get(REPORT).bearer(token).send().expect(200);

        person.delete("/api/v1/auth/tokens/" + made.required("id").asText())
                .send()
                .expect(204);

        assertProblem(api.get(ALL_TRACKERS).bearer(token).send(), 401);
        assertProblem(api.get(REPORT).bearer(token).send(), 401);
        assertProblem(api.get("/api/v1/auth/me").bearer(token).send(), 401);
        assertProblem(write(token, ada), 401);
        person.get(ALL_TRACKERS).send().expect(200);
    }

    @Test
    void isWorthNothingToAServiceThatIsCalledPastTheGateway(LocalTallybook system) {
        String token = token("trackers:read", "reports:read").required("token").asText();

        Map<String, String> paths = Map.of("auth", "/api/v1/auth/me", "tracker", ALL_TRACKERS, "report", REPORT);
        paths.forEach((part, path) -> {
            Api past = new Api(URI.create(
                    "http://127.0.0.1:" + system.part(part).orElseThrow().port()));
            assertProblem(past.get(path).bearer(token).send(), 401);
            past.get(path).bearer(person.accessToken()).send().expect(200);
        });
    }

    private JsonNode token(String... scopes) {
        ObjectNode wanted = Json.object().put("name", "Program");
        for (String scope : scopes) {
            wanted.withArray("scopes").add(scope);
        }
        return person.post("/api/v1/auth/tokens")
                .json(wanted)
                .send()
                .expect(201)
                .json();
    }

    private Answer write(String token, Users whose) {
        return api.post(whose.path("/api/v1/trackers/{tracker}/logs"))
                .bearer(token)
                .json("{\"value\":7}")
                .send();
    }
}
