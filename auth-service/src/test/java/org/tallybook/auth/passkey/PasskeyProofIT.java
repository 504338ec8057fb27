package org.tallybook.auth.passkey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.support.InParallel;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.TestBrowser;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.test.stack.TallybookStack;

/** Proving with a passkey once more who one is, also for who has no password at all. */
@QuarkusTest
@WithTestResource(TallybookStack.class)
class PasskeyProofIT {

    private final TestBrowser phone = new TestBrowser();
    private String access = "";

    @BeforeEach
    void adaSignedInALongTimeAgo() {
        access = Person.verified().accessToken();
        phone.register(access).then().statusCode(201);
        TestDatabase.update("UPDATE session SET proved_at = now() - interval '11 minutes'");
    }

    @Test
    void aPasskeyOpensTheWindowAgain() {
        assertClosed();
        JsonPath question = question(access);
        assertThat(question.getList("allowCredentials")).hasSize(1);
        assertThat(question.getString("userVerification")).isEqualTo("required");

        prove(access, phone.get(question)).then().statusCode(204);

        given().auth().oauth2(access).post(Person.PATH + "/mfa/totp").then().statusCode(200);
    }

    @Test
    void anAnswerIsGoodOnceEvenInParallel() throws Exception {
        Map<String, Object> credential = phone.get(question(access));

        List<Integer> statuses =
                InParallel.times(6, i -> prove(access, credential).statusCode());

        assertThat(statuses).containsOnlyOnce(204).containsOnly(204, 403);
    }

    @Test
    void whatWasAskedForSomethingElseProvesNothing() {
        JsonPath signIn = Person.post("/login/passkey/options", "").jsonPath();
        JsonPath ofAnotherSession = question(anotherSession());

        for (JsonPath question : List.of(signIn, ofAnotherSession)) {
            refused(prove(access, phone.get(question)));
        }
        Map<String, Object> forProof = phone.get(question(access));
        Person.post("/login/passkey", Map.of("credential", forProof)).then().statusCode(401);
        assertClosed();
        Person.me(access).then().statusCode(200);
    }

    @Test
    void thePasskeyOfSomebodyElseProvesNothing() {
        TestBrowser evesPhone = new TestBrowser();
        String eve = Person.verified().accessToken();
        evesPhone.register(eve).then().statusCode(201);

        refused(prove(
                access,
                evesPhone.get(JsonPath.from("{\"rpId\":\"localhost\",\"allowCredentials\":[],\"challenge\":\""
                        + question(access).getString("challenge") + "\"}"))));
        refused(prove(access, phone.withoutVerification().get(question(access))));

        assertClosed();
    }

    @Test
    void whoHasNoneIsNotAskedForOne() {
        String bob = Person.verified().accessToken();

        given().auth()
                .oauth2(bob)
                .post(Person.PATH + "/sudo/passkey/options")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(bob)
                .contentType("application/json")
                .body("{\"credential\":{}}")
                .post(Person.PATH + "/sudo/passkey")
                .then()
                .statusCode(400);
    }

    private String anotherSession() {
        JsonPath signIn = Person.post("/login/passkey/options", "").jsonPath();
        Response answer = Person.post("/login/passkey", Map.of("credential", phone.get(signIn)));
        answer.then().statusCode(200);
        return answer.path("accessToken");
    }

    private void assertClosed() {
        given().auth()
                .oauth2(access)
                .post(Person.PATH + "/mfa/totp")
                .then()
                .statusCode(403)
                .body("type", containsString("proof-required"));
    }

    private static void refused(Response answer) {
        answer.then().statusCode(403).body("type", containsString("passkey-wrong"));
    }

    private static JsonPath question(String access) {
        Response question = given().auth().oauth2(access).post(Person.PATH + "/sudo/passkey/options");
        question.then().statusCode(200).header("Cache-Control", "no-store");
        return question.jsonPath();
    }

    private static Response prove(String access, Map<String, Object> credential) {
        return given().auth()
                .oauth2(access)
                .contentType("application/json")
                .body(Map.of("credential", credential))
                .post(Person.PATH + "/sudo/passkey");
    }
}
