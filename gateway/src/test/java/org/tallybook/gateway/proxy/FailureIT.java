package org.tallybook.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallybook.gateway.fake.Client.field;
import static org.tallybook.gateway.fake.Client.json;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tallybook.gateway.fake.Client;
import org.tallybook.gateway.fake.Fakes;
import org.tallybook.kit.test.stack.TallybookStack;

@QuarkusTest
@WithTestResource(TallybookStack.class)
class FailureIT {

    private final Client client = new Client();

    @BeforeAll
    static void startUpstreams() {
        Fakes.tracker();
    }

    @Test
    void saysThatAServiceIsAway() {
        isProblem(client.get("/api/v1/reports/monthly", "Origin", Client.APP), 503, "upstream-unavailable");
    }

    @Test
    void givesUpOnAServiceThatHangs() {
        long start = System.nanoTime();

        isProblem(client.get("/api/v1/trackers/hang", "Origin", Client.APP), 504, "upstream-timeout");
        assertThat((System.nanoTime() - start) / 1_000_000).isBetween(1_300L, 4_000L);
    }

    @Test
    void doesNotRepeatAWriteThatMayHaveHappened() {
        long before = Fakes.tracker().seen("/once/reset-head");

        isProblem(
                client.send(
                        "POST",
                        "/api/v1/trackers/once/reset-head",
                        "{}",
                        "Content-Type",
                        "application/json",
                        "Origin",
                        Client.APP),
                502,
                "upstream-failed");
        assertThat(Fakes.tracker().seen("/once/reset-head") - before).isEqualTo(1);
    }

    @Test
    void repeatsAReadOnceWhenTheConnectionWasStale() {
        Fakes.tracker().stale.set(0);

        assertThat(client.get("/api/v1/trackers/stale").body()).isEqualTo("fresh");
        assertThat(Fakes.tracker().stale).hasValue(2);
    }

    @Test
    void repeatsAReadOnlyOnce() {
        long before = Fakes.tracker().seen("/twice/reset-head");

        isProblem(client.get("/api/v1/trackers/twice/reset-head", "Origin", Client.APP), 502, "upstream-failed");
        assertThat(Fakes.tracker().seen("/twice/reset-head") - before).isEqualTo(2);
    }

    @Test
    void neverPassesATruncatedBodyOffAsAWholeOne() {
        assertThatThrownBy(() -> client.get("/api/v1/trackers/reset-body"))
                .isInstanceOf(java.io.UncheckedIOException.class);
    }

    @Test
    void refusesABodyThatAnnouncesTooMuch() {
        String large = "x".repeat(1024 * 1024 + 1);

        var answer = client.send("POST", "/api/v1/trackers/too-large", large, "Origin", Client.APP);

        isProblem(answer, 413, "body-too-large");
        assertThat(Fakes.tracker().seen("/too-large")).isZero();
    }

    @Test
    void refusesABodyThatTurnsOutTooLarge() throws Exception {
        String chunk = "10000\r\n" + "x".repeat(65_536) + "\r\n";

        String answer =
                Client.raw("POST /api/v1/trackers HTTP/1.1\r\nHost: localhost:28080\r\nOrigin: http://app.test\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(17) + "0\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 413 ")
                .contains("/problems/body-too-large")
                .contains("access-control-allow-origin: http://app.test");
    }

    @Test
    void passesAnAnswerOnThatCameBeforeTheBodyWasRead() {
        var answer = client.send("POST", "/api/v1/trackers/unread", "x".repeat(900_000));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void answersNextRequestsAfterEveryFailure() {
        for (String how : new String[] {"reset-head", "hang"}) {
            client.get("/api/v1/trackers/" + how);
            assertThat(client.get("/api/v1/trackers").statusCode()).isEqualTo(200);
        }
    }

    private static void isProblem(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(field(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(field(answer, "Access-Control-Allow-Origin")).isEqualTo(Client.APP);
        assertThat(field(answer, "Vary")).contains("Origin");
        assertThat(field(answer, "X-Request-Id")).isNotEmpty();
        assertThat(json(answer).getString("type")).isEqualTo("https://tallybook.org/problems/" + slug);
        assertThat(json(answer).getString("traceId")).matches("[0-9a-f]{32}");
        if (status == 503) {
            assertThat(field(answer, "Retry-After")).isNotEmpty();
        }
    }
}
