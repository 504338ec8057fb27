package org.tallybook.auth.passkey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.TestBrowser;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.stack.TestMailbox;

/** Registering and removing passkeys, and everybody who answers another question than the one that was asked. */
@QuarkusTest
@WithTestResource(TallybookStack.class)
class PasskeyIT {

    private static final String PATH = Person.PATH + "/passkeys";

    @Inject
    RedisDataSource redis;

    @Test
    void asksForOneThatIsFoundWithoutANameAndVerifiesItsUser() {
        Person ada = Person.verified();
        JsonPath tokens = ada.login();

        JsonPath question = TestBrowser.question(tokens.getString("accessToken"));

        assertThat(question.getString("rp.id")).isEqualTo("localhost");
        assertThat(question.getString("authenticatorSelection.residentKey")).isEqualTo("required");
        assertThat(question.getString("authenticatorSelection.userVerification"))
                .isEqualTo("required");
        assertThat(question.getString("attestation")).isEqualTo("none");
        assertThat(question.getString("challenge")).matches("[A-Za-z0-9_-]{43}");
        assertThat(question.getString("user.id"))
                .matches("[A-Za-z0-9_-]{43}")
                .doesNotContain(tokens.getString("user.id"));
    }

    @Test
    void isRegisteredListedAndRemoved() {
        Person ada = Person.verified();
        JsonPath tokens = ada.login();
        String access = tokens.getString("accessToken");
        var browser = new TestBrowser();

        Response registered = browser.register(access);

        registered
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("passkey.name", equalTo("Phone"))
                .body("recoveryCodes", hasSize(10));
        String id = registered.jsonPath().getString("passkey.id");
        given().auth()
                .oauth2(access)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(id))
                .body("items[0].createdAt", notNullValue())
                .body("items[0].lastUsedAt", nullValue());
        assertThat(TestBrowser.question(access).getList("excludeCredentials")).hasSize(1);
        new TestBrowser().register(access).then().statusCode(201).body("recoveryCodes", hasSize(0));
        TestMailbox.open().await(ada.email(), mail -> mail.subject().contains("passkey was added"));

