package org.tallybook.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallybook.gateway.fake.Client.field;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.tallybook.gateway.fake.Client;
import org.tallybook.gateway.fake.FakeAuth;
import org.tallybook.gateway.fake.Fakes;
import org.tallybook.kit.test.stack.TallybookStack;

@QuarkusTest
@WithTestResource(TallybookStack.class)
class ProviderSignInIT {

    private static final String AUTHORIZE = "/api/v1/auth/oauth/acme/authorize";
    private static final String CALLBACK = "/api/v1/auth/oauth/acme/callback?state=s&code=c";

    private final Client client = new Client();
    private final FakeAuth auth = Fakes.auth();

    @Test
    void aBrowserLeavesAndComesBackSignedIn() {
        HttpResponse<String> left = client.get(AUTHORIZE, "Accept", "text/html");
        assertThat(left.statusCode()).isEqualTo(302);
        assertThat(field(left, "Location")).isEqualTo("https://acme.example/authorize");
        assertThat(cookie(left, "__Host-leaving"))
                .contains("; SameSite=Lax")
                .contains("; HttpOnly")
                .contains("; Secure");
        assertThat(auth.browserMode).isEqualTo("cookie");

        HttpResponse<String> back = client.get(CALLBACK, "Accept", "text/html", "Cookie", pair(left, "__Host-leaving"));

        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(field(back, "Location")).isEqualTo("/trackers?x=1");
        assertThat(back.body()).isEmpty();
        assertThat(cookie(back, "__Host-sid")).contains("; SameSite=Strict").doesNotContain("Max-Age");
        assertThat(client.get("/api/v1/auth/me", "Cookie", pair(back, "__Host-sid"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anotherBrowserDoesNotComeBack() {
        client.get(AUTHORIZE, "Accept", "text/html");

        for (String cookie : new String[] {"__Host-leaving=" + "A".repeat(43), "other=1", "__Host-leaving=short"}) {
            HttpResponse<String> back = client.get(CALLBACK, "Cookie", cookie);
            assertThat(back.statusCode()).isEqualTo(400);
            assertThat(back.headers().allValues("Set-Cookie")).isEmpty();
        }
        HttpResponse<String> forged = client.get(CALLBACK, "X-Browser", auth.browser);
        assertThat(forged.statusCode()).isEqualTo(400);
    }

    @Test
    void aBrowserThatLeavesTwiceStaysTheSame() {
        HttpResponse<String> first = client.get(AUTHORIZE, "X-Session-Mode", "cookie");
        String browser = auth.browser;

        client.get(AUTHORIZE, "Cookie", pair(first, "__Host-leaving"));

        assertThat(browser).matches("[A-Za-z0-9_-]{43}");
        assertThat(auth.browser).isEqualTo(browser);
    }

    @Test
    void theSessionOfABrowserIsNotAskedForOnTheWayBack() {
        HttpResponse<String> left = client.get(AUTHORIZE, "Accept", "text/html");
        String both = pair(left, "__Host-leaving") + "; __Host-sid=" + auth.openSession();

        assertThat(client.get(CALLBACK, "Cookie", both).statusCode()).isEqualTo(303);
    }

    @Test
    void aProgramWithATokenGetsNoCookie() {
        HttpResponse<String> left = client.get(AUTHORIZE, "Authorization", "Bearer x");

        assertThat(left.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(auth.browser).isEqualTo("null");
        assertThat(auth.browserMode).isEqualTo("null");
    }

    private static String pair(HttpResponse<?> response, String name) {
        return cookie(response, name).split(";")[0];
    }

    private static String cookie(HttpResponse<?> response, String name) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(field -> field.startsWith(name + "="))
                .findFirst()
                .orElse("");
    }
}
