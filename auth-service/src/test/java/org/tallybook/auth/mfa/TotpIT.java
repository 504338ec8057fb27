package org.tallybook.auth.mfa;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.support.AuthenticatorApp;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.stack.TestMailbox;

/** Setting up and removing an authenticator app. */
@QuarkusTest
@WithTestResource(TallybookStack.class)
class TotpIT {

    private static final String PATH = Person.PATH + "/mfa";

    @Test
    void isSetUpInTwoSteps() {
        Person ada = Person.verified();
        JsonPath tokens = ada.login();
        String access = tokens.getString("accessToken");
        state(access).then().body("enabled", equalTo(false)).body("totp", equalTo(false));

        Response started = AuthenticatorApp.start(access);
        started.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(
                        "uri",
                        equalTo("otpauth://totp/Tallybook:" + ada.email().replace("@", "%40") + "?secret="
                                + started.jsonPath().getString("secret")
                                + "&issuer=Tallybook&algorithm=SHA1&digits=6&period=30"));
        assertThat(started.jsonPath().getString("secret")).matches("[A-Z2-7]{32}");
        ada.tryLogin().then().statusCode(200);

        var app = new AuthenticatorApp(started.jsonPath().getString("secret"), List.of());
        AuthenticatorApp.confirm(access, app.code())
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("recoveryCodes", hasSize(10));
        state(access)
                .then()
                .body("enabled", equalTo(true))
                .body("totp", equalTo(true))
                .body("recoveryCodesLeft", equalTo(10));
        ada.tryLogin().then().statusCode(401).body("type", containsString("mfa-required"));
        TestMailbox.open().await(ada.email(), mail -> mail.subject().contains("authenticator app was added"));
        assertThat(actions(access)).contains("TOTP_ADDED");
    }

