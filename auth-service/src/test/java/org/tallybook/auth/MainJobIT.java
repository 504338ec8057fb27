package org.tallybook.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.support.Person;
import org.tallybook.kit.test.stack.ReceivedMail;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.stack.TestMailbox;

/** From registration to logout, as a client of the API lives it. */
@QuarkusTest
@WithTestResource(TallybookStack.class)
class MainJobIT {

    @Test
    void registersVerifiesSignsInAndSignsOut() {
        Person ada = Person.stranger();

        ada.register();
        ada.tryLogin()
                .then()
                .statusCode(403)
                .body("type", equalTo("https://tallybook.org/problems/email-not-verified"));
        ada.verify();
        JsonPath tokens = ada.login();
        String access = tokens.getString("accessToken");

        assertThat(access.length()).isLessThan(1024);
        assertThat(tokens.getString("tokenType")).isEqualTo("Bearer");
        assertThat(tokens.getInt("expiresIn")).isEqualTo(300);
        assertThat(tokens.getString("refreshToken")).hasSize(43);
        assertThat(tokens.getString("user.timeZone")).isEqualTo("Europe/Berlin");
        assertThat(tokens.getBoolean("user.emailVerified")).isTrue();
        Person.me(access)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("username", equalTo(ada.username()))
                .body("dayStart", equalTo("00:00"))
                .body("roles", equalTo(java.util.List.of("user")));

        given().auth().oauth2(access).post(Person.PATH + "/logout").then().statusCode(204);

        Person.me(access).then().statusCode(401);
        Person.refresh(tokens.getString("refreshToken")).then().statusCode(401);
    }

    @Test
    void mailsALinkThatStartsWithThePublicUrlAndHasAStableMessageId() {
        Person ada = Person.stranger();

        given().header("Host", "evil.example")
                .contentType("application/json")
                .body(Map.of("email", ada.email(), "username", ada.username(), "password", ada.password()))
                .post(Person.PATH + "/register")
                .then()
                .statusCode(202);

        ReceivedMail mail = TestMailbox.open().await(ada.email());
        assertThat(mail.subject()).isEqualTo("Confirm your e-mail address");
        assertThat(mail.text()).contains("http://localhost:8080/verify?token=").doesNotContain("evil");
        assertThat(mail.html()).contains("http://localhost:8080/verify?token=").doesNotContain("evil");
        assertThat(mail.messageId()).matches("<[0-9a-f-]{36}@localhost>");
    }

    @Test
    void signsInByUsernameInAnyCase() {
        Person ada = Person.verified();

        Person.post(
                        "/login",
                        Map.of("login", ada.username().toUpperCase(java.util.Locale.ROOT), "password", ada.password()))
                .then()
                .statusCode(200)
                .body("user.id", notNullValue());
    }

    @Test
    void publishesKeysAndDiscovery() {
        given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .body("keys", hasSize(greaterThanOrEqualTo(2)))
                .body("keys[0].alg", equalTo("RS256"))
                .body("keys.findAll { it.d != null || it.p != null || it.k != null }", hasSize(0));
        given().get("/.well-known/openid-configuration")
                .then()
                .statusCode(200)
                .body("issuer", equalTo("http://localhost:8080"))
                .body("jwks_uri", equalTo("http://localhost:8080/.well-known/jwks.json"));
    }
}
