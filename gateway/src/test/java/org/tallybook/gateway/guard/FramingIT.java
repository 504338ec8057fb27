package org.tallybook.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.gateway.fake.Client;
import org.tallybook.gateway.fake.Fakes;
import org.tallybook.kit.test.stack.TallybookStack;

/** Raw messages with a second request hidden in them; the canary is the path that must never reach an upstream. */
@QuarkusTest
@WithTestResource(TallybookStack.class)
class FramingIT {

    private static final String TARGET = "POST /api/v1/trackers/framing HTTP/1.1\r\nHost: localhost:28080\r\n";
    private static final String CANARY = "GET /api/v1/trackers/canary HTTP/1.1\r\nHost: localhost:28080\r\n\r\n";

    @BeforeAll
    static void startUpstreams() {
        Fakes.tracker();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nX",
                "Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\nX",
                "Content-Length: 0\r\nContent-Length: 44\r\n\r\n",
                "Content-Length: 0, 44\r\n\r\n",
                "Content-Length: +0\r\n\r\n",
                "Content-Length : 0\r\n\r\n",
                "Content-Length:\u000b0\r\n\r\n",
                "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n",
                "X-A: b\r\n folded\r\nContent-Length: 0\r\n\r\n",
                "X-A: b\r\n\tTransfer-Encoding: chunked\r\nContent-Length: 0\r\n\r\n",
                "Host: evil.example\r\nContent-Length: 0\r\n\r\n",
                "X-A: a\u0000b\r\nContent-Length: 0\r\n\r\n",
                "X-A: a\nContent-Length: 0\r\n\r\n",
                "X-A: a\r\nContent-Length: 0\n\n",
                "X A: b\r\nContent-Length: 0\r\n\r\n",
                ": b\r\nContent-Length: 0\r\n\r\n",
                "no colon\r\nContent-Length: 0\r\n\r\n"
            })
    void refusesAndClosesBeforeTheHiddenRequest(String rest) throws IOException {
        long before = Fakes.tracker().seen("canary");

        String answer = Client.raw(TARGET + rest + CANARY);

        assertThat(answer).matches("(?s)HTTP/1\\.[01] 400 .*").endsWith("<closed>");
        assertThat(answer.split("HTTP/1", -1)).as("one answer").hasSize(2);
        assertThat(Fakes.tracker().seen("canary")).isEqualTo(before);
        assertThat(answer).contains("application/problem+json").contains("/problems/malformed-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5;a=\"\r\n\"\r\nhello\r\n0\r\n\r\n",
                "5\nhello\r\n0\r\n\r\n",
                "0x5\r\nhello\r\n0\r\n\r\n",
                "-1\r\nhello\r\n0\r\n\r\n",
                "5\r\nhelloX\r\n0\r\n\r\n"
            })
    void neverReadsASecondRequestOutOfABrokenChunk(String chunks) throws IOException {
        long before = Fakes.tracker().seen("canary");

        String answer = Client.raw(TARGET + "Transfer-Encoding: chunked\r\n\r\n" + chunks + CANARY);

        assertThat(answer).doesNotContain("canary").endsWith("<closed>");
        assertThat(Fakes.tracker().seen("canary")).isEqualTo(before);
    }

    @Test
    void refusesHeadsThatAreTooLarge() throws IOException {
        assertThat(Client.raw(TARGET + "X-A: " + "a".repeat(17_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.");
        assertThat(Client.raw("GET /" + "a".repeat(9_000) + " HTTP/1.1\r\nHost: localhost:28080\r\n\r\n"))
                .matches("(?s)HTTP/1\\.[01] 4.*");
    }

    @Test
    void refusesUnknownHostsAndMethods() throws IOException {
        assertThat(Client.raw("GET /api/v1/trackers HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("/problems/unknown-host");
        assertThat(Client.raw("TRACE /api/v1/trackers HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405");
        assertThat(Client.raw("CONNECT evil.example:443 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .matches("(?s)HTTP/1.1 4.*");
        assertThat(Client.raw("GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void readsAProperPipeline() throws IOException {
        String answer = Client.raw(TARGET + "Content-Length: 2\r\n\r\n{}"
                + "GET /api/v1/trackers/next HTTP/1.1\r\nHost: localhost:28080\r\nConnection: close\r\n\r\n");

        assertThat(answer.split("HTTP/1.1 200 OK", -1)).hasSize(3);
    }
}
