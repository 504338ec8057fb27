package org.tallybook.gateway.cors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallybook.gateway.fake.Client.field;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.gateway.fake.Client;
import org.tallybook.gateway.fake.Fakes;
import org.tallybook.kit.test.stack.TallybookStack;

/** The CORS check and the preflight of the Fetch standard, as a browser would make them. */
@QuarkusTest
@WithTestResource(TallybookStack.class)
class CorsIT {

    private final Client client = new Client();

    @BeforeAll
    static void startUpstreams() {
        Fakes.tracker();
    }

    @Test
    void aPreflightReachesNoBackendAndNeedsNoUser() {
        var answer = client.send(
                "OPTIONS",
                "/api/v1/trackers/preflighted",
                null,
                "Origin",
                Client.APP,
                "Access-Control-Request-Method",
                "PATCH",
                "Access-Control-Request-Headers",
                "authorization,content-type,x-csrf-token");

        assertThat(answer.statusCode()).isEqualTo(204);
        passesTheCorsCheck(answer);
        assertThat(field(answer, "Access-Control-Allow-Methods").split(", ")).contains("PATCH", "PUT", "DELETE");
        assertThat(field(answer, "Access-Control-Allow-Headers")
                        .toLowerCase(java.util.Locale.ROOT)
                        .split(", "))
                .contains("authorization", "content-type", "x-csrf-token");
        assertThat(Integer.parseInt(field(answer, "Access-Control-Max-Age"))).isGreaterThan(5);
        assertThat(Fakes.tracker().seen("preflighted")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/trackers", "/api/v1/nothing", "/q/health", "/healthz"})
    void aPreflightOfAStrangerIsRefused(String path) {
        var answer = client.send(
                "OPTIONS", path, null, "Origin", "http://evil.test", "Access-Control-Request-Method", "GET");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(corsFields(answer)).isZero();
    }

    @Test
    void thereIsOneSetOfFieldsWhateverTheServiceAdds() {
        var answer = client.get("/api/v1/trackers/cors", "Origin", Client.APP);

        passesTheCorsCheck(answer);
        assertThat(answer.headers().allValues("Vary")).containsExactly("Origin, Accept-Language");
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        var stranger = client.get("/api/v1/trackers/cors", "Origin", "http://evil.test");
        assertThat(corsFields(stranger)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/nothing", "/api/v1/trackers/a//b", "/api/v1/reports/monthly", "/healthz", "/app.js"})
    void everyAnswerIsReadableForAnAllowedOriginAndVaries(String path) {
        passesTheCorsCheck(client.get(path, "Origin", Client.APP));
        assertThat(field(client.get(path), "Vary")).contains("Origin");
        assertThat(corsFields(client.get(path))).isZero();
    }

    @Test
    void scriptsMayReadWhatTheyNeed() {
        assertThat(field(client.get("/api/v1/trackers", "Origin", Client.APP), "Access-Control-Expose-Headers"))
                .contains("ETag", "X-Request-Id", "Retry-After")
                .doesNotContain("*");
    }

    private static void passesTheCorsCheck(HttpResponse<?> answer) {
        assertThat(answer.headers().allValues("Access-Control-Allow-Origin")).containsExactly(Client.APP);
        assertThat(answer.headers().allValues("Access-Control-Allow-Credentials"))
                .containsExactly("true");
        assertThat(answer.headers().allValues("Vary"))
                .singleElement()
                .asString()
                .contains("Origin");
    }

    private static long corsFields(HttpResponse<?> answer) {
        return answer.headers().map().keySet().stream()
                .filter(name -> name.startsWith("access-control-"))
                .count();
    }
}
