package org.tallybook.auth.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.support.AuthenticatorApp;
import org.tallybook.auth.support.InParallel;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.stack.TestMailbox;

/** What a new password opens and closes, and who can cause one. */
@QuarkusTest
@WithTestResource(TallybookStack.class)
class PasswordIT {

    private static final String NEW_PASSWORD = "amber heron by the river 7";
    private static final String LINK_INVALID = "https://tallybook.org/problems/link-invalid";

    private Person ada;

    @BeforeEach
    void join() {
        ada = Person.verified();
    }

    @Test
    void aResetLinkWorksOnceHoweverManyTryAtOnce() throws Exception {
        String token = forgotten(given());
        List<String> passwords = List.of(
                "amber heron by the river 0",
                "amber heron by the river 1",
                "amber heron by the river 2",
                "amber heron by the river 3",
                "amber heron by the river 4",
                "amber heron by the river 5");

        List<Integer> answers = InParallel.times(
                passwords.size(), i -> reset(token, passwords.get(i)).statusCode());

        assertThat(answers).containsOnlyOnce(204);
        assertThat(Collections.frequency(answers, 400)).isEqualTo(passwords.size() - 1);
        int winner = answers.indexOf(204);
        int loser = (winner + 1) % passwords.size(); // trying all of them would meet the limit of a login
        ada.withPassword(passwords.get(winner)).tryLogin().then().statusCode(200);
        ada.withPassword(passwords.get(loser)).tryLogin().then().statusCode(401);
        reset(token, NEW_PASSWORD).then().statusCode(400).body("type", equalTo(LINK_INVALID));
    }

    @Test
    void aResetEndsEverySessionAndEveryOtherLink() {
        JsonPath phone = ada.login();
        JsonPath laptop = ada.login();
        String first = forgotten(given());
        Person.post("/password/forgot", Map.of("email", ada.email())).then().statusCode(202);
        String second = otherThan(first);

        reset(second, NEW_PASSWORD).then().statusCode(204);

        for (JsonPath session : List.of(phone, laptop)) {
            Person.me(session.getString("accessToken")).then().statusCode(401);
            Person.refresh(session.getString("refreshToken")).then().statusCode(401);
        }
        reset(first, "amber heron by the river 8").then().statusCode(400).body("type", equalTo(LINK_INVALID));
    }

    @Test
    void aResetNeitherSignsInNorBypassesTheSecondFactor() {
        JsonPath tokens = ada.login();
        AuthenticatorApp app = AuthenticatorApp.on(tokens);
        String waiting = ada.tryLogin().path("mfaToken");

        Response answer = reset(forgotten(given()), NEW_PASSWORD);

        answer.then().statusCode(204);
        assertThat(answer.asString()).isEmpty();
        assertThat(answer.cookies()).isEmpty();
        Person.post("/login/mfa", Map.of("mfaToken", waiting, "code", app.code()))
                .then()
                .statusCode(401);
        Response login = ada.withPassword(NEW_PASSWORD).tryLogin();
        login.then().statusCode(401).body("type", containsString("mfa-required"));
        Person.post("/login/mfa", Map.of("mfaToken", login.path("mfaToken"), "code", app.code()))
                .then()
                .statusCode(200);
    }

    @Test
    void aChangeEndsWaitingResetLinksAndEveryOtherSession() {
        JsonPath thief = ada.login();
        String token = forgotten(given());
        String access = ada.accessToken();

        given().auth()
                .oauth2(access)
                .contentType("application/json")
                .body(Map.of("currentPassword", ada.password(), "newPassword", NEW_PASSWORD))
                .post(Person.PATH + "/password/change")
                .then()
                .statusCode(204);

        Person.me(access).then().statusCode(200);
        Person.me(thief.getString("accessToken")).then().statusCode(401);
        reset(token, "amber heron by the river 8").then().statusCode(400).body("type", equalTo(LINK_INVALID));
    }

    @Test
    void aResetLinkExpires() {
        String token = forgotten(given());
        TestDatabase.update("""
                UPDATE mailed_link SET expires_at = now() - interval '1 second' WHERE purpose = 'RESET_PASSWORD'
                    AND user_id = (SELECT id FROM identity WHERE email_key = ?)
                """, ada.email());

        reset(token, NEW_PASSWORD).then().statusCode(400).body("type", equalTo(LINK_INVALID));
        ada.tryLogin().then().statusCode(200);
    }

    /** A link that leads to whoever asked for it would hand the account over with one click. */
    @Test
    void theHostOfARequestNeverEntersAMailedLink() {
        RequestSpecification evil = given().header("Host", "evil.example")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "http")
                .header("Forwarded", "host=evil.example");

        String token = forgotten(evil);

        String text = TestMailbox.open()
                .await(ada.email(), mail -> mail.text().contains(token))
                .text();
        assertThat(text).contains("http://localhost:8080/reset?token=").doesNotContain("evil");
    }

    private String forgotten(RequestSpecification as) {
        as.contentType("application/json")
                .body(Map.of("email", ada.email()))
                .post(Person.PATH + "/password/forgot")
                .then()
                .statusCode(202);
        return ada.mailedToken("reset");
    }

    private String otherThan(String token) {
        String text = TestMailbox.open()
                .await(
                        ada.email(),
                        mail -> mail.text().contains("/reset?token=")
                                && !mail.text().contains(token))
                .text();
        int start = text.indexOf("/reset?token=") + 13;
        return text.substring(start, start + 43);
    }

    private static Response reset(String token, String replacement) {
        return Person.post("/password/reset", Map.of("token", token, "newPassword", replacement));
    }
}
