package org.tallybook.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallybook.gateway.fake.Client.field;
import static org.tallybook.gateway.fake.Client.json;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.RedisAPI;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tallybook.gateway.fake.Client;
import org.tallybook.gateway.fake.FakeAuth;
import org.tallybook.gateway.fake.Fakes;
import org.tallybook.kit.test.stack.TallybookStack;

@QuarkusTest
@WithTestResource(TallybookStack.class)
class SessionIT {

    private static final String JSON = "application/json";

    private final Client client = new Client();
    private final FakeAuth auth = Fakes.auth();

    @Inject
    RedisAPI redis;

    @BeforeAll
    static void startUpstreams() {
        Fakes.tracker();
    }

    @Test
    void aBrowserSignsInReadsWritesAndSignsOut() throws Exception {
        HttpResponse<String> login = signIn("{\"login\":\"ada\",\"password\":\"right\",\"remember\":true}");
        String cookie = cookie(login, "__Host-sid");
        String csrf = json(login).getString("csrfToken");

        assertThat(login.statusCode()).isEqualTo(200);
        assertThat(json(login).fieldNames()).containsExactlyInAnyOrder("user", "csrfToken");
        assertThat(setCookie(login, "__Host-sid"))
                .contains("; HttpOnly")
                .contains("; Secure")
                .contains("; SameSite=Strict")
                .contains("; Max-Age=2592000");
        assertThat(field(login, "Cache-Control")).isEqualTo("no-store");

        assertThat(client.get("/api/v1/auth/me", "Cookie", cookie).statusCode()).isEqualTo(200);
        assertThat(write(cookie, csrf).statusCode()).isEqualTo(200);
        assertThat(keysNaming(cookie.split("=")[1]))
                .as("Redis never sees the cookie")
                .isEmpty();

        var logout = client.send(
                "POST", "/api/v1/auth/logout", null, "Cookie", cookie, "Origin", Client.OWN, "X-CSRF-Token", csrf);
        assertThat(logout.statusCode()).isEqualTo(204);
        assertThat(setCookie(logout, "__Host-sid")).contains("; Max-Age=0");
        var afterwards = client.get("/api/v1/auth/me", "Cookie", cookie);
        assertThat(afterwards.statusCode()).isEqualTo(401);
        assertThat(setCookie(afterwards, "__Host-sid")).contains("; Max-Age=0");
    }

    @Test
    void aBrowserSessionIsForgottenWithTheBrowserUnlessRemembered() {
        assertThat(setCookie(signIn("{\"login\":\"ada\",\"password\":\"right\"}"), "__Host-sid"))
                .doesNotContain("Max-Age");
    }