    @Test
    void isNotTurnedOnByAWrongCodeOrWithoutAStart() {
        String access = Person.verified().accessToken();

        AuthenticatorApp.confirm(access, "000000")
                .then()
                .statusCode(409)
                .body("type", containsString("totp-not-started"));
        var app = new AuthenticatorApp(AuthenticatorApp.start(access).jsonPath().getString("secret"), List.of());
        AuthenticatorApp.confirm(access, app.wrongCode())
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("code")));
        AuthenticatorApp.confirm(access, "").then().statusCode(400);
        state(access).then().body("enabled", equalTo(false)).body("recoveryCodesLeft", equalTo(0));
    }

    @Test
    void aStartThatWasNeverConfirmedIsForgotten() {
        JsonPath tokens = Person.verified().login();
        String access = tokens.getString("accessToken");
        var app = new AuthenticatorApp(AuthenticatorApp.start(access).jsonPath().getString("secret"), List.of());

        TestDatabase.update(
                "UPDATE totp SET started_at = started_at - interval '16 minutes' WHERE user_id = ?::uuid",
                tokens.getString("user.id"));

        AuthenticatorApp.confirm(access, app.code())
                .then()
                .statusCode(409)
                .body("type", containsString("totp-not-started"));
    }

    @Test
    void startingAgainReplacesTheSecretButNeverOneThatIsOn() {
        JsonPath tokens = Person.verified().login();
        String access = tokens.getString("accessToken");
        var first =
                new AuthenticatorApp(AuthenticatorApp.start(access).jsonPath().getString("secret"), List.of());

        AuthenticatorApp.on(tokens);

        AuthenticatorApp.confirm(access, first.code())
                .then()
                .statusCode(409)
                .body("type", containsString("totp-already-on"));
        AuthenticatorApp.start(access).then().statusCode(409).body("type", containsString("totp-already-on"));
    }

    @Test
    void theFirstCodeIsSpentLikeEveryOther() {
        Person ada = Person.verified();
        String access = ada.accessToken();
        var app = new AuthenticatorApp(AuthenticatorApp.start(access).jsonPath().getString("secret"), List.of());
        String code = app.code();
        AuthenticatorApp.confirm(access, code).then().statusCode(200);

        String token = ada.tryLogin().jsonPath().getString("mfaToken");

        Person.post("/login/mfa", Map.of("mfaToken", token, "code", code))
                .then()
                .statusCode(401)
                .body("type", containsString("mfa-failed"));
    }

    @Test
    void isRemovedWithItsRecoveryCodes() {
        Person ada = Person.verified();
        JsonPath tokens = ada.login();
        String access = tokens.getString("accessToken");
        remove(access).then().statusCode(404);
        AuthenticatorApp.start(access);
        remove(access).then().statusCode(404);
        AuthenticatorApp.on(tokens);

        remove(access).then().statusCode(204);

        ada.tryLogin().then().statusCode(200);
        state(access).then().body("enabled", equalTo(false)).body("recoveryCodesLeft", equalTo(0));
        remove(access).then().statusCode(404);
        TestMailbox.open().await(ada.email(), mail -> mail.subject().contains("authenticator app was removed"));
        assertThat(actions(access)).contains("TOTP_REMOVED");
        assertThat(rowsOf(tokens.getString("user.id"))).isZero();
    }

    @Test
    void newRecoveryCodesReplaceTheOldOnes() {
        Person ada = Person.verified();
        JsonPath tokens = ada.login();
        String access = tokens.getString("accessToken");
        renew(access).then().statusCode(409).body("type", containsString("no-second-factor"));
        AuthenticatorApp app = AuthenticatorApp.on(tokens);

        List<String> renewed = renew(access)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .jsonPath()
                .getList("recoveryCodes", String.class);

        assertThat(renewed).hasSize(10).doesNotContainAnyElementsOf(app.recoveryCodes());
        String token = ada.tryLogin().jsonPath().getString("mfaToken");
        finish(token, app.recoveryCodes().get(0)).then().statusCode(401);
        finish(token, renewed.get(0)).then().statusCode(200);
        TestMailbox.open().await(ada.email(), mail -> mail.subject().contains("new recovery codes"));
        assertThat(actions(access)).contains("RECOVERY_CODES_RENEWED", "RECOVERY_CODE_USED");
    }

    @Test
    void storesNeitherSecretNorCode() {
        JsonPath tokens = Person.verified().login();
        AuthenticatorApp app = AuthenticatorApp.on(tokens);

        String stored = String.join(
                "\n", TestDatabase.rows("SELECT t::text FROM totp t UNION ALL SELECT r::text FROM recovery_code r"));

        assertThat(stored).doesNotContainIgnoringCase(app.secret());
        assertThat(stored)
                .doesNotContainIgnoringCase(
                        java.util.HexFormat.of().formatHex(org.bouncycastle.util.encoders.Base32.decode(app.secret())));
        app.recoveryCodes().forEach(code -> assertThat(stored).doesNotContain(code, code.replace("-", "")));
    }

    @Test
    void aSecretMovedToAnotherUserOpensNothing() {
        Person ada = Person.verified();
        JsonPath adas = ada.login();
        AuthenticatorApp.on(adas);
        JsonPath eves = Person.verified().login();
        AuthenticatorApp evesApp = AuthenticatorApp.on(eves);
        TestDatabase.update(
                "UPDATE totp SET sealed_secret = (SELECT sealed_secret FROM totp WHERE user_id = ?::uuid)"
                        + " WHERE user_id = ?::uuid",
                eves.getString("user.id"),
                adas.getString("user.id"));

        Response login = ada.tryLogin();

        assertThat(login.statusCode()).isNotEqualTo(200);
        assertThat(login.asString()).doesNotContain("accessToken");
        String token = login.jsonPath().getString("mfaToken");
        if (token != null) {
            assertThat(finish(token, evesApp.code()).statusCode()).isNotEqualTo(200);
        }
    }

    @Test
    void aDeletedAccountLeavesNothing() {
        Person ada = Person.verified();
        JsonPath tokens = ada.login();
        AuthenticatorApp app = AuthenticatorApp.on(tokens);
        finish(ada.tryLogin().jsonPath().getString("mfaToken"), app.wrongCode())
                .then()
                .statusCode(401);
        assertThat(rowsOf(tokens.getString("user.id"))).isEqualTo(1 + 10 + 1 + 1);

        given().auth()
                .oauth2(tokens.getString("accessToken"))
                .contentType("application/json")
                .body(Map.of("password", ada.password()))
                .delete(Person.PATH + "/me")
                .then()
                .statusCode(204);

        assertThat(rowsOf(tokens.getString("user.id"))).isZero();
    }

    @Test
    void nothingIsAddedRemovedOrRenewedFromADeviceLeftAlone() {
        Person ada = Person.verified();
        JsonPath with = ada.login();
        AuthenticatorApp.on(with);
        String without = Person.verified().accessToken();
        TestDatabase.update("UPDATE session SET proved_at = proved_at - interval '11 minutes' WHERE user_id IN"
                + " (SELECT user_id FROM session ORDER BY created_at DESC LIMIT 2)");

        for (Response refused : List.of(
                AuthenticatorApp.start(without),
                remove(with.getString("accessToken")),
                renew(with.getString("accessToken")))) {
            refused.then().statusCode(403).body("type", containsString("proof-required"));
        }
        state(with.getString("accessToken")).then().body("totp", equalTo(true)).body("recoveryCodesLeft", equalTo(10));
    }

    @Test
    void isNobodyElsesBusiness() {
        given().get(PATH).then().statusCode(401);
        given().post(PATH + "/totp").then().statusCode(401);
        given().delete(PATH + "/totp").then().statusCode(401);
        given().post(PATH + "/recovery-codes").then().statusCode(401);
        Person.post("/mfa/totp/confirm", Map.of("code", "000000")).then().statusCode(401);
        JsonPath adas = Person.verified().login();
        AuthenticatorApp.on(adas);

        state(Person.verified().accessToken()).then().body("enabled", equalTo(false));
    }

    private static Response state(String access) {
        return given().auth().oauth2(access).get(PATH);
    }

    private static Response remove(String access) {
        return given().auth().oauth2(access).delete(PATH + "/totp");
    }

    private static Response renew(String access) {
        return given().auth().oauth2(access).post(PATH + "/recovery-codes");
    }

    private static Response finish(String token, String code) {
        return Person.post("/login/mfa", Map.of("mfaToken", token, "code", code));
    }

    private static List<String> actions(String access) {
        return given().auth()
                .oauth2(access)
                .get(Person.PATH + "/audit?limit=200")
                .jsonPath()
                .getList("items.action", String.class);
    }

    private static long rowsOf(String user) {
        return List.of("totp", "recovery_code", "login_challenge", "failed_code").stream()
                .mapToLong(
                        table -> TestDatabase.count("SELECT count(*) FROM " + table + " WHERE user_id = ?::uuid", user))
                .sum();
    }
}
