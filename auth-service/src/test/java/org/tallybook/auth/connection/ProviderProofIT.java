package org.tallybook.auth.connection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.secret.Secrets;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.test.stack.TallybookStack;

/** Who signed up with a provider has no password, and proves by a fresh sign-in there who they are. */
@QuarkusTest
@WithTestResource(TallybookStack.class)
@WithTestResource(FakeProvider.class)
class ProviderProofIT {

    @Inject
    Secrets secrets;

    private String subject = "";
    private String access = "";
    private Wanderer browser = Wanderer.anonymous("");

    @BeforeEach
    void adaSignedUpALongTimeAgo() {
        subject = UUID.randomUUID().toString();
        Wanderer stranger = Wanderer.anonymous(secrets.internalKey());
        Response signedUp = stranger.travel("acme", ada().verified("acme." + subject + "@people.example"));
        signedUp.then().statusCode(200);
        access = signedUp.path("accessToken");
        browser = stranger.signedIn(access);
        TestDatabase.update(
                "UPDATE session SET proved_at = now() - interval '11 minutes' WHERE user_id = ?::uuid",
                signedUp.<String>path("user.id"));
    }

    @Test
    void aFreshSignInThereOpensTheWindowOfThisSession() {
        assertClosed();
        Map<String, String> sentWith = leave(browser);
        assertThat(sentWith).containsEntry("prompt", "login").containsEntry("max_age", "0");

        Response back = browser.comeBack("acme", sentWith, ada().with("auth_age", 5));

        back.then().statusCode(200).body("provider", equalTo("acme")).body("state", equalTo("ACTIVE"));
        given().auth().oauth2(access).post(Person.PATH + "/mfa/totp").then().statusCode(200);
    }

    @Test
    void aBrowserComesBackToThePageItLeft() {
        Response away = browser.request()
                .header("Accept", "text/html")
                .queryParam("prove", "true")
                .queryParam("returnTo", "/settings")
                .get(Wanderer.PATH + "acme/authorize");
        away.then().statusCode(302);
        Map<String, String> sentWith = Wanderer.query(away.header("Location"));

        Response back = browser.request()
                .header("Accept", "text/html")
                .queryParam("state", sentWith.get("state"))
                .queryParam("code", Wanderer.code(sentWith, ada()))
                .get(Wanderer.PATH + "acme/callback");

        back.then().statusCode(303);
        assertThat(back.header("Location")).isEqualTo("/settings");
        given().auth().oauth2(access).post(Person.PATH + "/mfa/totp").then().statusCode(200);
    }

    @Test
    void anotherAccountThereProvesNothingAndIsNotLinked() {
        String other = UUID.randomUUID().toString();

        browser.comeBack("acme", leave(browser), Script.of(other))
                .then()
                .statusCode(403)
                .body("type", containsString("provider-user-wrong"));

        assertClosed();
        assertThat(TestDatabase.count("SELECT count(*) FROM linked_account WHERE subject = ?", other))
                .isZero();
    }

    @Test
    void aSignInOfYesterdayProvesNothing() {
        browser.comeBack("acme", leave(browser), ada().with("auth_age", 86_400))
                .then()
                .statusCode(502)
                .body("type", containsString("provider-failed"));

        assertClosed();
    }

    @Test
    void aSessionThatEndedMeanwhileIsNotProved() {
        Map<String, String> sentWith = leave(browser);
        given().auth().oauth2(access).post(Person.PATH + "/logout").then().statusCode(204);

        Wanderer left = new Wanderer(browser.internalKey(), browser.cookie(), null);
        left.comeBack("acme", sentWith, ada()).then().statusCode(401);
    }

    @Test
    void whoIsNotSignedInOrNotLinkedThereIsNotSent() {
        prove(Wanderer.anonymous(secrets.internalKey()))
                .then()
                .statusCode(401)
                .body("type", containsString("unauthenticated"));
        prove(browser.signedIn(Person.verified().accessToken())).then().statusCode(404);
    }

    @Test
    void whoHasNoPasswordDeletesTheAccountByAFreshProof() {
        delete(access).then().statusCode(403).body("type", containsString("proof-required"));

        browser.comeBack("acme", leave(browser), ada()).then().statusCode(200);

        delete(access).then().statusCode(204);
        Person.me(access).then().statusCode(401);
        delete(Person.verified().accessToken()).then().statusCode(400).body("errors[0].field", equalTo("password"));
    }

    private static Response delete(String access) {
        return given().auth()
                .oauth2(access)
                .contentType("application/json")
                .body("{}")
                .delete(Person.PATH + "/me");
    }

    private Script ada() {
        return Script.of(subject);
    }

    private static Map<String, String> leave(Wanderer who) {
        Response away = prove(who);
        away.then().statusCode(200);
        return Wanderer.query(away.path("authorizeUrl"));
    }

    private static Response prove(Wanderer who) {
        return who.request().queryParam("prove", "true").get(Wanderer.PATH + "acme/authorize");
    }

    private void assertClosed() {
        given().auth()
                .oauth2(access)
                .post(Person.PATH + "/mfa/totp")
                .then()
                .statusCode(403)
                .body("type", containsString("proof-required"));
    }
}
