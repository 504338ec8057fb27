package org.tallybook.auth.passkey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.secret.Secrets;
import org.tallybook.auth.support.InParallel;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.TestBrowser;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.stack.TestMailbox;

/** Signing in with a passkey, alone or after a password, and everybody who tries without holding it. */
@QuarkusTest
@WithTestResource(TallybookStack.class)
class PasskeyLoginIT {

    @Inject
    Secrets secrets;

    private Person ada;
    private String user;
    private TestBrowser phone;
    private List<String> recoveryCodes;

    @BeforeEach
    void adaHasAPasskey() {
        ada = Person.verified();
        JsonPath tokens = ada.login();
        user = tokens.getString("user.id");
        phone = new TestBrowser();
        recoveryCodes = phone.register(tokens.getString("accessToken"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getList("recoveryCodes", String.class);
    }

    @Test
    void aPasskeyAloneSignsIn() {
        JsonPath question = question();
        assertThat(question.getList("allowCredentials")).isEmpty();
        assertThat(question.getString("userVerification")).isEqualTo("required");

        Response answer = signIn(phone.get(question));

        answer.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("user.id", equalTo(user))
                .body("tokenType", equalTo("Bearer"));
        Person.me(answer.jsonPath().getString("accessToken")).then().statusCode(200);
        assertThat(TestDatabase.rows(
                        "SELECT (data::json->>'method') || ' ' || (data::json->>'mfa') FROM outbox"
                                + " WHERE user_id = ?::uuid AND type = 'user.logged-in.v1' ORDER BY seq",
                        user))
                .containsExactly("PASSWORD false", "PASSKEY true");
        signIn(phone.get(question())).then().statusCode(200);
    }

    @Test
    void anAnswerIsGoodOnceEvenInParallel() throws Exception {
        Map<String, Object> credential = phone.get(question());

        List<Integer> answers = InParallel.times(8, i -> signIn(credential).statusCode());

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 401);
        refused(signIn(credential));
    }

    @Test
    void anAnswerFromAnotherPageIsRefused() {
        for (String origin : List.of("https://evil.example", "http://localhost:8081", "https://localhost:8080")) {
            refused(signIn(phone.at(origin).get(question())));
        }
        signIn(phone.at(TestBrowser.OWN).get(question())).then().statusCode(200);
    }

    @Test
    void anUnverifiedUserIsRefused() {
        refused(signIn(phone.withoutVerification().get(question())));
    }

    @Test
    void whatWasTamperedWithIsRefused() {
        for (String member : List.of("authenticatorData", "signature", "userHandle")) {
            Map<String, Object> credential = new HashMap<>(phone.get(question()));
            @SuppressWarnings("unchecked")
            Map<String, Object> response = new HashMap<>((Map<String, Object>) credential.get("response"));
            byte[] bytes = Base64.getUrlDecoder().decode((String) response.get(member));
            bytes[8] ^= 1;
            response.put(member, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            credential.put("response", response);

            refused(signIn(credential));
        }
        Map<String, Object> anonymous = new HashMap<>(phone.get(question()));
        @SuppressWarnings("unchecked")
        Map<String, Object> response = new HashMap<>((Map<String, Object>) anonymous.get("response"));
        response.remove("userHandle");
        anonymous.put("response", response);
        refused(signIn(anonymous));
    }

    @Test
    void aPasskeyThatNobodyRegisteredIsRefused() {
        String access = Person.verified().accessToken();
        var stranger = new TestBrowser();
        stranger.create(TestBrowser.question(access));

        refused(signIn(stranger.get(question())));
    }

    @Test
    void aCounterThatGoesBackIsRefusedAndTold() {
        signIn(phone.get(question())).then().statusCode(200);
        TestDatabase.update("UPDATE passkey SET sign_count = 1000 WHERE user_id = ?::uuid", user);

        refused(signIn(phone.get(question())));

        TestMailbox.open().await(ada.email(), mail -> mail.subject().contains("passkey was refused"));
        assertThat(TestDatabase.count(
                        "SELECT count(*) FROM audit_event WHERE user_id = ?::uuid AND action = 'PASSKEY_REFUSED'",
                        user))
                .isEqualTo(1);
        assertThat(TestDatabase.count("SELECT sign_count FROM passkey WHERE user_id = ?::uuid", user))
                .isEqualTo(1000);
    }

    @Test
    void aLockedUserIsNotSignedIn() {
        TestDatabase.update("UPDATE identity SET locked_at = now() WHERE id = ?::uuid", user);

        signIn(phone.get(question())).then().statusCode(403).body("type", containsString("account-locked"));
    }

    @Test
    void aRemovedPasskeySignsNobodyIn() {
        TestDatabase.update("DELETE FROM passkey WHERE user_id = ?::uuid", user);

        refused(signIn(phone.get(question())));
    }

    @Test
    void opensABrowserSessionForTheGatewayAlone() {
        Map<String, Object> body = Map.of("credential", phone.get(question()), "remember", true);
        given().header("X-Session-Mode", "cookie")
                .contentType("application/json")
                .body(body)
                .post(Person.PATH + "/login/passkey")
                .then()
                .statusCode(400)
                .body("type", containsString("session-mode-not-allowed"));

        JsonPath answer = given().header("X-Session-Mode", "cookie")
                .header("X-Internal-Key", secrets.internalKey())
                .contentType("application/json")
                .body(body)
                .post(Person.PATH + "/login/passkey")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(answer.getString("session")).matches("[A-Za-z0-9_-]{43}");
        assertThat(answer.getBoolean("persistent")).isTrue();
        assertThat(answer.getString("refreshToken")).isNull();
    }

    @Test
    void finishesAPasswordsSignIn() {
        Response login = ada.tryLogin();
        login.then()
                .statusCode(401)
                .body("type", containsString("mfa-required"))
                .body("methods", contains("passkey", "recovery-code"));
        String token = login.jsonPath().getString("mfaToken");
        JsonPath question = stepQuestion(token);
        assertThat(question.getList("allowCredentials")).hasSize(1);

        finish(token, phone.get(question)).then().statusCode(200).body("user.id", equalTo(user));

        assertThat(TestDatabase.rows(
                                "SELECT (data::json->>'method') || ' ' || (data::json->>'mfa') FROM outbox"
                                        + " WHERE user_id = ?::uuid AND type = 'user.logged-in.v1' ORDER BY seq DESC",
                                user)
                        .get(0))
                .isEqualTo("PASSWORD true");
        given().contentType("application/json")
                .body(Map.of("mfaToken", token))
                .post(Person.PATH + "/login/mfa/passkey/options")
                .then()
                .statusCode(401)
                .body("type", containsString("mfa-token-invalid"));
    }

    @Test
    void aRecoveryCodeHelpsWhoHasLostThePasskey() {
        String token = ada.tryLogin().jsonPath().getString("mfaToken");

        Person.post("/login/mfa", Map.of("mfaToken", token, "code", recoveryCodes.get(0)))
                .then()
                .statusCode(200);
    }

    @Test
    void anotherUsersPasskeyFinishesNothing() {
        Person eve = Person.verified();
        var evesPhone = new TestBrowser();
        evesPhone.register(eve.accessToken()).then().statusCode(201);
        String token = ada.tryLogin().jsonPath().getString("mfaToken");
        JsonPath question = new JsonPath(stepQuestion(token)
                .prettify()
                .replaceAll("\"allowCredentials\": \\[[^]]*]", "\"allowCredentials\": []"));

        finish(token, evesPhone.get(question)).then().statusCode(401).body("type", containsString("mfa-failed"));
    }

    @Test
    void anAnswerToAnotherQuestionFinishesNothing() {
        String token = ada.tryLogin().jsonPath().getString("mfaToken");
        String other = ada.tryLogin().jsonPath().getString("mfaToken");

        finish(token, phone.get(question())).then().statusCode(401).body("type", containsString("mfa-failed"));
        finish(token, phone.get(stepQuestion(other))).then().statusCode(401);
        refused(signIn(phone.get(stepQuestion(token))));
        finish(token, phone.get(stepQuestion(token))).then().statusCode(200);
    }

    @Test
    void aBadPasskeyCountsAsAWrongCode() {
        String token = ada.tryLogin().jsonPath().getString("mfaToken");
        for (int i = 0; i < 5; i++) {
            finish(token, phone.get(question())).then().statusCode(401).body("type", containsString("mfa-failed"));
        }

        given().contentType("application/json")
                .body(Map.of("mfaToken", token))
                .post(Person.PATH + "/login/mfa/passkey/options")
                .then()
                .statusCode(401);
        Person.post("/login/mfa", Map.of("mfaToken", token, "code", recoveryCodes.get(0)))
                .then()
                .statusCode(401)
                .body("type", containsString("mfa-token-invalid"));
    }

    @Test
    void garbageIsABadRequestOrARefusalAndNeverAFault() {
        Person.post("/login/passkey", Map.of()).then().statusCode(400);
        Person.post("/login/passkey", Map.of("credential", Map.of("id", "!", "type", "public-key")))
                .then()
                .statusCode(400)
                .body("errors.field", hasSize(2));
        for (String clientData : List.of("AAAA", "e30", "bnVsbA", "eyJjaGFsbGVuZ2UiOiIhIn0", "W10")) {
            refused(signIn(Map.of(
                    "id",
                    "AAAA",
                    "type",
                    "public-key",
                    "response",
                    Map.of("clientDataJSON", clientData, "authenticatorData", "AAAA", "signature", "AAAA"))));
        }
    }

    private static JsonPath question() {
        return given().post(Person.PATH + "/login/passkey/options")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .jsonPath();
    }

    private static JsonPath stepQuestion(String token) {
        return given().contentType("application/json")
                .body(Map.of("mfaToken", token))
                .post(Person.PATH + "/login/mfa/passkey/options")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Response signIn(Map<String, Object> credential) {
        return Person.post("/login/passkey", Map.of("credential", credential));
    }

    private static Response finish(String token, Map<String, Object> credential) {
        return Person.post("/login/mfa/passkey", Map.of("mfaToken", token, "credential", credential));
    }

    private static void refused(Response answer) {
        answer.then().statusCode(401).body("type", equalTo("https://tallybook.org/problems/passkey-invalid"));
    }
}
