package org.tallybook.auth.connection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.auth.secret.Secrets;
import org.tallybook.auth.support.AuthenticatorApp;
import org.tallybook.auth.support.InParallel;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.stack.TestMailbox;

@QuarkusTest
@WithTestResource(TallybookStack.class)
@WithTestResource(FakeProvider.class)
class ProviderSignInIT {

    private static final String PROBLEMS = "https://tallybook.org/problems/";

    @jakarta.inject.Inject
    Secrets secrets;

    @ConfigProperty(name = "test.provider.url", defaultValue = "none")
    String acme;

    private Wanderer browser;
    private String subject;
    private String email;

    @BeforeEach
    void somebodyNew() {
        browser = Wanderer.anonymous(secrets.internalKey());
        subject = UUID.randomUUID().toString();
        email = "acme." + subject.substring(0, 13) + "@people.example";
    }

    @Test
    void listsWhatIsConfiguredAndNothingElse() {
        given().get(Wanderer.PATH)
                .then()
                .statusCode(200)
                .body("items.name", hasItems("acme", "github", "spotify"))
                .body("items.find { it.name == 'acme' }.label", equalTo("Acme"))
                .body("items.find { it.name == 'github' }.label", equalTo("GitHub"));

        browser.authorize("nobody").then().statusCode(404);
        browser.callback("nobody", "x", "y").then().statusCode(404);
    }

    @Test
    void sendsABrowserThereAndGivesAClientTheUrl() {
        Map<String, String> sentWith = browser.leave("acme");

        assertThat(sentWith)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", FakeProvider.CLIENT_ID)
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("scope", "openid email profile")
                .containsKeys("state", "nonce", "code_challenge");
        assertThat(sentWith.get("redirect_uri")).endsWith("/api/v1/auth/oauth/acme/callback");
        browser.request()
                .header("Accept", "text/html")
                .get(Wanderer.PATH + "acme/authorize")
                .then()
                .statusCode(302)
                .header("Location", startsWith(acme + "/authorize?"))
                .header("Cache-Control", containsString("no-store"));
    }

    @Test
    void signsUpWithAVerifiedAddressAndSignsInAgain() {
        JsonPath first = travel(Script.of(subject).verified(email).with("name", "Ada Lovelace"));

        assertThat(first.getString("user.email")).isEqualTo(email);
        assertThat(first.getBoolean("user.emailVerified")).isTrue();
        assertThat(first.getString("user.username")).startsWith("AdaLovelace");
        Person.me(first.getString("accessToken")).then().statusCode(200);
        JsonPath again = travel(Script.of(subject).verified("new." + email));
        assertThat(again.getString("user.id")).isEqualTo(first.getString("user.id"));
        assertThat(again.getString("user.email")).isEqualTo(email);
        String user = first.getString("user.id");
        assertThat(TestDatabase.rows(
                        "SELECT data::jsonb->>'method' FROM outbox WHERE user_id = ?::uuid AND type = 'user.logged-in.v1'",
                        user))
                .containsOnly("OAUTH")
                .hasSize(2);
        assertThat(audit(again)).contains("SIGNED_UP_WITH_PROVIDER", "LOGIN");
    }

    @Test
    void givesTwoOfOneNameDifferentUsernames() {
        String name = "Same" + subject.substring(0, 8);
        JsonPath one = travel(Script.of(subject).verified(email).with("name", name));
        JsonPath other = travel(Script.of(subject + "x").verified("x" + email).with("name", name));

        assertThat(one.getString("user.username")).isEqualTo(name);
        assertThat(other.getString("user.username")).startsWith(name + "-");
    }

    @Test
    void takesNameAndAddressFromTheUserInfo() {
        JsonPath signedUp = travel(Script.of(subject).verified(email).with("only-in-userinfo", true));

        assertThat(signedUp.getString("user.email")).isEqualTo(email);
    }

    @Test
    void signsNobodyUpWithAnAddressThatIsNotVerified() {
        refuses(Script.of(subject).with("email", email), 403, "provider-email-missing");
        refuses(Script.of(subject), 403, "provider-email-missing");

        assertNothingStored();
    }

