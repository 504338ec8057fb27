package org.tallybook.auth.connection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallybook.auth.secret.Secrets;
import org.tallybook.auth.support.InParallel;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.test.stack.TallybookStack;

/** What other parts of Tallybook get of a link: an access token that is good, or the reason why there is none. */
@QuarkusTest
@WithTestResource(TallybookStack.class)
@WithTestResource(FakeProvider.class)
class LendingIT {

    private static final String PATH = "/internal/v1/connections/token";
    private static final String SCOPE = "user-read-recently-played";

    @Inject
    Secrets secrets;

    @ConfigProperty(name = "test.provider.url", defaultValue = "none")
    String provider;

    private Wanderer browser;
    private Person ada;
    private String subject;
    private String user;

    @BeforeEach
    void adaIsSignedIn() {
        ada = Person.verified();
        browser = Wanderer.anonymous(secrets.internalKey()).signedIn(ada.accessToken());
        subject = "l" + UUID.randomUUID();
        user = TestDatabase.rows("SELECT id FROM identity WHERE email = ?", ada.email())
                .get(0);
    }

    @Test
    void lendsTheTokenOfTheLinkWithoutAskingTheProvider() {
        link(Script.of(subject).with("refresh", "ok"));

        Response answer = ask(wanted());

        answer.then().statusCode(200);
        assertThat(Script.parse(answer.path("accessToken")).text("sub")).isEqualTo(subject);
        assertThat(answer.<Integer>path("expiresIn")).isBetween(3000, 3600);
        assertThat(answer.<Map<String, Object>>path("")).containsOnlyKeys("accessToken", "expiresIn");
        assertThat(refreshes()).isZero();
    }

    @Test
    void twentyCallersAtOnceGetOneNewToken() throws Exception {
        link(Script.of(subject).with("refresh", "slow"));
        age();

        List<Response> answers = InParallel.times(20, i -> ask(wanted()));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        assertThat(answers.stream().map(answer -> answer.path("accessToken")).collect(Collectors.toSet()))
                .hasSize(1);
        assertThat(refreshes()).isEqualTo(1);
    }

    @Test
    void aTokenThatEndsTooSoonIsRenewed() {
        link(Script.of(subject).with("refresh", "ok"));
        TestDatabase.update(
                "UPDATE oauth_token SET refreshed_at = now() - interval '1 hour', expires_at = now() + interval '90"
                        + " seconds' WHERE link_id = (SELECT id FROM linked_account WHERE subject = ?)",
                subject);

        ask(with("minimumValiditySeconds", 30)).then().statusCode(200);
        assertThat(refreshes()).isZero();
        ask(with("minimumValiditySeconds", 300)).then().statusCode(200);
        assertThat(refreshes()).isEqualTo(1);
    }

    @Test
    void aTokenThatTheProviderRefusedIsRenewedAtOnce() {
        link(Script.of(subject).with("refresh", "ok"));
        String refused = ask(wanted()).path("accessToken");
        TestDatabase.update(
                "UPDATE oauth_token SET refreshed_at = now() - interval '1 minute'"
                        + " WHERE link_id = (SELECT id FROM linked_account WHERE subject = ?)",
                subject);

        ask(with("renew", true)).then().statusCode(200).body("accessToken", not(equalTo(refused)));

        assertThat(refreshes()).isEqualTo(1);
    }

    @Test
    void saysThatTheGrantIsGoneAndThatLinkingAgainHealsIt() {
        link(Script.of(subject).with("refresh", "revoked"));
        age();

        refused(ask(wanted()), 409, "connection-revoked");
        refused(ask(wanted()), 409, "connection-revoked");

        assertThat(refreshes()).isEqualTo(1);
        link(Script.of(subject).with("refresh", "ok"));
        ask(wanted()).then().statusCode(200);
    }

    @Test
    void saysThatThereIsNoLinkOrNoSuchProvider() {
        refused(ask(wanted()), 409, "connection-missing");
        refused(ask(with("userId", UUID.randomUUID())), 409, "connection-missing");
        refused(ask(with("provider", "myspace")), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"none, 200", SCOPE + " other, 200", "other, 409", "'', 409"})
    void knowsWhatWasAllowed(String allowed, int status) {
        link(Script.of(subject).with("refresh", "ok").with("scope", allowed));

        Response answer = ask(wanted());

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 409) {
            refused(answer, 409, "connection-scope-missing");
        }
    }

    @Test
    void allowingItLaterIsNoticed() {
        link(Script.of(subject).with("refresh", "ok").with("scope", "other"));
        refused(ask(wanted()), 409, "connection-scope-missing");

        String page = browser.request()
                .queryParam("again", true)
                .get(Wanderer.PATH + "spotify/authorize")
                .path("authorizeUrl");
        Script all = Script.of(subject).with("refresh", "ok").with("scope", SCOPE);
        browser.comeBack("spotify", Wanderer.query(page), all).then().statusCode(200);

        ask(wanted()).then().statusCode(200);
    }

    @Test
    void aGrantOfUnknownScopesIsForTheProviderToJudge() {
        link(Script.of(subject).with("refresh", "ok").with("scope", "other"));
        TestDatabase.update(
                "UPDATE oauth_token SET scopes = NULL WHERE link_id = (SELECT id FROM linked_account WHERE subject ="
                        + " ?)",
                subject);

        ask(wanted()).then().statusCode(200);
    }

    @Test
    void passesOnForHowLongTheProviderWantsToBeLeftAlone() {
        link(Script.of(subject).with("refresh", "429"));
        age();

        Response answer = ask(wanted());

        refused(answer, 503, "provider-unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("77");
    }

    @Test
    void lendsNothingOfALockedAccount() {
        link(Script.of(subject).with("refresh", "ok"));
        TestDatabase.update("UPDATE identity SET locked_at = now() WHERE id = ?::uuid", user);

        refused(ask(wanted()), 403, "account-locked");
    }

    @Test
    void isForOtherPartsOfTallybookAlone() {
        link(Script.of(subject).with("refresh", "ok"));

        refused(given().contentType("application/json").body(wanted()).post(PATH), 403, "forbidden");
        refused(
                given().auth()
                        .oauth2(ada.accessToken())
                        .header("X-Internal-Key", "guess")
                        .contentType("application/json")
                        .body(wanted())
                        .post(PATH),
                403,
                "forbidden");
        refused(ask(Map.of("userId", user)), 400, "invalid-request");
        refused(ask(with("minimumValiditySeconds", 601)), 400, "invalid-request");
    }

    private void link(Script script) {
        browser.travel("spotify", script).then().statusCode(200);
    }

    private Map<String, Object> wanted() {
        return Map.of("userId", user, "provider", "spotify", "scope", SCOPE);
    }

    private Map<String, Object> with(String field, Object value) {
        Map<String, Object> changed = new HashMap<>(wanted());
        changed.put(field, value);
        return changed;
    }

    private Response ask(Map<String, Object> body) {
        return given().header("X-Internal-Key", secrets.internalKey())
                .contentType("application/json")
                .body(body)
                .post(PATH);
    }

    /** As if the tokens were an hour old. */
    private void age() {
        TestDatabase.update(
                "UPDATE oauth_token SET refreshed_at = now() - interval '1 hour', expires_at = now() - interval '1"
                        + " second' WHERE link_id = (SELECT id FROM linked_account WHERE subject = ?)",
                subject);
    }

    private int refreshes() {
        return Integer.parseInt(given().get(provider + "/refreshes/" + subject).asString());
    }

    private static void refused(Response answer, int status, String slug) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("https://tallybook.org/problems/" + slug));
    }
}
