package org.tallybook.auth.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.auth.secret.Secrets;
import org.tallybook.auth.support.InParallel;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.Program;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.stack.TestMailbox;

/** A family of refresh tokens in the hands of somebody who should not have it, or of nobody any more. */
@QuarkusTest
@WithTestResource(TallybookStack.class)
class RefreshFamilyIT {

    private static final String OTHER_PASSWORD = "amber heron by the river 7";

    @Inject
    Secrets secrets;

    @ParameterizedTest
    @ValueSource(strings = {"lock", "delete", "reset", "log out", "log out everywhere", "end", "idle", "old"})
    void diesWithItsSession(String how) {
        Person ada = Person.verified();
        JsonPath tokens = ada.login();
        String spent = tokens.getString("refreshToken");
        String last = Person.refresh(spent).jsonPath().getString("refreshToken");

        finish(how, ada, tokens);

        assertRefused(Person.refresh(last));
        assertRefused(Person.refresh(spent));
        assertThat(rows(
                        "JOIN session s ON s.id = t.session_id WHERE s.user_id = ?::uuid AND t.issued_at > s.ended_at",
                        tokens))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lock", "delete", "log out", "log out everywhere"})
    void isNotSavedByARefreshAtTheSameMoment(String how) throws Exception {
        Person ada = Person.verified();
        JsonPath tokens = ada.login();
        String admin = administrator();

        List<Response> answers = InParallel.times(4, i -> {
            if (i == 0) {
                finish(how, ada, tokens, admin);
            }
            return Person.refresh(tokens.getString("refreshToken"));
        });

        assertRefused(answers.get(0));
        for (Response answer : answers) {
            if (answer.statusCode() == 200) {
                Person.me(answer.jsonPath().getString("accessToken")).then().statusCode(401);
                assertRefused(Person.refresh(answer.jsonPath().getString("refreshToken")));
            } else {
                assertRefused(answer);
            }
        }
    }

    @Test
    void anUnlockedUserSignsInAnew() {
        JsonPath tokens = Person.verified().login();
        String admin = administrator();
        admin(admin, tokens, "lock");
        admin(admin, tokens, "unlock");

        assertRefused(Person.refresh(tokens.getString("refreshToken")));
    }

    @Test
    void whoHoldsAnyAncestorEndsItAll() {
        JsonPath tokens = Person.verified().login();
        List<String> chain = new ArrayList<>(List.of(tokens.getString("refreshToken")));
        for (int i = 0; i < 3; i++) {
            chain.add(Person.refresh(chain.get(i)).jsonPath().getString("refreshToken"));
        }
        age(tokens, 11);

        assertRefused(Person.refresh(chain.get(1)));

        chain.forEach(token -> assertRefused(Person.refresh(token)));
    }

    @Test
    void aTheftIsWrittenDownAndMailedOnceHoweverOftenItIsTried() throws Exception {
        Person ada = Person.verified();
        JsonPath tokens = ada.login();
        String parent = tokens.getString("refreshToken");
        Person.refresh(parent).then().statusCode(200);
        age(tokens, 11);

        List<Response> answers = InParallel.times(10, i -> Person.refresh(parent));

        answers.forEach(RefreshFamilyIT::assertRefused);
        assertThat(TestDatabase.count(
                        "SELECT count(*) FROM audit_event WHERE user_id = ?::uuid AND action = 'REFRESH_TOKEN_REUSED'",
                        tokens.getString("user.id")))
                .isEqualTo(1);
        TestDatabase.awaitCount(0, "SELECT count(*) FROM mail_outbox WHERE recipient = ?", ada.email());
        assertThat(TestMailbox.open().to(ada.email()).stream()
                        .filter(mail -> mail.subject().contains("for your safety")))
                .hasSize(1);
    }

    @Test
    void theGraceIsOfTheTokenAndNotOfItsSuccessors() {
        JsonPath tokens = Person.verified().login();
        String parent = tokens.getString("refreshToken");
        String child = Person.refresh(parent).jsonPath().getString("refreshToken");
        String grandchild = Person.refresh(child).jsonPath().getString("refreshToken");

        Response late = Person.refresh(parent);

        late.then().statusCode(200).body("refreshToken", equalTo(child));
        assertThat(Person.refresh(child).jsonPath().getString("refreshToken")).isEqualTo(grandchild);
        assertThat(rows("JOIN session s ON s.id = t.session_id WHERE s.user_id = ?::uuid", tokens))
                .isEqualTo(3);
    }

    @Test
    void refreshingNeverOutlivesTheSessionsLongestLife() {
        JsonPath tokens = Person.verified().login();
        TestDatabase.update(
                "UPDATE session SET expires_at = now() + interval '1 hour', idle_until = now() + interval '1 hour'"
                        + " WHERE user_id = ?::uuid",
                tokens.getString("user.id"));

        Person.refresh(tokens.getString("refreshToken")).then().statusCode(200);

        assertThat(TestDatabase.count(
                        "SELECT count(*) FROM session WHERE user_id = ?::uuid AND idle_until <= expires_at"
                                + " AND expires_at < now() + interval '2 hours'",
                        tokens.getString("user.id")))
                .isEqualTo(1);
    }

    @Test
    void noOtherSecretIsARefreshTokenAndItIsNoOtherSecret() {
        Person ada = Person.verified();
        JsonPath tokens = ada.login();
        String refresh = tokens.getString("refreshToken");
        String cookie = given().header("X-Session-Mode", "cookie")
                .header("X-Internal-Key", secrets.internalKey())
                .contentType("application/json")
                .body(Map.of("login", ada.email(), "password", ada.password(), "remember", false))
                .post(Person.PATH + "/login")
                .jsonPath()
                .getString("session");
        String program =
                Program.of(tokens.getString("accessToken"), "trackers:read").token();

        for (String other : List.of(cookie, program, tokens.getString("accessToken"), refresh + "=", " " + refresh)) {
            assertThat(Person.refresh(other).statusCode()).isIn(400, 401);
        }
        Person.me(refresh).then().statusCode(401);
        exchange(Map.of("session", refresh), "/internal/v1/sessions/exchange");
        exchange(Map.of("token", refresh), "/internal/v1/tokens/exchange");
        Person.refresh(refresh).then().statusCode(200);
    }

    private void finish(String how, Person person, JsonPath tokens) {
        finish(how, person, tokens, how.equals("lock") ? administrator() : "");
    }

    private static void finish(String how, Person person, JsonPath tokens, String admin) {
        RequestSpecification own = as(tokens.getString("accessToken"));
        switch (how) {
            case "lock" -> admin(admin, tokens, "lock");
            case "delete" ->
                done(own.body(Map.of("password", person.password())).delete(Person.PATH + "/me"));
            case "reset" -> reset(person);
            case "log out" -> done(own.post(Person.PATH + "/logout"));
            case "log out everywhere" -> done(own.post(Person.PATH + "/logout-all"));
            case "end" -> done(own.delete(Person.PATH + "/sessions/" + sessionOf(tokens)));
            case "idle" -> end(tokens, "idle_until");
            default -> end(tokens, "idle_until", "expires_at");
        }
    }

    private static void done(Response answer) {
        answer.then().statusCode(204);
    }

    private static String sessionOf(JsonPath tokens) {
        return as(tokens.getString("accessToken"))
                .get(Person.PATH + "/sessions")
                .path("items[0].id");
    }

    /** As if the session's time had come a second ago. */
    private static void end(JsonPath tokens, String... columns) {
        TestDatabase.update(
                "UPDATE session SET " + String.join(" = now() - interval '1 second', ", columns)
                        + " = now() - interval '1 second' WHERE user_id = ?::uuid",
                tokens.getString("user.id"));
    }

    private static void reset(Person person) {
        Person.post("/password/forgot", Map.of("email", person.email())).then().statusCode(202);
        Person.post("/password/reset", Map.of("token", person.mailedToken("reset"), "newPassword", OTHER_PASSWORD))
                .then()
                .statusCode(204);
    }

    private static RequestSpecification as(String access) {
        return given().auth().oauth2(access).contentType("application/json");
    }

    private static void admin(String admin, JsonPath tokens, String deed) {
        as(admin)
                .post(Person.PATH + "/admin/users/" + tokens.getString("user.id") + "/" + deed)
                .then()
                .statusCode(204);
    }

    private static String administrator() {
        Person person = Person.verified();
        TestDatabase.update("UPDATE identity SET roles = ARRAY['admin', 'user'] WHERE email = ?", person.email());
        return person.accessToken();
    }

    private void exchange(Map<String, String> body, String path) {
        given().header("X-Internal-Key", secrets.internalKey())
                .contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(401);
    }

    private static void age(JsonPath tokens, int seconds) {
        TestDatabase.update(
                "UPDATE refresh_token SET used_at = used_at - interval '" + seconds
                        + " seconds' WHERE used_at IS NOT NULL"
                        + " AND session_id IN (SELECT id FROM session WHERE user_id = ?::uuid)",
                tokens.getString("user.id"));
    }

    private static long rows(String where, JsonPath tokens) {
        return TestDatabase.count("SELECT count(*) FROM refresh_token t " + where, tokens.getString("user.id"));
    }

    private static void assertRefused(Response answer) {
        answer.then().statusCode(401).body("type", equalTo("https://tallybook.org/problems/refresh-token-invalid"));
    }
}
