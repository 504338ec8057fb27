package org.tallybook.auth.mfa;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.secret.Secrets;
import org.tallybook.auth.support.AuthenticatorApp;
import org.tallybook.auth.support.InParallel;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.stack.TestMailbox;

/** A sign-in that waits for its second factor, and everybody who would like to finish it without. */
@QuarkusTest
@WithTestResource(TallybookStack.class)
class SecondStepIT {

    private static final String OTHER_PASSWORD = "amber heron by the river 7";

    @Inject
    Secrets secrets;

    private Person ada;
    private JsonPath tokens;
    private String user;
    private AuthenticatorApp app;

    @BeforeEach
    void adaHasAnAuthenticatorApp() {
        ada = Person.verified();
        tokens = ada.login();
        user = tokens.getString("user.id");
        app = AuthenticatorApp.on(tokens);
    }

    @Test
    void aPasswordAloneYieldsNoSession() {
        Response login = ada.tryLogin();

        login.then()
                .statusCode(401)
                .header("Cache-Control", "no-store")
                .body("type", equalTo("https://tallybook.org/problems/mfa-required"))
                .body("methods", contains("totp", "recovery-code"))
                .body("expiresIn", equalTo(300));
        assertThat(login.asString()).doesNotContain("accessToken", "refreshToken");
        assertThat(TestDatabase.count("SELECT count(*) FROM session WHERE user_id = ?::uuid", user))
                .isEqualTo(1);
        ada.withPassword("not the password")
                .tryLogin()
                .then()
                .statusCode(401)
                .body("type", containsString("invalid-credentials"));
    }

    @Test
    void aCodeFinishesTheSignInAsItBegan() {
        Response answer = finish(challenge(), app.code());

        answer.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("tokenType", equalTo("Bearer"))
                .body("user.id", equalTo(user));
        Person.me(answer.jsonPath().getString("accessToken")).then().statusCode(200);
        Person.refresh(answer.jsonPath().getString("refreshToken")).then().statusCode(200);
        assertThat(TestDatabase.rows(
                        "SELECT (data::json->>'method') || ' ' || (data::json->>'mfa') FROM outbox"
                                + " WHERE user_id = ?::uuid AND type = 'user.logged-in.v1' ORDER BY seq",
                        user))
                .containsExactly("PASSWORD false", "PASSWORD true");
    }

    @Test
    void codesOfOtherTimesDoNotCount() {
        finish(challenge(), app.code(-3)).then().statusCode(401);
        finish(challenge(), app.code(2)).then().statusCode(401);
        finish(challenge(), " " + app.code() + " ").then().statusCode(200);
    }

    @Test
    void aCodeIsGoodOnceWithinItsStep() {
        String code = app.code();
        finish(challenge(), code).then().statusCode(200);

        finish(challenge(), code).then().statusCode(401).body("type", containsString("mfa-failed"));
    }

    @Test
    void aUsedCodeSpendsTheStepBeforeToo() {
        String before = app.code(-1);
        finish(challenge(), app.code()).then().statusCode(200);

        finish(challenge(), before).then().statusCode(401);
    }

    @Test
    void oneCodeInParallelOpensOneSession() throws Exception {
        List<String> waiting = List.of(challenge(), challenge(), challenge(), challenge());
        String code = app.code();

        List<Integer> answers =
                InParallel.times(8, i -> finish(waiting.get(i % 4), code).statusCode());

        assertThat(answers).containsOnlyOnce(200);
        assertThat(TestDatabase.count("SELECT count(*) FROM session WHERE user_id = ?::uuid", user))
                .isEqualTo(2);
    }

    @Test
    void aTokenIsGoodForOneSignIn() {
        String token = challenge();
        finish(token, app.code()).then().statusCode(200);
        AuthenticatorApp.forgetUsedSteps(user);

        finish(token, app.code()).then().statusCode(401).body("type", containsString("mfa-token-invalid"));
    }