        remove(Person.verified().accessToken(), id).then().statusCode(404);
        remove(access, UUID.randomUUID().toString()).then().statusCode(404);
        remove(access, "x").then().statusCode(404);
        remove(access, id).then().statusCode(204);
        remove(access, id).then().statusCode(404);
        ada.tryLogin().then().statusCode(401).body("type", containsString("mfa-required"));
        String other = given().auth().oauth2(access).get(PATH).jsonPath().getString("items[0].id");
        remove(access, other).then().statusCode(204);
        ada.tryLogin().then().statusCode(200);
        TestMailbox.open().await(ada.email(), mail -> mail.subject().contains("passkey was removed"));
        assertThat(TestDatabase.count(
                        "SELECT count(*) FROM recovery_code WHERE user_id = ?::uuid", tokens.getString("user.id")))
                .isZero();
        assertThat(TestDatabase.rows(
                        "SELECT action FROM audit_event WHERE user_id = ?::uuid ORDER BY at",
                        tokens.getString("user.id")))
                .contains("PASSKEY_ADDED", "PASSKEY_REMOVED");
    }

    @Test
    void aRegistrationIsGoodOnce() {
        String access = Person.verified().accessToken();
        var credential = new TestBrowser().create(TestBrowser.question(access));
        TestBrowser.add(access, credential).then().statusCode(201);

        refused(TestBrowser.add(access, credential), access, 1);
    }

    @Test
    void aRegistrationOfAnotherUserIsRefused() {
        String eve = Person.verified().accessToken();
        String ada = Person.verified().accessToken();

        refused(TestBrowser.add(ada, new TestBrowser().create(TestBrowser.question(eve))), ada, 0);
    }

    @Test
    void aRegistrationForAnotherPageOrPartyIsRefused() {
        String access = Person.verified().accessToken();

        for (String origin : List.of(
                "https://evil.example",
                "http://localhost:8081",
                "https://localhost:8080",
                "http://localhost.evil.example:8080")) {
            var browser = new TestBrowser().at(origin);
            refused(TestBrowser.add(access, browser.create(TestBrowser.question(access))), access, 0);
        }
        refused(
                TestBrowser.add(access, new TestBrowser().create(TestBrowser.question(access), "evil.example")),
                access,
                0);
    }

    @Test
    void anUnverifiedUserRegistersNothing() throws GeneralSecurityException {
        String access = Person.verified().accessToken();
        Map<String, Object> credential = new HashMap<>(new TestBrowser().create(TestBrowser.question(access)));
        @SuppressWarnings("unchecked")
        Map<String, Object> response = new HashMap<>((Map<String, Object>) credential.get("response"));
        response.put("attestationObject", withoutVerification((String) response.get("attestationObject")));
        credential.put("response", response);

        refused(TestBrowser.add(access, credential), access, 0);
    }

    @Test
    void anAnswerToAnOldOrInventedQuestionIsRefused() {
        String access = Person.verified().accessToken();
        JsonPath question = TestBrowser.question(access);
        JsonPath invented = new JsonPath(question.prettify().replace(question.getString("challenge"), "A".repeat(43)));
        refused(TestBrowser.add(access, new TestBrowser().create(invented)), access, 0);

        JsonPath signIn = given().post(Person.PATH + "/login/passkey/options").jsonPath();
        JsonPath mixed = new JsonPath(
                question.prettify().replace(question.getString("challenge"), signIn.getString("challenge")));
        refused(TestBrowser.add(access, new TestBrowser().create(mixed)), access, 0);

        JsonPath expired = TestBrowser.question(access);
        forgetChallenges();
        refused(TestBrowser.add(access, new TestBrowser().create(expired)), access, 0);
    }

    @Test
    void namesEveryFaultOfABadRequest() {
        String access = Person.verified().accessToken();

        given().auth()
                .oauth2(access)
                .contentType("application/json")
                .body("{\"name\":\"\",\"credential\":{\"type\":\"x\",\"response\":{\"clientDataJSON\":\"!\"}}}")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("errors.field.size()", equalTo(4));
        for (String garbage : List.of("AAAA", "o2NmbXQ", "-____w", "A".repeat(20_000))) {
            var credential = Map.<String, Object>of(
                    "type",
                    "public-key",
                    "response",
                    Map.of("clientDataJSON", "eyJjaGFsbGVuZ2UiOiJBQUFBIn0", "attestationObject", garbage));
            refused(TestBrowser.add(access, credential), access, 0);
        }
    }

    @Test
    void twentyAreEnough() {
        JsonPath tokens = Person.verified().login();
        String access = tokens.getString("accessToken");
        new TestBrowser().register(access).then().statusCode(201);
        TestDatabase.update(
                "INSERT INTO passkey SELECT gen_random_uuid(), user_id, name, sha256(n::text::bytea || credential_id),"
                        + " attested_data, sign_count, backup_eligible, created_at, last_used_at"
                        + " FROM passkey, generate_series(1, 19) n WHERE user_id = ?::uuid",
                tokens.getString("user.id"));

        new TestBrowser().register(access).then().statusCode(409).body("type", containsString("too-many-passkeys"));
    }

    @Test
    void noDeviceLeftAloneAddsOrRemovesOne() {
        JsonPath tokens = Person.verified().login();
        String access = tokens.getString("accessToken");
        String id = new TestBrowser().register(access).jsonPath().getString("passkey.id");
        JsonPath question = TestBrowser.question(access);
        TestDatabase.update(
                "UPDATE session SET proved_at = proved_at - interval '11 minutes' WHERE user_id = ?::uuid",
                tokens.getString("user.id"));

        for (Response refused : List.of(
                given().auth().oauth2(access).post(PATH + "/options"),
                TestBrowser.add(access, new TestBrowser().create(question)),
                remove(access, id))) {
            refused.then().statusCode(403).body("type", containsString("proof-required"));
        }
    }

    @Test
    void aDeletedAccountLeavesNothingAndRedisNamesNobody() {
        Person ada = Person.verified();
        JsonPath tokens = ada.login();
        String access = tokens.getString("accessToken");
        String user = tokens.getString("user.id");
        new TestBrowser().register(access).then().statusCode(201);
        TestBrowser.question(access);

        for (String key : redis.key().keys("tb:passkey:*")) {
            assertThat(key + redis.value(String.class).get(key)).doesNotContain(user, ada.email(), ada.username());
        }
        given().auth()
                .oauth2(access)
                .contentType("application/json")
                .body(Map.of("password", ada.password()))
                .delete(Person.PATH + "/me")
                .then()
                .statusCode(204);

        assertThat(TestDatabase.count("SELECT count(*) FROM passkey WHERE user_id = ?::uuid", user))
                .isZero();
    }

    private void refused(Response answer, String access, int left) {
        answer.then().statusCode(400).body("errors.field", equalTo(List.of("credential")));
        given().auth().oauth2(access).get(PATH).then().body("items", hasSize(left));
    }

    /** The flags follow the hash of the relying party's id; nothing signs them in an attestation of the kind "none". */
    private static String withoutVerification(String attestationObject) throws GeneralSecurityException {
        byte[] bytes = Base64.getUrlDecoder().decode(attestationObject);
        byte[] party = MessageDigest.getInstance("SHA-256").digest("localhost".getBytes(StandardCharsets.US_ASCII));
        int flags =
                new String(bytes, StandardCharsets.ISO_8859_1).indexOf(new String(party, StandardCharsets.ISO_8859_1))
                        + party.length;
        assertThat(bytes[flags] & 0x04).as("user verified").isNotZero();
        bytes[flags] &= ~0x04;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void forgetChallenges() {
        redis.key().keys("tb:passkey:*").forEach(redis.key()::del);
    }

    private static Response remove(String access, String id) {
        return given().auth().oauth2(access).delete(PATH + "/" + id);
    }
}
