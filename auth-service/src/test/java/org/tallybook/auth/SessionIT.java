package org.tallybook.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.secret.Secrets;
import org.tallybook.auth.support.InParallel;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.stack.TestMailbox;

@QuarkusTest
@WithTestResource(TallybookStack.class)
class SessionIT {

    @jakarta.inject.Inject
    Secrets secrets;

    @Test
    void twentyTabsThatRefreshAtOnceGetOneSuccessor() throws Exception {
        JsonPath tokens = Person.verified().login();
        String parent = tokens.getString("refreshToken");

        List<Response> answers = InParallel.times(20, i -> Person.refresh(parent));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        var successors = new HashSet<String>();
        answers.forEach(answer -> successors.add(answer.jsonPath().getString("refreshToken")));
        assertThat(successors).hasSize(1).doesNotContain(parent);
        assertThat(TestDatabase.count(
                        "SELECT count(*) FROM refresh_token t JOIN session s ON s.id = t.session_id"
                                + " WHERE s.user_id = ?::uuid",
                        tokens.getString("user.id")))
                .isEqualTo(2);
        Person.refresh(successors.iterator().next()).then().statusCode(200);
    }

    @Test
    void aSpentTokenThatComesBackLateEndsTheSession() {
        Person ada = Person.verified();
        JsonPath tokens = ada.login();
        String parent = tokens.getString("refreshToken");
        JsonPath next = Person.refresh(parent).jsonPath();
        JsonPath other = ada.login();
        TestDatabase.update(
                "UPDATE refresh_token SET used_at = used_at - interval '11 seconds' WHERE used_at IS NOT NULL"
                        + " AND session_id IN (SELECT id FROM session WHERE user_id = ?::uuid)",
                tokens.getString("user.id"));

        Person.refresh(parent)
                .then()
                .statusCode(401)
                .body("type", equalTo("https://tallybook.org/problems/refresh-token-invalid"));

        Person.refresh(next.getString("refreshToken")).then().statusCode(401);
        Person.me(next.getString("accessToken")).then().statusCode(401);
        Person.me(other.getString("accessToken")).then().statusCode(200);
        TestMailbox.open().await(ada.email(), mail -> mail.subject().contains("for your safety"));
    }

    @Test
    void aLostAnswerCanBeAskedForAgain() {
        String parent = Person.verified().login().getString("refreshToken");

        String first = Person.refresh(parent).jsonPath().getString("refreshToken");
        String again = Person.refresh(parent).jsonPath().getString("refreshToken");

        assertThat(again).isEqualTo(first);
    }

    @Test
    void whatWasNeverIssuedIsRefused() {
        Person.refresh("A".repeat(43)).then().statusCode(401);
        Person.refresh("x").then().statusCode(401);
        Person.refresh(Person.verified().accessToken().substring(0, 43)).then().statusCode(401);
    }

    @Test
    void everybodySeesTheirOwnSessionsOnly() {
        Person ada = Person.verified();
        JsonPath phone = ada.login();
        JsonPath laptop = ada.login();
        String eve = Person.verified().accessToken();
        String access = laptop.getString("accessToken");

        JsonPath page = sessions(access).then().statusCode(200).extract().jsonPath();
        assertThat(page.getList("items")).hasSize(2);
        assertThat(page.getList("items.current", Boolean.class)).containsExactly(true, false);
        String phoneId = page.getString("items[1].id");

        end(eve, phoneId).then().statusCode(404);
        given().delete(Person.PATH + "/sessions/" + phoneId).then().statusCode(401);
        given().get(Person.PATH + "/sessions").then().statusCode(401);
        end(access, "not-an-id").then().statusCode(404);
        end(access, UUID.randomUUID().toString()).then().statusCode(404);
        Person.me(phone.getString("accessToken")).then().statusCode(200);
        end(access, phoneId).then().statusCode(204);
        end(access, phoneId).then().statusCode(404);
        Person.me(phone.getString("accessToken")).then().statusCode(401);
        Person.refresh(phone.getString("refreshToken")).then().statusCode(401);
        Person.me(access).then().statusCode(200);
    }

    @Test
    void pagesThroughSessions() {
        Person ada = Person.verified();
        ada.login();
        ada.login();
        String access = ada.accessToken();

        JsonPath first = given().auth()
                .oauth2(access)
                .get(Person.PATH + "/sessions?limit=2")
                .jsonPath();
        JsonPath rest = given().auth()
                .oauth2(access)
                .get(Person.PATH + "/sessions?limit=2&cursor=" + first.getString("nextCursor"))
                .jsonPath();

        assertThat(first.getList("items")).hasSize(2);
        assertThat(rest.getList("items")).hasSize(1);
        assertThat(rest.getString("nextCursor")).isNull();
        given().auth()
                .oauth2(access)
                .get(Person.PATH + "/sessions?limit=0")
                .then()
                .statusCode(400);
        given().auth()
                .oauth2(access)
                .get(Person.PATH + "/sessions?cursor=%00")
                .then()
                .statusCode(400);
    }

