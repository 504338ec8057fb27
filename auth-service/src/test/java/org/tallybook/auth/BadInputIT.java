package org.tallybook.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.test.stack.TallybookStack;

/** What is wrong is refused as a problem that names every fault, and nothing is written. */
@QuarkusTest
@WithTestResource(TallybookStack.class)
class BadInputIT {

    @Test
    void namesEveryFaultyFieldOfARegistration() {
        Person.post(
                        "/register",
                        Map.of(
                                "email", "nobody",
                                "username", "a b",
                                "password", "short",
                                "timeZone", "Mars/Olympus",
                                "locale", "e",
                                "role", "admin"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("https://tallybook.org/problems/invalid-request"))
                .body("traceId", notNullValue())
                .body("errors.field", hasItems("email", "username", "password", "timeZone", "locale", "role"));
    }

    @ParameterizedTest
    @CsvSource({
        "emailVerified, true",
        "id, 019a2f3c-6b7e-7c11-9d3a-5b1f0c2e4a68",
        "userId, 019a2f3c-6b7e-7c11-9d3a-5b1f0c2e4a68",
        "roles, admin",
        "dayStart, 03:00"
    })
    void assignsNothingThatIsNotOffered(String field, String value) {
        Person ada = Person.stranger();

        Person.post(
                        "/register",
                        Map.of(
                                "email",
                                ada.email(),
                                "username",
                                ada.username(),
                                "password",
                                ada.password(),
                                field,
                                value))
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of(field)))
                .body("errors.code", equalTo(List.of("unknown-field")));
        assertThat(TestDatabase.count("SELECT count(*) FROM identity WHERE email_key = ?", ada.email()))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "username, abc, too-short",
        "username, abcdefghijklmnopqrstuvwxyz, too-long",
        "username, ab@cd, invalid-format",
        "username, ab\u00E4cd, invalid-format",
        "email, a@b.c, too-short",
        "email, ada@example, invalid-format",
        "email, 'ada@example.org\r\nBcc: eve@example.org', invalid-format",
        "password, fourteen chars, too-short",
        "password, passwordpassword, not-allowed",
        "password, tallybooktallybook, not-allowed",
        "timeZone, europe/berlin, invalid-value",
        "timeZone, '+02:00', invalid-value",
        "locale, en_US, invalid-value"
    })
    void refusesARegistrationForOneFieldAlone(String field, String value, String code) {
        Person ada = Person.stranger();
        var body = new java.util.HashMap<String, Object>(
                Map.of("email", ada.email(), "username", ada.username(), "password", ada.password()));
        body.put(field, value);

        Person.post("/register", body)
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of(field)))
                .body("errors.code", equalTo(List.of(code)));
    }

    @ParameterizedTest
    @CsvSource({
        "/register, email",
        "/verify-email, token",
        "/verify-email/resend, email",
        "/login, login",
        "/refresh, refreshToken",
        "/password/forgot, email",
        "/password/reset, token"
    })
    void refusesEveryBrokenBody(String path, String field) {
        for (String body : List.of("", "{", "[]", "null", "\"x\"", "{\"" + field + "\":\"\\u0000\"}", "\u0000")) {
            raw(path, body).then().statusCode(400).contentType("application/problem+json");
        }
        raw(path, "{\"" + field + "\":1}").then().statusCode(400).body("errors.field", hasItems(field));
        raw(path, "{\"" + field + "\":null}").then().statusCode(400).body("errors.field", hasItems(field));
        raw(path, "{}").then().statusCode(400).body("errors.code", hasItems("required"));
        raw(path, "{\"" + field + "\":\"x\",\"" + field + "\":\"y\"}").then().statusCode(400);
        given().contentType("text/plain")
                .body("{}")
                .post(Person.PATH + path)
                .then()
                .statusCode(415);
        given().get(Person.PATH + path).then().statusCode(anyOf(equalTo(405), equalTo(404)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "de", "es", "zz", "*", "en;q=2"})
    void speaksTheCallersLanguageOrEnglish(String language) {
        given().header("Accept-Language", language)
                .contentType("application/json")
                .body(Map.of("login", Person.stranger().username(), "password", "x"))
                .post(Person.PATH + "/login")
                .then()
                .statusCode(401)
                .body("title", notNullValue())
                .body("title", org.hamcrest.Matchers.not(containsString("invalid-credentials")));
    }

    @Test
    void boundsWhatItHashes() {
        Person.post("/login", Map.of("login", "nobody", "password", "x".repeat(513)))
                .then()
                .statusCode(400);
        Person.post("/login", Map.of("login", "nobody", "password", "x".repeat(2 << 20)))
                .then()
                .statusCode(413);
    }

    @Test
    void injectionIsInert() {
        Person.post("/login", Map.of("login", "' OR 1=1 --", "password", "' OR '1'='1"))
                .then()
                .statusCode(401);
        Person.post("/login", Map.of("login", "%", "password", "%")).then().statusCode(401);
    }

    private static Response raw(String path, String body) {
        return given().contentType("application/json").body(body).post(Person.PATH + path);
    }
}
