package org.tallybook.kit.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tallybook.kit.sample.SampleWriteResource.Write;
import org.tallybook.kit.sample.Samples;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.token.TestIssuer;

@QuarkusTest
@WithTestResource(TallybookStack.class)
@WithTestResource(TestIssuer.class)
class IdempotencyIT {

    @Inject
    Samples samples;

    @TestHTTPResource
    URI url;

    private final Write write = new Write(UUID.randomUUID(), UUID.randomUUID(), "once", 20);
    private final String key = UUID.randomUUID().toString();

    @Test
    void answersARepeatAsItAnsweredTheFirst() {
        Response first = post(key, write);
        Response second = post(key, write);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.jsonPath().getMap("")).isEqualTo(first.jsonPath().getMap(""));
        assertThat(eventsWritten()).isEqualTo(1);
    }

    @Test
    void runsParallelRepeatsOnce() {
        List<CompletableFuture<Integer>> repeats = IntStream.range(0, 12)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> post(key, write).statusCode()))
                .toList();

        assertThat(repeats.stream().map(CompletableFuture::join)).containsOnly(201);
        assertThat(eventsWritten()).isEqualTo(1);
    }

    @Test
    void refusesTheKeyOfAnotherRequest() {
        post(key, write);

        Response other = post(key, new Write(write.userId(), write.id(), "other", 0));

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.jsonPath().getString("type")).endsWith("/idempotency-key-reused");
        assertThat(eventsWritten()).isEqualTo(1);
    }

    @Test
    void keepsTheKeysOfTwoOwnersApart() {
        post(key, write);

        Response other = post(key, new Write(UUID.randomUUID(), UUID.randomUUID(), "theirs", 0));

        assertThat(other.statusCode()).isEqualTo(201);
        assertThat(other.jsonPath().getString("name")).isEqualTo("theirs");
    }

    @Test
    void remembersNothingOfARefusal() {
        assertThat(post(key, new Write(write.userId(), write.id(), "refused", 0))
                        .statusCode())
                .isEqualTo(400);

        assertThat(post(key, write).statusCode()).isEqualTo(201);
    }

    @Test
    void refusesAKeyThatIsTooLong() {
        assertThat(post("k".repeat(201), write).statusCode()).isEqualTo(400);
        assertThat(eventsWritten()).isZero();
    }

    @Test
    void aClientThatHangsUpDoesNotStopItsWrite() throws Exception {
        String body = "{\"userId\":\"%s\",\"id\":\"%s\",\"name\":\"gone\",\"delayMillis\":800}"
                .formatted(write.userId(), write.id());
        try (Socket socket = new Socket("127.0.0.1", url.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /writes HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                            + body.length() + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            Thread.sleep(200);
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> eventsWritten() == 1);
    }

    private long eventsWritten() {
        return samples.query("SELECT last_seq FROM user_stream WHERE user_id = $1", write.userId()).stream()
                .mapToLong(row -> row.getLong(0))
                .sum();
    }

    private static Response post(String key, Write write) {
        return given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(write)
                .post("/writes");
    }
}