    @Test
    void logsOutEverywhereAndInAgainAtOnce() {
        Person ada = Person.verified();
        JsonPath phone = ada.login();
        JsonPath laptop = ada.login();

        given().auth()
                .oauth2(laptop.getString("accessToken"))
                .post(Person.PATH + "/logout-all")
                .then()
                .statusCode(204);

        for (JsonPath session : List.of(phone, laptop)) {
            Person.me(session.getString("accessToken")).then().statusCode(401);
            Person.refresh(session.getString("refreshToken")).then().statusCode(401);
        }
        Person.me(ada.accessToken()).then().statusCode(200);
    }

    @Test
    void openACookieSessionForTheGatewayAlone() {
        Person ada = Person.verified();
        Map<String, Object> login = Map.of("login", ada.email(), "password", ada.password(), "remember", true);

        given().header("X-Session-Mode", "cookie")
                .contentType("application/json")
                .body(login)
                .post(Person.PATH + "/login")
                .then()
                .statusCode(400);
        given().header("X-Session-Mode", "cookie")
                .header("X-Internal-Key", "wrong")
                .contentType("application/json")
                .body(login)
                .post(Person.PATH + "/login")
                .then()
                .statusCode(400);
        JsonPath answer = given().header("X-Session-Mode", "cookie")
                .header("X-Internal-Key", secrets.internalKey())
                .header("X-Forwarded-For", "192.0.2.77")
                .contentType("application/json")
                .body(login)
                .post(Person.PATH + "/login")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(answer.getString("refreshToken")).isNull();
        assertThat(answer.getString("session")).matches("[A-Za-z0-9_-]{43}");
        assertThat(answer.getBoolean("persistent")).isTrue();
        assertThat(answer.getLong("sessionExpiresIn")).isEqualTo(30L * 24 * 3600);
        JsonPath exchanged = exchange(answer.getString("session"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(exchanged.getString("userId")).isEqualTo(answer.getString("user.id"));
        String access = exchanged.getString("accessToken");
        sessions(access).then().body("items.ip", hasItem("192.0.2.77")).body("items", hasSize(1));

        given().auth().oauth2(access).post(Person.PATH + "/logout").then().statusCode(204);

        exchange(answer.getString("session"))
                .then()
                .statusCode(401)
                .body("type", equalTo("https://tallybook.org/problems/session-invalid"));
        Person.me(access).then().statusCode(401);
        Person.me(answer.getString("accessToken")).then().statusCode(401);
    }

    @Test
    void believesNobodyElseAboutAClientsAddress() {
        Person ada = Person.verified();
        String access = given().header("X-Forwarded-For", "192.0.2.66")
                .contentType("application/json")
                .body(Map.of("login", ada.email(), "password", ada.password()))
                .post(Person.PATH + "/login")
                .jsonPath()
                .getString("accessToken");

        assertThat(sessions(access).jsonPath().getList("items.ip")).doesNotContain("192.0.2.66");
    }

    @Test
    void exchangesForNobodyElse() {
        given().contentType("application/json")
                .body(Map.of("session", "A".repeat(43)))
                .post("/internal/v1/sessions/exchange")
                .then()
                .statusCode(403);
        exchange("A".repeat(43)).then().statusCode(401);
        exchange("x").then().statusCode(401);
    }

    @Test
    void keepsNoSecretOfASessionInThePlain() {
        JsonPath tokens = Person.verified().login();

        String everything = String.join(
                "\n",
                TestDatabase.rows(
                        "SELECT row(s.*)::text || row(t.*)::text FROM session s JOIN refresh_token t ON t.session_id = s.id"));

        assertThat(everything).doesNotContain(tokens.getString("refreshToken"));
    }

    private Response exchange(String session) {
        return given().header("X-Internal-Key", secrets.internalKey())
                .contentType("application/json")
                .body(Map.of("session", session))
                .post("/internal/v1/sessions/exchange");
    }

    private static Response sessions(String access) {
        return given().auth().oauth2(access).get(Person.PATH + "/sessions");
    }

    private static Response end(String access, String id) {
        return given().auth().oauth2(access).delete(Person.PATH + "/sessions/" + id);
    }
}
