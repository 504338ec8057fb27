package org.tallybook.gateway.csrf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallybook.gateway.fake.Client.field;
import static org.tallybook.gateway.fake.Client.json;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallybook.gateway.fake.Client;
import org.tallybook.gateway.fake.Fakes;
import org.tallybook.kit.test.stack.TallybookStack;

@QuarkusTest
@WithTestResource(TallybookStack.class)
class CsrfIT {

    private final Client client = new Client();

    @BeforeAll
    static void startUpstreams() {
        Fakes.tracker();
    }

    /** Every write of a signed-in browser: right or wrong origin, token and type. */
    @ParameterizedTest
    @CsvSource({
        "POST,own,own,json,200",
        "PUT,own,own,json,200",
        "PATCH,own,own,json,200",
        "DELETE,own,own,json,200",
        "POST,app,own,json,200",
        "POST,evil,own,json,403",
        "POST,none,own,json,403",
        "POST,null,own,json,403",
        "POST,own,none,json,403",
        "POST,own,foreign,json,403",
        "DELETE,own,none,json,403",
        "POST,own,own,form,415",
        "POST,own,own,text,415"
    })
    void theMatrix(String method, String origin, String token, String type, int status) {
        String cookie = "__Host-sid=" + Fakes.auth().openSession();
        long before = Fakes.tracker().seen("/matrix");

        HttpResponse<String> answer = client.send(
                client.request(
                        method,
                        "/api/v1/trackers/matrix",
                        "{}",
                        fields(
                                "Cookie", cookie,
                                "Origin",
                                        switch (origin) {
                                            case "own" -> Client.OWN;
                                            case "app" -> Client.APP;
                                            case "evil" -> "http://evil.test";
                                            case "null" -> "null";
                                            default -> null;
                                        },
                                "X-CSRF-Token",
                                        switch (token) {
                                            case "own" -> csrf(cookie);
                                            case "foreign" ->
                                                csrf("__Host-sid="
                                                        + Fakes.auth().openSession());
                                            default -> null;
                                        },
                                "Content-Type",
                                        switch (type) {
                                            case "json" -> "application/json";
                                            case "form" -> "application/x-www-form-urlencoded";
                                            default -> "text/plain";
                                        })),
                java.net.http.HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Fakes.tracker().seen("/matrix") - before).isEqualTo(status == 200 ? 1 : 0);
    }

    @Test
    void signingInAndRegisteringNeedProofInABrowser() {
        for (String path : new String[] {"/api/v1/auth/login", "/api/v1/auth/register"}) {
            var answer = client.send(
                    "POST",
                    path,
                    "{}",
                    "Content-Type",
                    "application/json",
                    "Origin",
                    Client.OWN,
                    "Sec-Fetch-Site",
                    "same-origin");
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("/problems/csrf-rejected");
        }
    }

    @Test
    void aVisitorKeepsHisCookie() {
        var first = client.get("/api/v1/auth/csrf");
        String cookie = field(first, "Set-Cookie").split(";")[0];

        assertThat(field(first, "Set-Cookie"))
                .startsWith("__Host-visitor=")
                .contains("HttpOnly")
                .contains("Secure");
        assertThat(field(first, "Cache-Control")).isEqualTo("no-store");
        assertThat(client.get("/api/v1/auth/csrf", "Cookie", cookie).headers().allValues("Set-Cookie"))
                .isEmpty();
        assertThat(client.get("/api/v1/auth/csrf", "Authorization", "Bearer x")
                        .headers()
                        .allValues("Set-Cookie"))
                .isEmpty();
    }

    private String csrf(String cookie) {
        return json(client.get("/api/v1/auth/csrf", "Cookie", cookie)).getString("csrfToken");
    }

    private static String[] fields(String... pairs) {
        var present = new java.util.ArrayList<String>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                present.add(pairs[i]);
                present.add(pairs[i + 1]);
            }
        }
        return present.toArray(String[]::new);
    }
}
