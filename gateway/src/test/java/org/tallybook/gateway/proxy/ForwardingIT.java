package org.tallybook.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallybook.gateway.fake.Client.field;
import static org.tallybook.gateway.fake.Client.json;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.gateway.fake.Client;
import org.tallybook.gateway.fake.Fakes;
import org.tallybook.kit.test.stack.TallybookStack;

@QuarkusTest
@WithTestResource(TallybookStack.class)
class ForwardingIT {

    private final Client client = new Client();

    @BeforeAll
    static void startUpstreams() {
        Fakes.tracker();
    }

    @Test
    void forwardsTheTargetByteForByte() {
        String target = "/api/v1/trackers/a%20b?q=%2Fx&r=a+b&s=%zz;'()";

        // java.net.URI would normalise it.
        assertThat(raw("GET " + target + " HTTP/1.1\r\nHost: localhost:28080\r\nConnection: close\r\n\r\n"))
                .contains("\"uri\":\"" + target + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void forwardsBodiesOfEveryMethod(String method) {
        var answer = json(client.send(method, "/api/v1/trackers", "{\"a\":1}", "Content-Type", "application/json"));

        assertThat(answer.getString("method")).isEqualTo(method);
        assertThat(answer.getString("body")).isEqualTo("{\"a\":1}");
    }

    @Test
    void forwardsAChunkedBody() {
        String answer = raw("POST /api/v1/trackers HTTP/1.1\r\nHost: localhost:28080\r\nTransfer-Encoding: chunked\r\n"
                + "Connection: close\r\n\r\n3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n");

        assertThat(answer).contains("\"body\":\"abcdefg\"").contains("\"transfer-encoding\":[\"chunked\"]");
    }

    @Test
    void speaksForItself() {
        var answer = json(client.get(
                "/api/v1/trackers",
                "X-User-Id",
                "admin",
                "X-Internal-Key",
                "guess",
                "Forwarded",
                "for=1.1.1.1",
                "X-Request-Id",
                "my-request-1"));
        JsonObject fields = answer.getJsonObject("fields");

        assertThat(fields.containsKey("x-user-id")).isFalse();
        assertThat(fields.containsKey("forwarded")).isFalse();
        assertThat(fields.getJsonArray("x-internal-key")).hasSize(1).doesNotContain("guess");
        assertThat(fields.getJsonArray("x-forwarded-for").getString(0)).startsWith("198.51.100.");
        assertThat(fields.getJsonArray("x-forwarded-host").getString(0)).isEqualTo("localhost:28080");
        assertThat(fields.getJsonArray("x-request-id").getString(0)).isEqualTo("my-request-1");
        assertThat(fields.getJsonArray("traceparent").getString(0)).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(fields.getJsonArray("host").getString(0)).isEqualTo("127.0.0.1:28182");
    }

    @Test
    void dropsHopByHopFieldsOfTheUpstream() {
        var answer = client.get("/api/v1/trackers/hops");

        assertThat(answer.headers().map()).doesNotContainKeys("x-private", "keep-alive", "upgrade");
        assertThat(field(answer, "Expires")).isEqualTo("0");
    }

    @Test
    void keepsConditionsAndAnswersWithoutBodies() {
        assertThat(client.get("/api/v1/trackers/not-modified").statusCode()).isEqualTo(304);
        assertThat(client.send("DELETE", "/api/v1/trackers/deleted", null).statusCode())
                .isEqualTo(204);
        var head = client.send("HEAD", "/api/v1/trackers", null);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(field(head, "ETag")).isEqualTo("\"1\"");
        assertThat(head.body()).isEmpty();
    }

    @Test
    void keepsTrailers() {
        assertThat(raw("GET /api/v1/trackers/trailers HTTP/1.1\r\nHost: localhost:28080\r\nConnection: close\r\n\r\n"))
                .containsIgnoringCase("x-checksum: 42");
    }

    @Test
    void answers100BeforeTheBody() {
        assertThat(raw("POST /api/v1/trackers HTTP/1.1\r\nHost: localhost:28080\r\nExpect: 100-continue\r\n"
                        + "Content-Length: 2\r\nConnection: close\r\n\r\n{}"))
                .startsWith("HTTP/1.1 100 Continue")
                .doesNotContain("\"expect\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/v1/sessions/exchange",
                "/internal/v1/connections/token",
                "/q/health",
                "/q/metrics",
                "/api/v1/nothing",
                "/api/v2/trackers"
            })
    void neverRoutesWhatIsNotInTheTable(String path) {
        var answer = client.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(field(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(Fakes.tracker().seen("GET " + path) + Fakes.auth().seen("GET " + path))
                .isZero();
    }

    @Test
    void servesManyRequestsOnOneConnection() {
        String one = "GET /api/v1/trackers HTTP/1.1\r\nHost: localhost:28080\r\n\r\n";
        String last = "GET /api/v1/trackers HTTP/1.1\r\nHost: localhost:28080\r\nConnection: close\r\n\r\n";

        assertThat(raw(one.repeat(5) + last))
                .matches(answers -> answers.split("HTTP/1.1 200 OK", -1).length == 7, "six answers");
    }

    private static String raw(String bytes) {
        try {
            return Client.raw(bytes);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
