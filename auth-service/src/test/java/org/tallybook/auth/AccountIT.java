package org.tallybook.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.stack.TestMailbox;

@QuarkusTest
@WithTestResource(TallybookStack.class)
class AccountIT {

    @Test
    void anAddressIsMailedThreeLinksToResetInAnHour() {
        Person ada = Person.verified();
        for (int i = 0; i < 5; i++) {
            Person.post("/password/forgot", Map.of("email", ada.email())).then().statusCode(202);
        }
        Person.post("/verify-email/resend", Map.of("email", ada.email())).then().statusCode(202);

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        TestDatabase.count("SELECT count(*) FROM mail_outbox WHERE recipient = ?", ada.email()) == 0);

        assertThat(TestDatabase.count(
                        "SELECT count(*) FROM mailed_link WHERE purpose = 'RESET_PASSWORD'"
                                + " AND user_id = (SELECT id FROM identity WHERE email_key = ?)",
                        ada.email()))
                .isEqualTo(3);
    }

    private static final String OTHER_PASSWORD = "amber heron by the river 7";

    @Test
    void changesTheProfileAndProtectsAgainstLostUpdates() {
        String access = Person.verified().accessToken();
        String tag = Person.me(access).header("ETag");

        patch(access, tag, "{\"timeZone\":\"Asia/Kolkata\",\"locale\":\"hi\",\"dayStart\":\"04:00\"}")
                .then()
                .statusCode(200)
                .body("timeZone", equalTo("Asia/Kolkata"))
                .body("dayStart", equalTo("04:00"));
        patch(access, tag, "{\"dayStart\":\"05:00\"}")
                .then()
                .statusCode(412)
                .body("type", containsString("precondition-failed"));
        String now = Person.me(access).header("ETag");
        assertThat(now).isNotEqualTo(tag);
        given().auth()
                .oauth2(access)
                .header("If-None-Match", now)
                .get(Person.PATH + "/me")
                .then()
                .statusCode(304);
    }

    @Test
    void aChangeThatChangesNothingMakesNoNewVersion() {
        String access = Person.verified().accessToken();
        String tag = Person.me(access).header("ETag");

        patch(access, null, "{}").then().statusCode(200).header("ETag", equalTo(tag));
    }

    @Test
    void namesEveryFaultyFieldOfAProfile() {
        String access = Person.verified().accessToken();
        String tag = Person.me(access).header("ETag");

        patch(
                        access,
                        null,
                        "{\"username\":\"a\",\"timeZone\":null,\"locale\":\"!\",\"dayStart\":\"24:00\",\"email\":\"e@x.example\"}")
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("username", "timeZone", "locale", "dayStart", "email"));
        assertThat(Person.me(access).header("ETag")).isEqualTo(tag);
    }

    @Test
    void twoUsersCannotHaveOneName() {
        Person ada = Person.verified();
        String eve = Person.verified().accessToken();

        patch(eve, null, "{\"username\":\"" + ada.username().toUpperCase(Locale.ROOT) + "\"}")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://tallybook.org/problems/username-taken"))
                .body("errors.field", equalTo(List.of("username")));
    }

    @Test
    void changingThePasswordEndsTheOtherSessionsAndIsToldByMail() {
        Person ada = Person.verified();
        JsonPath other = ada.login();
        String access = ada.accessToken();

        change(access, "not the password", OTHER_PASSWORD)
                .then()
                .statusCode(403)
                .body("type", containsString("password-wrong"));
        change(access, ada.password(), ada.username() + ada.username())
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("newPassword")));
        change(access, ada.password(), OTHER_PASSWORD).then().statusCode(204);

        Person.me(access).then().statusCode(200);
        Person.me(other.getString("accessToken")).then().statusCode(401);
        Person.refresh(other.getString("refreshToken")).then().statusCode(401);
        ada.tryLogin().then().statusCode(401);
        ada.withPassword(OTHER_PASSWORD).tryLogin().then().statusCode(200);
        TestMailbox.open().await(ada.email(), mail -> mail.subject().contains("password was changed"));
    }

    @Test
    void resetsAForgottenPasswordOnce() {
        Person ada = Person.verified();
        String access = ada.accessToken();

        Person.post("/password/forgot", Map.of("email", ada.email())).then().statusCode(202);
        Person.post("/password/forgot", Map.of("email", Person.stranger().email()))
                .then()
                .statusCode(202);
        String token = ada.mailedToken("reset");
        reset(token, "short").then().statusCode(400).body("errors.field", equalTo(List.of("newPassword")));
        reset(token, "passwordpassword").then().statusCode(400).body("errors.code", equalTo(List.of("not-allowed")));
        reset(token, OTHER_PASSWORD).then().statusCode(204);

        reset(token, OTHER_PASSWORD).then().statusCode(400).body("type", containsString("link-invalid"));
        Person.me(access).then().statusCode(401);
        ada.tryLogin().then().statusCode(401);
        ada.withPassword(OTHER_PASSWORD).tryLogin().then().statusCode(200);
    }

    @Test
    void aVerificationLinkResetsNothing() {
        Person ada = Person.stranger();
        ada.register();

        reset(ada.mailedToken(), OTHER_PASSWORD).then().statusCode(400);
    }

    @Test
    void deletesTheAccountWithEverything() {
        Person ada = Person.verified();
        JsonPath tokens = ada.login();
        String access = tokens.getString("accessToken");
        String id = tokens.getString("user.id");

        delete(access, "not the password").then().statusCode(403);
        delete(access, ada.password()).then().statusCode(204);

        Person.me(access).then().statusCode(401);
        Person.refresh(tokens.getString("refreshToken")).then().statusCode(401);
        ada.tryLogin().then().statusCode(401);
        for (String table : List.of(
                "identity WHERE id",
                "credential WHERE user_id",
                "session WHERE user_id",
                "mailed_link WHERE user_id")) {
            assertThat(TestDatabase.count("SELECT count(*) FROM " + table + " = ?::uuid", id))
                    .isZero();
        }
        Person again = Person.stranger();
        new Person(ada.email(), again.username(), ada.password()).register();
        TestMailbox.open().await(ada.email(), mail -> mail.subject().startsWith("Confirm"));
    }

    @Test
    void nobodyGetsInWithoutAToken() {
        given().get(Person.PATH + "/me").then().statusCode(401);
        given().contentType("application/json")
                .body("{}")
                .patch(Person.PATH + "/me")
                .then()
                .statusCode(401);
        given().contentType("application/json")
                .body(Map.of("password", "x"))
                .delete(Person.PATH + "/me")
                .then()
                .statusCode(401);
        given().post(Person.PATH + "/logout").then().statusCode(401);
        given().post(Person.PATH + "/logout-all").then().statusCode(401);
        Person.post("/password/change", Map.of("currentPassword", "x", "newPassword", OTHER_PASSWORD))
                .then()
                .statusCode(401);
    }

    private static Response patch(String access, @org.jspecify.annotations.Nullable String ifMatch, String body) {
        var request = given().auth()
                .oauth2(access)
                .contentType("application/merge-patch+json")
                .body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).patch(Person.PATH + "/me");
    }

    private static Response change(String access, String old, String replacement) {
        return given().auth()
                .oauth2(access)
                .contentType("application/json")
                .body(Map.of("currentPassword", old, "newPassword", replacement))
                .post(Person.PATH + "/password/change");
    }

    private static Response reset(String token, String replacement) {
        return Person.post("/password/reset", Map.of("token", token, "newPassword", replacement));
    }

    private static Response delete(String access, String password) {
        return given().auth()
                .oauth2(access)
                .contentType("application/json")
                .body(Map.of("password", password))
                .delete(Person.PATH + "/me");
    }
}