    @Test
    void theQuestionForASecondFactorReachesTheBrowserWithoutACookie() {
        var answer = signIn("{\"login\":\"careful\",\"password\":\"right\"}");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).getString("mfaToken")).isEqualTo("m");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void everyLastStepOfASignInOpensACookieSession() {
        for (String path : List.of("/login/mfa", "/login/mfa/passkey", "/login/passkey")) {
            var answer = signIn(path, "{\"remember\":true}");

            assertThat(json(answer).fieldNames()).as(path).containsExactlyInAnyOrder("user", "csrfToken");
            assertThat(setCookie(answer, "__Host-sid")).contains("; HttpOnly").contains("; Max-Age=2592000");
            String cookie = cookie(answer, "__Host-sid");
            assertThat(client.get("/api/v1/auth/me", "Cookie", cookie).statusCode())
                    .isEqualTo(200);
            assertThat(write(cookie, json(answer).getString("csrfToken")).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aQuestionForAPasskeyPassesUntouched() {
        var answer = signIn("/login/passkey/options", "{}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).getString("challenge")).isEqualTo("c");
        assertThat(setCookie(answer, "__Host-sid")).isEmpty();
    }

    @Test
    void aLastStepOfASignInNeedsTheTokenOfThePage() {
        for (String path : List.of("/login/mfa", "/login/passkey")) {
            var answer = client.send(
                    "POST",
                    "/api/v1/auth" + path,
                    "{}",
                    "Content-Type",
                    JSON,
                    "X-Session-Mode",
                    "cookie",
                    "Origin",
                    Client.OWN);

            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void aWrongPasswordSetsNoCookie() {
        var answer = signIn("{\"login\":\"ada\",\"password\":\"wrong\"}");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("invalid-credentials");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void aProgramGetsTokensAndNeverACookie() {
        var login = client.send(
                "POST", "/api/v1/auth/login", "{\"login\":\"ada\",\"password\":\"right\"}", "Content-Type", JSON);

        assertThat(json(login).fieldNames())
                .contains("accessToken", "refreshToken")
                .doesNotContain("session");
        assertThat(login.headers().allValues("Set-Cookie")).isEmpty();
        String bearer = "Bearer " + json(login).getString("accessToken");
        var me = client.get("/api/v1/auth/me", "Authorization", bearer);
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(me.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(client.send("POST", "/api/v1/trackers", "{}", "Content-Type", JSON, "Authorization", bearer)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void manyRequestsOfOnePageCauseOneExchange() throws Exception {
        String cookie = "__Host-sid=" + auth.openSession();
        int before = auth.exchanges.get();
        ExecutorService browser = Executors.newFixedThreadPool(20);
        try {
            List<CompletableFuture<Integer>> all = IntStream.range(0, 20)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> client.get("/api/v1/auth/me", "Cookie", cookie)
                                    .statusCode(),
                            browser))
                    .toList();
            for (CompletableFuture<Integer> one : all) {
                assertThat(one.get(10, TimeUnit.SECONDS)).isEqualTo(200);
            }
        } finally {
            browser.shutdown();
        }

        assertThat(client.get("/api/v1/auth/me", "Cookie", cookie).statusCode()).isEqualTo(200);
        assertThat(auth.exchanges.get() - before).isEqualTo(1);
    }

    @Test
    void aTokenThatAServiceRefusesIsExchangedOnceMoreForARead() {
        String cookie = "__Host-sid=" + auth.openSession();
        client.get("/api/v1/trackers", "Cookie", cookie);
        Fakes.tracker().refusedBearer = auth.lastToken;
        int before = auth.exchanges.get();

        assertThat(client.get("/api/v1/trackers", "Cookie", cookie).statusCode())
                .isEqualTo(200);
        assertThat(auth.exchanges.get() - before).isEqualTo(1);
    }

    @Test
    void aWriteIsNotRepeatedButTheNextOneHasAFreshToken() {
        String cookie = "__Host-sid=" + auth.openSession();
        String csrf = json(client.get("/api/v1/auth/csrf", "Cookie", cookie)).getString("csrfToken");
        client.get("/api/v1/trackers", "Cookie", cookie);
        Fakes.tracker().refusedBearer = auth.lastToken;

        assertThat(write(cookie, csrf).statusCode()).isEqualTo(401);
        assertThat(write(cookie, csrf).statusCode()).isEqualTo(200);
    }

    @Test
    void twoCredentialsExecuteNothing() {
        long before = Fakes.tracker().seen("/ambiguous");
        String cookie = "__Host-sid=" + auth.openSession();

        var answer = client.get("/api/v1/trackers/ambiguous", "Cookie", cookie, "Authorization", "Bearer x");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/problems/ambiguous-credentials");
        assertThat(Fakes.tracker().seen("/ambiguous")).isEqualTo(before);
    }

    @Test
    void anEndedSessionIsAnonymousAndLosesItsCookie() {
        var answer = client.get("/api/v1/trackers", "Cookie", "__Host-sid=session-that-never-was-0001");

        assertThat(json(answer).getJsonObject("fields").containsKey("authorization"))
                .isFalse();
        assertThat(setCookie(answer, "__Host-sid")).contains("Max-Age=0");
    }

    @Test
    void saysSoWhenNobodyKnowsWhetherASessionIsGood() {
        String cookie = "__Host-sid=" + auth.openSession();
        auth.failing = true;
        try {
            var answer = client.get("/api/v1/trackers", "Cookie", cookie);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        } finally {
            auth.failing = false;
        }
    }

    private HttpResponse<String> signIn(String body) {
        return signIn("/login", body);
    }

    private HttpResponse<String> signIn(String path, String body) {
        var csrf = client.get("/api/v1/auth/csrf");
        return client.send(
                "POST",
                "/api/v1/auth" + path,
                body,
                "Content-Type",
                JSON,
                "X-Session-Mode",
                "cookie",
                "Origin",
                Client.OWN,
                "Sec-Fetch-Site",
                "same-origin",
                "Cookie",
                cookie(csrf, "__Host-visitor"),
                "X-CSRF-Token",
                json(csrf).getString("csrfToken"));
    }

    private HttpResponse<String> write(String cookie, String csrf) {
        return client.send(
                "POST",
                "/api/v1/trackers",
                "{}",
                "Content-Type",
                JSON,
                "Cookie",
                cookie,
                "Origin",
                Client.OWN,
                "X-CSRF-Token",
                csrf);
    }

    private List<String> keysNaming(String session) throws Exception {
        var keys = redis.keys("*").toCompletionStage().toCompletableFuture().get();
        return IntStream.range(0, keys.size())
                .mapToObj(i -> keys.get(i).toString())
                .filter(key -> key.contains(session))
                .toList();
    }

    private static String cookie(HttpResponse<?> response, String name) {
        return setCookie(response, name).split(";")[0];
    }

    private static String setCookie(HttpResponse<?> response, String name) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(field -> field.startsWith(name + "="))
                .findFirst()
                .orElse("");
    }
}
