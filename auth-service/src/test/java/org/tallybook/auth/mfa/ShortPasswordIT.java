package org.tallybook.auth.mfa;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.support.AuthenticatorApp;
import org.tallybook.auth.support.Person;
import org.tallybook.kit.test.stack.TallybookStack;

/** Fifteen characters without a second factor, eight with one, and the way back (NIST SP 800-63B-4, section 3.1.1.2). */
@QuarkusTest
@WithTestResource(TallybookStack.class)
class ShortPasswordIT {

    private static final String EIGHT = "kx9#vQ2m";
    private static final String FIFTEEN = "herons by nigh7";

    private Person ada = Person.stranger();
    private JsonPath tokens = JsonPath.from("{}");

    @BeforeEach
    void adaHasAnAccount() {
        ada = Person.verified();
        tokens = ada.login();
    }

    @Test
    void withoutASecondFactorFifteenAreNeeded() {
        tooShort(change(EIGHT));
        tooShort(change(FIFTEEN.substring(1)));
        change(FIFTEEN).then().statusCode(204);
    }

    @Test
    void withOneEightAreEnoughAndSevenAreNot() {
        AuthenticatorApp.on(tokens);

        tooShort(change(EIGHT.substring(1)));
        change("sunshine").then().statusCode(400).body("errors[0].code", equalTo("not-allowed"));
        change(EIGHT).then().statusCode(204);

        ada.withPassword(EIGHT).tryLogin().then().statusCode(401).body("type", containsString("mfa-required"));
    }

    @Test
    void theLastSecondFactorStaysUntilThePasswordIsLonger() {
        AuthenticatorApp.on(tokens);
        change(EIGHT).then().statusCode(204);

        removeTotp().then().statusCode(409).body("type", containsString("password-too-short"));
        given().auth()
                .oauth2(access())
                .get(Person.PATH + "/mfa")
                .then()
                .body("totp", equalTo(true))
                .body("recoveryCodesLeft", equalTo(10));
        ada = ada.withPassword(EIGHT);
        change(FIFTEEN).then().statusCode(204);

        removeTotp().then().statusCode(204);
        ada.withPassword(FIFTEEN).tryLogin().then().statusCode(200);
    }

    @Test
    void aResetAsksTheSame() {
        AuthenticatorApp.on(tokens);
        Person.post("/password/forgot", Map.of("email", ada.email())).then().statusCode(202);
        String token = ada.mailedToken("reset");

        tooShort(Person.post("/password/reset", Map.of("token", token, "newPassword", EIGHT.substring(1))));
        Person.post("/password/reset", Map.of("token", token, "newPassword", EIGHT))
                .then()
                .statusCode(204);

        ada.withPassword(EIGHT).tryLogin().then().statusCode(401).body("type", containsString("mfa-required"));
    }

    private static void tooShort(Response answer) {
        answer.then()
                .statusCode(400)
                .body("errors[0].field", equalTo("newPassword"))
                .body("errors[0].code", equalTo("too-short"));
    }

    private Response removeTotp() {
        return given().auth().oauth2(access()).delete(Person.PATH + "/mfa/totp");
    }

    private Response change(String replacement) {
        return given().auth()
                .oauth2(access())
                .contentType("application/json")
                .body(Map.of("currentPassword", ada.password(), "newPassword", replacement))
                .post(Person.PATH + "/password/change");
    }

    private String access() {
        return tokens.getString("accessToken");
    }
}
