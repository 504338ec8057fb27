package org.tallybook.auth.connection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.auth.secret.Secrets;
import org.tallybook.auth.support.InParallel;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.stack.TestMailbox;

@QuarkusTest
@WithTestResource(TallybookStack.class)
@WithTestResource(FakeProvider.class)
class ConnectionIT {

    private static final String PATH = Person.PATH + "/connections";
    private static final String PROBLEMS = "https://tallybook.org/problems/";

    @jakarta.inject.Inject
    Secrets secrets;

    @ConfigProperty(name = "test.provider.url", defaultValue = "none")
    String acme;

    private Wanderer browser;
    private Person ada;
    private String access;
    private String subject;

    @BeforeEach
    void adaIsSignedIn() {
        browser = Wanderer.anonymous(secrets.internalKey());
        ada = Person.verified();
        access = ada.accessToken();
        subject = String.valueOf(Math.abs(UUID.randomUUID().getMostSignificantBits() >> 8));
    }

    @Test
    void everybodySeesAndTouchesTheirOwnAlone() {
        String id = link("acme", "ok");
        String eve = Person.verified().accessToken();

        get(access)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(id))
                .body("items[0].provider", equalTo("acme"))
                .body("items[0].name", equalTo("N " + subject))
                .body("items[0].state", equalTo("ACTIVE"))
                .body("items[0].linkedAt", notNullValue());
        get(eve).then().body("items", empty());
        refresh(eve, id).then().statusCode(404);
        remove(eve, id).then().statusCode(404);
        refresh(access, UUID.randomUUID().toString()).then().statusCode(404);
        refresh(access, "not-an-id").then().statusCode(404);
        given().get(PATH).then().statusCode(401);
        given().post(PATH + "/" + id + "/refresh").then().statusCode(401);
        given().delete(PATH + "/" + id).then().statusCode(401);
        get(access).then().body("items", hasSize(1));
    }

    @Test
    void gitHubAndSpotifyLinkByTheirProfiles() {
        link("github", null);
        String wave = "wave-" + subject;
        browser.signedIn(access)
                .travel("spotify", Script.of(wave).with("email", ada.email()))
                .then()
                .statusCode(200)
                .body("provider", equalTo("spotify"))
                .body("name", equalTo("N " + wave));

        assertThat(TestDatabase.rows("SELECT subject FROM linked_account WHERE subject IN (?, ?)", subject, wave))
                .containsExactlyInAnyOrder(subject, wave);
    }

    @Test
    void gitHubSignsUpWithItsVerifiedPrimaryAddressAndSpotifyWithNone() {
        String email = "hub." + subject + "@people.example";

        browser.travel("github", Script.of(subject).with("email", email).with("email_verified", false))
                .then()
                .statusCode(403);
        browser.travel("github", Script.of(subject).verified(email))
                .then()
                .statusCode(200)
                .body("user.email", equalTo(email));
        browser.travel("spotify", Script.of("w" + subject).with("email", "w" + email))
                .then()
                .statusCode(403)
                .body("type", equalTo(PROBLEMS + "provider-email-missing"));
    }

    @Test
    void twentyCallersAtOnceAskTheProviderOnce() throws Exception {
        String id = link("acme", "slow");
        expire();

        List<Response> answers = InParallel.times(20, i -> refresh(access, id));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.jsonPath().getString("state")).isEqualTo("ACTIVE"));
        assertThat(refreshes()).isEqualTo(1);
        assertThat(TestDatabase.count(
                        "SELECT count(*) FROM oauth_token WHERE link_id = ?::uuid AND leased_until IS NULL", id))
                .isEqualTo(1);
    }

    @Test
    void waitsForAnotherReplicaThatIsAsking() {
        String id = link("acme", "ok");
        expire();
        TestDatabase.update(
                "UPDATE oauth_token SET leased_until = now() + interval '20 seconds' WHERE link_id = ?::uuid", id);

        CompletableFuture<Response> waiting = CompletableFuture.supplyAsync(() -> refresh(access, id));
        pause(500);
        assertThat(waiting).isNotDone();
        TestDatabase.update(
                "UPDATE oauth_token SET leased_until = NULL, refreshed_at = now(), expires_at = now() + interval '1 hour',"
                        + " version = version + 1 WHERE link_id = ?::uuid",
                id);

        assertThat(waiting.join().statusCode()).isEqualTo(200);
        assertThat(refreshes()).isZero();
    }

    @Test
    void takesOverFromAReplicaThatDiedWhileAsking() {
        String id = link("acme", "ok");
        expire();
        TestDatabase.update(
                "UPDATE oauth_token SET leased_until = now() - interval '1 second' WHERE link_id = ?::uuid", id);

        refresh(access, id).then().statusCode(200).body("state", equalTo("ACTIVE"));

        assertThat(refreshes()).isEqualTo(1);
    }

    @Test
    void aRevokedGrantIsWipedShownAndMailedOnceAndNeverRetried() {
        String id = link("acme", "revoked");
        expire();

        refresh(access, id).then().statusCode(200).body("state", equalTo("REVOKED"));
        refresh(access, id).then().statusCode(200).body("state", equalTo("REVOKED"));

        assertThat(refreshes()).isEqualTo(1);
        get(access).then().body("items[0].state", equalTo("REVOKED"));
        assertThat(TestDatabase.count(
                        "SELECT count(*) FROM oauth_token WHERE link_id = ?::uuid AND access_token IS NULL"
                                + " AND refresh_token IS NULL",
                        id))
                .isEqualTo(1);
        assertThat(audit().stream().filter("LINK_REVOKED"::equals)).hasSize(1);
        TestMailbox.open().await(ada.email(), mail -> mail.subject().contains("not valid any more"));
    }

    @Test
    void linkingAgainHealsARevokedLink() {
        String id = link("acme", "revoked");
        expire();
        refresh(access, id).then().body("state", equalTo("REVOKED"));

        assertThat(link("acme", "ok")).isEqualTo(id);

        get(access).then().body("items", hasSize(1)).body("items[0].state", equalTo("ACTIVE"));
        expire();
        refresh(access, id).then().statusCode(200).body("state", equalTo("ACTIVE"));
    }

    @Test
    void aBusyProviderIsLeftAloneAsLongAsItWants() {
        String id = link("acme", "429");
        expire();

        refresh(access, id).then().statusCode(503).header("Retry-After", equalTo("77"));
        Response again = refresh(access, id);

        again.then().statusCode(503).body("type", equalTo(PROBLEMS + "provider-unavailable"));
        assertThat(Integer.parseInt(again.header("Retry-After"))).isBetween(70, 77);
        assertThat(refreshes()).isEqualTo(1);
        get(access).then().body("items[0].state", equalTo("ACTIVE"));
        assertThat(hasTokens(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "html", "hang"})
    void aProviderInTroubleIsBackedOffFromAndTheTokenKept(String trouble) {
        String id = link("acme", trouble);
        expire();

        refresh(access, id).then().statusCode(503).header("Retry-After", notNullValue());
        refresh(access, id).then().statusCode(503);

        assertThat(refreshes()).isEqualTo(1);
        get(access).then().body("items[0].state", equalTo("ERROR"));
        assertThat(hasTokens(id)).isTrue();
    }

    @Test
    void anAnswerWithoutARefreshTokenKeepsTheOldOne() {
        String id = link("acme", "keep");
        expire();
        refresh(access, id).then().statusCode(200);
        expire();

        refresh(access, id).then().statusCode(200).body("state", equalTo("ACTIVE"));

        assertThat(refreshes()).isEqualTo(2);
    }

    @Test
    void aTokenThatCannotBeRenewedIsOnlyTried() {
        String id = link("github", null);
        expire();

        refresh(access, id).then().statusCode(200).body("state", equalTo("ACTIVE"));

        assertThat(refreshes()).isZero();
    }

    @Test
    void freshTokensAreLeftAlone() {
        String id = link("acme", "ok");

        refresh(access, id).then().statusCode(200);

        assertThat(refreshes()).isZero();
    }

    @Test
    void removesALinkWithItsTokens() {
        String id = link("acme", "ok");

        remove(access, id).then().statusCode(204);

        remove(access, id).then().statusCode(404);
        get(access).then().body("items", empty());
        assertThat(TestDatabase.count("SELECT count(*) FROM oauth_token WHERE link_id = ?::uuid", id))
                .isZero();
        assertThat(audit()).contains("ACCOUNT_UNLINKED");
        browser.travel("acme", Script.of(subject)).then().statusCode(403);
    }

    @Test
    void theLastWayToSignInStays() throws Exception {
        JsonPath only = browser.travel("acme", Script.of(subject).verified("only." + subject + "@people.example"))
                .jsonPath();
        String token = only.getString("accessToken");
        String first = get(token).jsonPath().getString("items[0].id");

        remove(token, first).then().statusCode(409).body("type", equalTo(PROBLEMS + "last-sign-in"));

        String second = browser.signedIn(token)
                .travel("github", Script.of(subject))
                .jsonPath()
                .getString("id");
        List<Response> answers = InParallel.times(2, i -> remove(token, i == 0 ? first : second));
        assertThat(answers.stream().map(Response::statusCode)).containsExactlyInAnyOrder(204, 409);
        get(token).then().body("items", hasSize(1));
    }

    @Test
    void removingNeedsARecentProof() {
        String id = link("acme", "ok");
        TestDatabase.update(
                "UPDATE session SET proved_at = proved_at - interval '11 minutes' WHERE user_id ="
                        + " (SELECT user_id FROM linked_account WHERE id = ?::uuid)",
                id);

        remove(access, id).then().statusCode(403).body("type", equalTo(PROBLEMS + "proof-required"));

        get(access).then().body("items", hasSize(1));
    }

    private String link(String provider, String refresh) {
        Script script =
                refresh == null ? Script.of(subject) : Script.of(subject).with("refresh", refresh);
        Response answer = browser.signedIn(access).travel(provider, script);
        answer.then().statusCode(200);
        return answer.jsonPath().getString("id");
    }

    /** As if the tokens were an hour old. */
    private void expire() {
        TestDatabase.update(
                "UPDATE oauth_token SET refreshed_at = now() - interval '1 hour', expires_at = now() - interval '1 second'"
                        + " WHERE link_id = (SELECT id FROM linked_account WHERE subject = ?)",
                subject);
    }

    private int refreshes() {
        return Integer.parseInt(given().get(acme + "/refreshes/" + subject).asString());
    }

    private static boolean hasTokens(String id) {
        return TestDatabase.count(
                        "SELECT count(*) FROM oauth_token WHERE link_id = ?::uuid AND access_token IS NOT NULL"
                                + " AND refresh_token IS NOT NULL",
                        id)
                == 1;
    }

    private List<String> audit() {
        return given().auth()
                .oauth2(access)
                .get(Person.PATH + "/audit")
                .jsonPath()
                .getList("items.action");
    }

    private static Response get(String token) {
        return given().auth().oauth2(token).get(PATH);
    }

    private static Response refresh(String token, String id) {
        return given().auth().oauth2(token).post(PATH + "/" + id + "/refresh");
    }

    private static Response remove(String token, String id) {
        return given().auth().oauth2(token).delete(PATH + "/" + id);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
