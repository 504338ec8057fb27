package org.tallybook.auth.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.problem.Rejected;
import org.tallybook.kit.test.stack.TallybookStack;

@QuarkusTest
@WithTestResource(TallybookStack.class)
class RecentProofIT {

    @Inject
    RecentProof proof;

    @Test
    void signingInIsAProofForTenMinutes() {
        JsonPath login = Person.verified().login();
        SessionId session = sessionOf(login);

        assertThatCode(() -> require(session)).doesNotThrowAnyException();
        age(session, "9 minutes 50 seconds");
        assertThatCode(() -> require(session)).doesNotThrowAnyException();
        age(session, "10 minutes 1 second");
        assertRefused(session);
        Person.me(login.getString("accessToken")).then().statusCode(200);
    }

    @Test
    void aRefreshIsNoProof() {
        JsonPath login = Person.verified().login();
        SessionId session = sessionOf(login);
        age(session, "11 minutes");

        Person.refresh(login.getString("refreshToken")).then().statusCode(200);

        assertRefused(session);
    }

    @Test
    void thePasswordRenewsTheProofOfThisSessionAlone() {
        Person ada = Person.verified();
        JsonPath phone = ada.login();
        JsonPath laptop = ada.login();
        age(sessionOf(phone), "11 minutes");
        age(sessionOf(laptop), "11 minutes");

        sudo(laptop.getString("accessToken"), Map.of("password", ada.password()))
                .then()
                .statusCode(204);

        assertThatCode(() -> require(sessionOf(laptop))).doesNotThrowAnyException();
        assertRefused(sessionOf(phone));
    }

    @Test
    void aWrongPasswordProvesNothingAndSignsNobodyOut() {
        JsonPath login = Person.verified().login();
        String access = login.getString("accessToken");
        age(sessionOf(login), "11 minutes");

        sudo(access, Map.of("password", "not the password"))
                .then()
                .statusCode(403)
                .body("type", equalTo("https://tallybook.org/problems/password-wrong"));
        sudo(access, Map.of("password", "")).then().statusCode(400);
        sudo(access, Map.of()).then().statusCode(400);
        sudo(access, Map.of("password", "x", "session", "y")).then().statusCode(400);

        assertRefused(sessionOf(login));
        Person.me(access).then().statusCode(200);
    }

    @Test
    void nobodyProvesWithoutASession() {
        given().contentType("application/json")
                .body(Map.of("password", Person.PASSWORD))
                .post(Person.PATH + "/sudo")
                .then()
                .statusCode(401);
        assertRefused(new SessionId(UUID.randomUUID()));
    }

    private void require(SessionId session) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> proof.require(session));
    }

    private void assertRefused(SessionId session) {
        assertThatThrownBy(() -> require(session))
                .isInstanceOfSatisfying(
                        Rejected.class, refused -> assertThat(refused.slug()).isEqualTo(SessionSlugs.PROOF_REQUIRED));
    }

    private static void age(SessionId session, String by) {
        int aged = TestDatabase.update(
                "UPDATE session SET proved_at = now() - ?::interval WHERE id = ?", by, session.value());
        assertThat(aged).isEqualTo(1);
    }

    private static SessionId sessionOf(JsonPath login) {
        String current = given().auth()
                .oauth2(login.getString("accessToken"))
                .get(Person.PATH + "/sessions")
                .jsonPath()
                .getString("items.find { it.current }.id");
        return new SessionId(UUID.fromString(current));
    }

    private static Response sudo(String access, Map<String, String> body) {
        return given().auth()
                .oauth2(access)
                .contentType("application/json")
                .body(body)
                .post(Person.PATH + "/sudo");
    }
}
