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
import java.util.UUID;
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
    void namesWhatIsMissingOrOfAnotherType(String path, String field) {
        raw(path, "{\"" + field + "\":1}").then().statusCode(400).body("errors.field", hasItems(field));
        raw(path, "{\"" + field + "\":null}").then().statusCode(400).body("errors.field", hasItems(field));
        raw(path, "{}").then().statusCode(400).body("errors.code", hasItems("required"));
        given().get(Person.PATH + path).then().statusCode(anyOf(equalTo(405), equalTo(404)));
    }

    /** 4 to 25 characters of a username, 6 to 254 of an address with 64 before the at sign, 15 to 128 of a password. */
    @ParameterizedTest
    @CsvSource({"4, 6, 15", "25, 254, 128"})
    void takesWhatIsJustLongEnough(int username, int email, int password) {
        String address = address(email);
        String name = unique(username);

        register(address, name, secret(password)).then().statusCode(202);

        assertThat(TestDatabase.rows("SELECT username FROM identity WHERE email_key = ?", address))
                .containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 9, 15, username too-short",
        "26, 9, 15, username too-long",
        "4, 5, 15, email too-short",
        "4, 255, 15, email too-long",
        "4, 9, 14, password too-short",
        "4, 9, 129, password too-long"
    })
    void refusesWhatIsOneTooShortOrTooLong(int username, int email, int password, String fault) {
        Response answer = register(address(email), unique(username), secret(password));

        answer.then().statusCode(400);
        assertThat(answer.jsonPath().<String>getList("errors.collect { it.field + ' ' + it.code }"))
                .contains(fault);
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

    private static Response raw(String path, String body) {
        return given().contentType("application/json").body(body).post(Person.PATH + path);
    }

    private static Response register(String email, String username, String password) {
        return Person.post("/register", Map.of("email", email, "username", username, "password", password));
    }

    /** Of exactly that length, and nobody else's while it is long enough to be so. */
    private static String unique(int length) {
        return (UUID.randomUUID().toString().replace("-", "") + "x").substring(33 - length);
    }

    private static String address(int length) {
        if (length < 16) {
            return unique(length - 5) + "@b.ch";
        }
        String end = ".example";
        String local = unique(32) + "l".repeat(32);
        String host = ("d".repeat(60) + ".").repeat(3);
        return (local + "@" + host).substring(0, length - end.length() - 1) + "e" + end;
    }

    private static String secret(int length) {
        return ("Zq\u00fc " + unique(33)).repeat(4).substring(0, length);
    }
}