    @Test
    void aRecoveryCodeIsGoodOnceAndToldByMail() {
        String code = app.recoveryCodes().get(3);
        finish(challenge(), code.replace("-", " ").toUpperCase(java.util.Locale.ROOT))
                .then()
                .statusCode(200);

        finish(challenge(), code).then().statusCode(401).body("type", containsString("mfa-failed"));
        finish(challenge(), app.recoveryCodes().get(4)).then().statusCode(200);
        TestMailbox.open().await(ada.email(), mail -> mail.subject().contains("recovery code was used"));
    }

    @Test
    void oneRecoveryCodeInParallelOpensOneSession() throws Exception {
        List<String> waiting = List.of(challenge(), challenge(), challenge(), challenge());

        List<Integer> answers = InParallel.times(
                4, i -> finish(waiting.get(i), app.recoveryCodes().get(0)).statusCode());

        assertThat(answers).containsOnlyOnce(200);
    }

    @Test
    void fiveWrongCodesEndTheSignInAndAreToldByMail() {
        String token = challenge();
        for (int i = 0; i < 5; i++) {
            finish(token, app.wrongCode()).then().statusCode(401).body("type", containsString("mfa-failed"));
        }

        finish(token, app.code()).then().statusCode(401).body("type", containsString("mfa-token-invalid"));
        finish(challenge(), app.code()).then().statusCode(200);
        TestMailbox.open().await(ada.email(), mail -> mail.subject().contains("knows your password"));
        assertThat(TestDatabase.count(
                        "SELECT count(*) FROM audit_event WHERE user_id = ?::uuid AND action = 'MFA_FAILED'", user))
                .isEqualTo(5);
    }

    @Test
    void parallelWrongCodesAreAllCounted() throws Exception {
        String token = challenge();
        String wrong = app.wrongCode();

        List<String> answers =
                InParallel.times(12, i -> finish(token, wrong).jsonPath().getString("type"));

        assertThat(answers.stream().filter(type -> type.endsWith("mfa-failed"))).hasSize(5);
        assertThat(answers.stream().filter(type -> type.endsWith("mfa-token-invalid")))
                .hasSize(7);
    }

    @Test
    void tenWrongCodesOfAUserAreFollowedByAPause() {
        String first = challenge();
        String second = challenge();
        for (int i = 0; i < 5; i++) {
            finish(first, app.wrongCode()).then().statusCode(401);
            finish(second, app.wrongCode()).then().statusCode(401);
        }
        String third = challenge();

        Response paused = finish(third, app.code());

        paused.then().statusCode(429).body("type", containsString("too-many-requests"));
        assertThat(Integer.parseInt(paused.header("Retry-After"))).isBetween(800, 900);
        TestDatabase.update("UPDATE failed_code SET at = at - interval '15 minutes' WHERE user_id = ?::uuid", user);
        finish(third, app.code()).then().statusCode(200);
    }

    @Test
    void anExpiredForgedOrAbsentTokenOpensNothing() {
        String token = challenge();
        TestDatabase.update(
                "UPDATE login_challenge SET expires_at = expires_at - interval '5 minutes' WHERE user_id = ?::uuid",
                user);

        for (String bad : List.of(token, "A".repeat(43), "x", tokens.getString("refreshToken"))) {
            finish(bad, app.code()).then().statusCode(401).body("type", containsString("mfa-token-invalid"));
        }
        Person.post("/login/mfa", Map.of()).then().statusCode(400);
        Person.post("/login/mfa", Map.of("mfaToken", token, "code", "x".repeat(65)))
                .then()
                .statusCode(400);
    }

    @Test
    void aTokenIsGoodForNothingElse() {
        String token = challenge();

        Person.refresh(token).then().statusCode(401);
        Person.me(token).then().statusCode(401);
        Person.post("/password/reset", Map.of("token", token, "newPassword", OTHER_PASSWORD))
                .then()
                .statusCode(400);
        given().header("X-Internal-Key", secrets.internalKey())
                .contentType("application/json")
                .body(Map.of("session", token))
                .post("/internal/v1/sessions/exchange")
                .then()
                .statusCode(401);
    }