    @Test
    void neverTakesOverAnAccountByItsAddress() {
        Person ada = Person.verified();
        Person half = Person.stranger();
        half.register();

        refuses(Script.of(subject).verified(ada.email()), 409, "email-has-account");
        refuses(Script.of(subject).verified(ada.email().toUpperCase(Locale.ROOT)), 409, "email-has-account");
        refuses(Script.of(subject).verified(half.email()), 409, "email-has-account");

        assertNothingStored();
    }

    @Test
    void linksForASignedInUserWhoThenSignsInThatWay() {
        Person ada = Person.verified();
        JsonPath session = ada.login();

        Response linked = browser.signedIn(session.getString("accessToken")).travel("acme", Script.of(subject));

        linked.then().statusCode(200).body("provider", equalTo("acme")).body("state", equalTo("ACTIVE"));
        JsonPath signedIn = travel(Script.of(subject));
        assertThat(signedIn.getString("user.id")).isEqualTo(session.getString("user.id"));
        assertThat(audit(signedIn)).contains("ACCOUNT_LINKED");
        TestMailbox.open().await(ada.email(), mail -> mail.text().contains("acme"));
    }

    @Test
    void aUserWhoIsLinkedAlreadyStaysHere() {
        String access = Person.verified().accessToken();
        Wanderer ada = browser.signedIn(access);
        ada.travel("acme", Script.of(subject).with("refresh", "ok")).then().statusCode(200);

        ada.authorize("acme").then().statusCode(200).body("provider", equalTo("acme"));
        ada.request()
                .header("Accept", "text/html")
                .queryParam("returnTo", "/trackers?x=1")
                .get(Wanderer.PATH + "acme/authorize")
                .then()
                .statusCode(303)
                .header("Location", equalTo("/trackers?x=1"));
    }

    @Test
    void anotherUsersLinkIsAConflictAndNeverMoves() {
        Wanderer ada = browser.signedIn(Person.verified().accessToken());
        ada.travel("acme", Script.of(subject)).then().statusCode(200);
        Wanderer eve = Wanderer.anonymous(secrets.internalKey())
                .signedIn(Person.verified().accessToken());

        eve.travel("acme", Script.of(subject))
                .then()
                .statusCode(409)
                .body("type", equalTo(PROBLEMS + "connection-taken"));
        eve.travel("acme", Script.of("second " + subject)).then().statusCode(200);
        assertThat(TestDatabase.count("SELECT count(*) FROM linked_account WHERE subject = ?", subject))
                .isEqualTo(1);
    }

    @Test
    void oneProviderTakesOneLinkOfAUser() {
        Wanderer ada = browser.signedIn(Person.verified().accessToken());
        Map<String, String> first = ada.leave("acme");
        Map<String, String> second = ada.leave("acme");
        ada.comeBack("acme", first, Script.of(subject)).then().statusCode(200);

        ada.comeBack("acme", second, Script.of("another " + subject))
                .then()
                .statusCode(409)
                .body("type", equalTo(PROBLEMS + "connection-exists"));
    }

