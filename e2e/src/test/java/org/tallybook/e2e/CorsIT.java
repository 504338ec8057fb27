package org.tallybook.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.e2e.client.Account;
import org.tallybook.e2e.client.Answer;
import org.tallybook.e2e.client.Api;
import org.tallybook.e2e.client.Mailbox;
import org.tallybook.e2e.client.Person;
import org.tallybook.e2e.stage.EndToEnd;
import org.tallybook.e2e.stage.RunningTallybook;

/** Pages of the one allowed origin can use the API with credentials, pages of any other cannot read a byte. */
@EndToEnd
class CorsIT {

    private static final String ALLOWED = RunningTallybook.ALLOWED_ORIGIN;

    private final Api api;

    CorsIT(Api api) {
        this.api = api;
    }

    @Test
    void theAllowedOriginMayReadWithCredentials(Mailbox mailbox) {
        Person person = Account.unique("UTC").join(api, mailbox);

        Answer answer = person.get("/api/v1/trackers").header("Origin", ALLOWED).send();

        assertThat(answer.status()).isEqualTo(200);
        assertReadable(answer);
        assertThat(answer.header("Access-Control-Expose-Headers").toLowerCase(Locale.ROOT))
                .contains("etag", "location");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/trackers", "/api/v1/reports/monthly/2026-13", "/api/v1/auth/me", "/api/v1/no/such/thing"
            })
    void refusalsAreReadableToo(String path) {
        Answer answer = api.get(path).header("Origin", ALLOWED).send();

        assertThat(answer.status()).isGreaterThanOrEqualTo(400);
        assertReadable(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void aPreflightNeedsNoSignIn(String method) {
        Answer answer = preflight(ALLOWED, method);

        assertThat(answer.status()).isBetween(200, 204);
        assertReadable(answer);
        assertThat(words(answer.header("Access-Control-Allow-Methods"))).contains(method);
        assertThat(words(answer.header("Access-Control-Allow-Headers").toLowerCase(Locale.ROOT)))
                .contains("authorization", "content-type", "x-csrf-token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "null",
                "http://app.example.org",
                "https://app.example.org:8443",
                "https://app.example.org.evil.example",
                "https://sub.app.example.org",
                "https://app.example.org/",
                "HTTPS://APP.EXAMPLE.ORG"
            })
    void anyOtherOriginIsTold(String origin) {
        for (Answer answer : List.of(
                preflight(origin, "POST"),
                api.get("/api/v1/trackers").header("Origin", origin).send())) {
            assertThat(answer.headerValues("Access-Control-Allow-Origin")).isEmpty();
            assertThat(answer.headerValues("Access-Control-Allow-Credentials")).isEmpty();
            assertThat(vary(answer)).contains("origin");
        }
    }

    @Test
    void anAnswerWithoutOriginVariesByItToo() {
        Answer answer = api.get("/api/v1/trackers").send();

        assertThat(answer.headerValues("Access-Control-Allow-Origin")).isEmpty();
        assertThat(vary(answer)).contains("origin");
    }

    private Answer preflight(String origin, String method) {
        return api.call("OPTIONS", "/api/v1/trackers")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", "authorization,content-type,x-csrf-token")
                .send();
    }

    private static void assertReadable(Answer answer) {
        assertThat(answer.headerValues("Access-Control-Allow-Origin")).containsExactly(ALLOWED);
        assertThat(answer.headerValues("Access-Control-Allow-Credentials")).containsExactly("true");
        assertThat(vary(answer)).contains("origin");
    }

    private static List<String> vary(Answer answer) {
        return answer.headerValues("Vary").stream()
                .flatMap(field -> words(field.toLowerCase(Locale.ROOT)).stream())
                .toList();
    }

    private static List<String> words(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .flatMap(Stream::of)
                .toList();
    }
}