    @Test
    void nobodyFinishesTheSignInOfAnother() {
        Person eve = Person.verified();
        AuthenticatorApp evesApp = AuthenticatorApp.on(eve.login());

        finish(challenge(), evesApp.code()).then().statusCode(401);
        finish(challenge(), evesApp.recoveryCodes().get(0)).then().statusCode(401);

        String evesToken = eve.tryLogin().jsonPath().getString("mfaToken");
        finish(evesToken, evesApp.code()).then().statusCode(200).body("user.username", equalTo(eve.username()));
    }

    @Test
    void aLockedUserFinishesNothing() {
        String token = challenge();
        TestDatabase.update("UPDATE identity SET locked_at = now() WHERE id = ?::uuid", user);

        finish(token, app.code()).then().statusCode(403).body("type", containsString("account-locked"));
        finish(token, app.recoveryCodes().get(0)).then().statusCode(403);

        assertThat(TestDatabase.count("SELECT count(*) FROM session WHERE user_id = ?::uuid", user))
                .isEqualTo(1);
        assertThat(TestDatabase.count(
                        "SELECT count(*) FROM recovery_code WHERE user_id = ?::uuid AND used_at IS NOT NULL", user))
                .isZero();
    }

    @Test
    void aResetPasswordDoesNotBypassIt() {
        String old = challenge();
        Person.post("/password/forgot", Map.of("email", ada.email())).then().statusCode(202);
        Person.post("/password/reset", Map.of("token", ada.mailedToken("reset"), "newPassword", OTHER_PASSWORD))
                .then()
                .statusCode(204);

        finish(old, app.code()).then().statusCode(401).body("type", containsString("mfa-token-invalid"));
        Response login = ada.withPassword(OTHER_PASSWORD).tryLogin();
        login.then().statusCode(401).body("type", containsString("mfa-required"));
        finish(login.jsonPath().getString("mfaToken"), app.code()).then().statusCode(200);
    }

    @Test
    void aBrowsersSignInStaysABrowsers() {
        Response login = atGateway(given())
                .body(Map.of("login", ada.email(), "password", ada.password(), "remember", true))
                .post(Person.PATH + "/login");
        login.then().statusCode(401).body("type", containsString("mfa-required"));
        Map<String, String> step = Map.of("mfaToken", login.jsonPath().getString("mfaToken"), "code", app.code());

        Person.post("/login/mfa", step).then().statusCode(400).body("type", containsString("session-mode-not-allowed"));
        given().header("X-Session-Mode", "cookie")
                .contentType("application/json")
                .body(step)
                .post(Person.PATH + "/login/mfa")
                .then()
                .statusCode(400);
        JsonPath answer = atGateway(given())
                .body(step)
                .post(Person.PATH + "/login/mfa")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(answer.getString("refreshToken")).isNull();
        assertThat(answer.getString("session")).matches("[A-Za-z0-9_-]{43}");
        assertThat(answer.getBoolean("persistent")).isTrue();
    }

    @Test
    void aProgramsSignInIsNotFinishedByABrowser() {
        atGateway(given())
                .body(Map.of("mfaToken", challenge(), "code", app.code()))
                .post(Person.PATH + "/login/mfa")
                .then()
                .statusCode(400)
                .body("type", containsString("session-mode-not-allowed"));
    }

    private RequestSpecification atGateway(RequestSpecification request) {
        return request.header("X-Session-Mode", "cookie")
                .header("X-Internal-Key", secrets.internalKey())
                .contentType("application/json");
    }

    private String challenge() {
        return ada.tryLogin().then().statusCode(401).extract().jsonPath().getString("mfaToken");
    }

    private static Response finish(String token, String code) {
        return Person.post("/login/mfa", Map.of("mfaToken", token, "code", code));
    }
}