    @Test
    void tenWhoComeBackAtOnceAsOneNewUserMakeOneAccount() throws Exception {
        List<Response> answers = InParallel.times(
                10,
                i -> Wanderer.anonymous(secrets.internalKey())
                        .travel("acme", Script.of(subject).verified(email)));

        assertThat(answers).anySatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isIn(200, 409));
        assertThat(TestDatabase.count("SELECT count(*) FROM identity WHERE email_key = ?", email))
                .isEqualTo(1);
        assertThat(TestDatabase.count("SELECT count(*) FROM linked_account WHERE subject = ?", subject))
                .isEqualTo(1);
        travel(Script.of(subject));
    }

    @Test
    void aRefusalThereIsA401AndSpendsTheState() {
        Map<String, String> sentWith = browser.leave("acme");

        browser.request()
                .queryParam("state", sentWith.get("state"))
                .queryParam("error", "access_denied")
                .queryParam("error_description", "<script>")
                .get(Wanderer.PATH + "acme/callback")
                .then()
                .statusCode(401)
                .body("type", equalTo(PROBLEMS + "provider-refused"))
                .body("detail", org.hamcrest.Matchers.not(containsString("script")));

        isInvalid(browser.comeBack("acme", sentWith, Script.of(subject).verified(email)));
        assertNothingStored();
    }

    @Test
    void aStateIsGoodOnceAndForOneBrowserAndOneProvider() {
        Script ada = Script.of(subject).verified(email);
        Map<String, String> stolen = browser.leave("acme");
        isInvalid(Wanderer.anonymous(secrets.internalKey()).comeBack("acme", stolen, ada));
        isInvalid(browser.comeBack("acme", stolen, ada));

        isInvalid(browser.comeBack("github", browser.leave("acme"), ada));
        isInvalid(browser.callback("acme", "A".repeat(43), "x"));
        isInvalid(browser.callback("acme", "nonsense", "x"));
        isInvalid(browser.request().queryParam("code", "x").get(Wanderer.PATH + "acme/callback"));
        isInvalid(browser.request()
                .queryParam("state", browser.leave("acme").get("state"))
                .get(Wanderer.PATH + "acme/callback"));
        assertNothingStored();

        Map<String, String> good = browser.leave("acme");
        browser.comeBack("acme", good, ada).then().statusCode(200);
        isInvalid(browser.comeBack("acme", good, ada));
    }

    @Test
    void aCodeIsGoodOnceAndOnlyWithItsVerifier() {
        Map<String, String> first = browser.leave("acme");
        String code = Wanderer.code(first, Script.of(subject).verified(email));
        browser.callback("acme", first.get("state"), code).then().statusCode(200);

        Map<String, String> second = browser.leave("acme");
        isInvalid(browser.callback("acme", second.get("state"), code));
        Map<String, String> third = browser.leave("acme");
        isInvalid(browser.callback(
                "acme",
                third.get("state"),
                Wanderer.code(second, Script.of(subject).verified(email))));
    }

    @Test
    void aBrowserIsBelievedFromTheGatewayAlone() {
        given().header("X-Browser", browser.cookie())
                .header("Accept", "application/json")
                .get(Wanderer.PATH + "acme/authorize")
                .then()
                .statusCode(400)
                .body("type", equalTo(PROBLEMS + "provider-sign-in-invalid"));
    }

    @Test
    void aClientWithoutABrowserLinksWithinItsSession() {
        String access = Person.verified().accessToken();
        String url = given().auth()
                .oauth2(access)
                .get(Wanderer.PATH + "acme/authorize")
                .jsonPath()
                .getString("authorizeUrl");
        Map<String, String> sentWith = Wanderer.query(url);
        String code = Wanderer.code(sentWith, Script.of(subject));

        String other = Person.verified().accessToken();
        isInvalid(given().auth()
                .oauth2(other)
                .queryParam("state", sentWith.get("state"))
                .queryParam("code", code)
                .get(Wanderer.PATH + "acme/callback"));
        Map<String, String> again = Wanderer.query(given().auth()
                .oauth2(access)
                .get(Wanderer.PATH + "acme/authorize")
                .jsonPath()
                .getString("authorizeUrl"));
        given().auth()
                .oauth2(access)
                .queryParam("state", again.get("state"))
                .queryParam("code", Wanderer.code(again, Script.of(subject)))
                .get(Wanderer.PATH + "acme/callback")
                .then()
                .statusCode(200)
                .body("provider", equalTo("acme"));
    }

    @Test
    void whoSignedOutMeanwhileDoesNotLink() {
        String access = Person.verified().accessToken();
        Map<String, String> sentWith = browser.signedIn(access).leave("acme");
        given().auth().oauth2(access).post(Person.PATH + "/logout").then().statusCode(204);

        browser.comeBack("acme", sentWith, Script.of(subject)).then().statusCode(401);

        assertNothingStored();
        browser.signedIn(access).authorize("acme").then().statusCode(401);
    }

    @Test
    void anotherSiteCannotMakeAUserLink() {
        browser.signedIn(Person.verified().accessToken())
                .request()
                .header("Sec-Fetch-Site", "cross-site")
                .get(Wanderer.PATH + "acme/authorize")
                .then()
                .statusCode(403);
    }

    @Test
    void linkingNeedsARecentProof() {
        JsonPath session = Person.verified().login();
        TestDatabase.update(
                "UPDATE session SET proved_at = proved_at - interval '11 minutes' WHERE user_id = ?::uuid",
                session.getString("user.id"));

        browser.signedIn(session.getString("accessToken"))
                .authorize("acme")
                .then()
                .statusCode(403)
                .body("type", equalTo(PROBLEMS + "proof-required"));
    }

    @Test
    void aLockedUserStaysOut() {
        JsonPath user = travel(Script.of(subject).verified(email));
        TestDatabase.update("UPDATE identity SET locked_at = now() WHERE id = ?::uuid", user.getString("user.id"));

        refuses(Script.of(subject), 403, "account-locked");
    }

    @Test
    void aSecondFactorIsAskedForAllTheSame() {
        JsonPath user = travel(Script.of(subject).verified(email));
        AuthenticatorApp.on(user);

        Response answer = browser.travel("acme", Script.of(subject));

        answer.then().statusCode(401).body("type", equalTo(PROBLEMS + "mfa-required"));
        assertThat(answer.jsonPath().getString("mfaToken")).isNotBlank();
    }

    @Test
    void opensACookieSessionForTheGatewayAlone() {
        Map<String, String> sentWith = Wanderer.query(browser.request()
                .header("X-Session-Mode", "cookie")
                .queryParam("returnTo", "/trackers")
                .get(Wanderer.PATH + "acme/authorize")
                .jsonPath()
                .getString("authorizeUrl"));

        JsonPath answer = browser.comeBack("acme", sentWith, Script.of(subject).verified(email))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(answer.getString("session")).matches("[A-Za-z0-9_-]{43}");
        assertThat(answer.getString("returnTo")).isEqualTo("/trackers");
        assertThat(answer.getString("refreshToken")).isNull();
        given().header("X-Session-Mode", "cookie")
                .get(Wanderer.PATH + "acme/authorize")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "///evil.example",
                "/\t/evil.example",
                "\u00a0//evil.example",
                "data:text/html,x",
                "https:evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/x\r\nSet-Cookie: a=b",
                "user@evil.example",
                "/a//b",
                "/a/../b",
                " /",
                "/\u0000",
                "/\u2215evil"
            })
    void returnsToOurOwnSiteAlone(String target) {
        browser.request()
                .queryParam("returnTo", target)
                .get(Wanderer.PATH + "acme/authorize")
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("returnTo"));
    }

    @Test
    void keepsNoTokenOfAProviderInThePlain() {
        travel(Script.of(subject).verified(email).with("refresh", "ok"));

        List<String> rows = TestDatabase.rows(
                "SELECT encode(access_token, 'escape') || encode(refresh_token, 'escape') FROM oauth_token t"
                        + " JOIN linked_account a ON a.id = t.link_id WHERE a.subject = ?",
                subject);

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0))
                .doesNotContain(Script.of(subject).encoded().substring(0, 20))
                .doesNotContain(subject);
    }

    private JsonPath travel(Script script) {
        Response answer = browser.travel("acme", script);
        answer.then().statusCode(200);
        return answer.jsonPath();
    }

    private void refuses(Script script, int status, String slug) {
        browser.travel("acme", script).then().statusCode(status).body("type", equalTo(PROBLEMS + slug));
    }

    private static void isInvalid(Response answer) {
        answer.then().statusCode(400).body("type", equalTo(PROBLEMS + "provider-sign-in-invalid"));
    }

    private void assertNothingStored() {
        assertThat(TestDatabase.count("SELECT count(*) FROM linked_account WHERE subject = ?", subject))
                .isZero();
        assertThat(TestDatabase.count("SELECT count(*) FROM identity WHERE email_key = ?", email))
                .isZero();
    }

    private static List<String> audit(JsonPath signedIn) {
        return given().auth()
                .oauth2(signedIn.getString("accessToken"))
                .get(Person.PATH + "/audit")
                .jsonPath()
                .getList("items.action");
    }
}
