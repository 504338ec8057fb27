package org.tallybook.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallybook.e2e.stage.Problems.assertProblem;

import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.e2e.client.Account;
import org.tallybook.e2e.client.Answer;
import org.tallybook.e2e.client.Api;
import org.tallybook.e2e.client.Browser;
import org.tallybook.e2e.client.Json;
import org.tallybook.e2e.client.Mailbox;
import org.tallybook.e2e.client.Person;
import org.tallybook.e2e.stage.EndToEnd;

/** Who is signed in, and when no longer: the same answer from every service. */
@EndToEnd
class SessionIT {

    private final Api api;
    private final Account account = Account.unique("UTC");
    private final Mailbox mailbox;

    SessionIT(Api api, Mailbox mailbox) {
        this.api = api;
        this.mailbox = mailbox;
    }

    /** One protected call of each service. */
    static List<String> everyService() {
        return List.of(
                "/api/v1/auth/me",
                "/api/v1/trackers",
                "/api/v1/logs",
                "/api/v1/reports/monthly/" + YearMonth.now(ZoneOffset.UTC));
    }

    @BeforeEach
    void register() {
        account.register(api);
    }

    @Test
    void nobodySignsInBeforeTheAddressIsVerified() {
        Answer before = api.post("/api/v1/auth/login").json(account.login()).send();
        account.verify(api, mailbox);

        assertProblem(before, 403, "email-not-verified");
        assertThat(account.signIn(api).id()).isNotNull();
    }

    @Test
    void aVerificationLinkWorksOnce() {
        String token = mailbox.awaitToken(account.email());
        var body = Json.object().put("token", token);
        api.post("/api/v1/auth/verify-email").json(body).send().expect(204);

        assertProblem(api.post("/api/v1/auth/verify-email").json(body).send(), 400);
    }

    @Test
    void registeringAgainTellsNothingAndChangesNothing() {
        account.verify(api, mailbox);
        var thief = account.registration().put("password", "another password of a thief");

        Answer again = api.post("/api/v1/auth/register").json(thief).send();

        assertThat(again.status()).isEqualTo(202);
        var login = Json.object().put("login", account.email()).put("password", "another password of a thief");
        assertProblem(api.post("/api/v1/auth/login").json(login).send(), 401, "invalid-credentials");
        assertThat(account.signIn(api).id()).isNotNull();
    }

    /** Less is done for an address that has an account, so answers keep a pace; see docs/security.md. */
    @Test
    void aRegistrationIsNotAnsweredBeforeItsTime() {
        account.verify(api, mailbox);
        long begin = System.nanoTime();

        api.post("/api/v1/auth/register").json(account.registration()).send().expect(202);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(250));
    }

    @Test
    void aWrongPasswordAndAnUnknownUserLookTheSame() {
        account.verify(api, mailbox);
        Answer wrong = login(account.email(), "not the password of this user");
        Answer unknown = login("nobody@example.org", "not the password of this user");

        assertProblem(wrong, 401, "invalid-credentials");
        assertThat(withoutTrace(unknown)).isEqualTo(withoutTrace(wrong));
    }

    @ParameterizedTest
    @MethodSource("everyService")
    void everyServiceDemandsASignIn(String path) {
        assertProblem(api.get(path).send(), 401);
        assertProblem(api.get(path).bearer("nonsense").send(), 401);
        assertProblem(
                api.get(path).header("Authorization", "Basic dXNlcjpwYXNz").send(), 401);
        assertProblem(
                api.get(path).header("Cookie", "__Host-sid=" + "A".repeat(43)).send(), 401);
    }

    @ParameterizedTest
    @MethodSource("everyService")
    void aTokenCountsOnlyInItsPlaceAndUnchanged(String path) {
        Person person = signIn();
        String[] parts = person.accessToken().split("\\.");
        String noAlgorithm = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        "{\"alg\":\"none\",\"typ\":\"at+jwt\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertProblem(api.get(path + "?access_token=" + person.accessToken()).send(), 401);
        assertProblem(api.get(path).bearer(noAlgorithm + "." + parts[1] + ".").send(), 401);
        assertProblem(
                api.get(path)
                        .bearer(parts[0] + "." + parts[1] + "." + parts[2].substring(4) + "AAAA")
                        .send(),
                401);
        assertProblem(api.get(path).bearer(person.refreshToken()).send(), 401);
        api.get(path).bearer(person.accessToken()).send().expect(200);
    }

    @Test
    void logoutKillsTheAccessTokenAtOnceEverywhere() {
        Person person = signIn();
        everyService().forEach(path -> person.get(path).send().expect(200));

        person.post("/api/v1/auth/logout").send().expect(204);

        for (String path : everyService()) {
            assertProblem(person.get(path).send(), 401);
        }
        var refresh = Json.object().put("refreshToken", person.refreshToken());
        assertProblem(api.post("/api/v1/auth/refresh").json(refresh).send(), 401);
    }

    @Test
    void logoutKillsTheCookieAtOnceEverywhere() {
        Browser browser = browse();
        everyService().forEach(path -> browser.get(path).send().expect(200));
        String stolen = browser.cookies();

        Answer logout = browser.post("/api/v1/auth/logout").send().expect(204);

        assertThat(logout.headerValues("Set-Cookie")).anyMatch(field -> field.contains("Max-Age=0"));
        for (String path : everyService()) {
            assertProblem(api.get(path).header("Cookie", stolen).send(), 401);
        }
    }

    @Test
    void logoutOfOneDeviceLeavesTheOther() {
        Person phone = signIn();
        Browser laptop = new Browser(api);
        laptop.signIn(account);

        laptop.post("/api/v1/auth/logout").send().expect(204);

        everyService().forEach(path -> phone.get(path).send().expect(200));
    }

    @Test
    void logoutOfAllDevicesLeavesNone() {
        Person phone = signIn();
        Browser laptop = new Browser(api);
        laptop.signIn(account);

        phone.post("/api/v1/auth/logout-all").send().expect(204);

        for (String path : everyService()) {
            assertProblem(phone.get(path).send(), 401);
            assertProblem(laptop.get(path).send(), 401);
        }
        assertThat(account.signIn(api).id()).isEqualTo(phone.id());
    }

    @Test
    void aBrowserNeverSeesAToken() {
        account.verify(api, mailbox);
        Browser browser = new Browser(api);

        String seen = browser.signIn(account).toString();

        assertThat(seen).doesNotContain("accessToken", "refreshToken", "\"session\"", "eyJ");
        assertThat(browser.cookies()).contains("__Host-sid=");
    }

    @Test
    void theSessionCookieIsOutOfReachForScriptsAndOtherSites() {
        account.verify(api, mailbox);
        Browser browser = new Browser(api);
        browser.fetchCsrf();
        Answer login = browser.post("/api/v1/auth/login")
                .header("X-Session-Mode", "cookie")
                .json(account.login())
                .send()
                .expect(200);

        assertThat(login.headerValues("Set-Cookie"))
                .anySatisfy(field -> assertThat(field)
                        .startsWith("__Host-sid=")
                        .contains("HttpOnly", "Secure", "SameSite=Strict", "Path=/")
                        .doesNotContain("Domain"));
    }

    @Test
    void anApiClientNeverGetsACookie() {
        Person person = signIn();

        assertThat(Stream.concat(Stream.of("/api/v1/auth/csrf"), everyService().stream())
                        .flatMap(path -> person.get(path).send().headerValues("Set-Cookie").stream()))
                .isEmpty();
    }

    @Test
    void aCookieAndATokenTogetherAreRefused() {
        Browser browser = browse();

        Answer both = browser.get("/api/v1/trackers")
                .bearer(account.signIn(api).accessToken())
                .send();

        assertProblem(both, 400, "ambiguous-credentials");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no token", "wrong token", "no origin", "foreign origin"})
    void aForgedWriteOfABrowserIsRefused(String forgery) {
        Browser browser = browse();
        var call = api.post("/api/v1/trackers")
                .header("Cookie", browser.cookies())
                .json(Json.object().put("name", "Forged").put("type", "NOTE"));
        if (!forgery.equals("no origin")) {
            call.header("Origin", forgery.equals("foreign origin") ? "https://evil.example" : api.origin());
        }
        if (!forgery.equals("no token")) {
            call.header("X-CSRF-Token", forgery.equals("wrong token") ? "A".repeat(64) : browser.csrf());
        }

        assertProblem(call.send(), 403);
        assertThat(browser.get("/api/v1/trackers").send().json().required("items"))
                .isEmpty();
    }

    private Person signIn() {
        account.verify(api, mailbox);
        return account.signIn(api);
    }

    private Browser browse() {
        account.verify(api, mailbox);
        Browser browser = new Browser(api);
        browser.signIn(account);
        return browser;
    }

    private Answer login(String login, String password) {
        return api.post("/api/v1/auth/login")
                .json(Json.object().put("login", login).put("password", password))
                .send();
    }

    private static String withoutTrace(Answer answer) {
        return answer.text().replace(answer.json().path("traceId").asText(), "");
    }
}
