package org.tallybook.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tallybook.gateway.fake.Client;
import org.tallybook.gateway.fake.Fakes;
import org.tallybook.kit.test.stack.TallybookStack;

@QuarkusTest
@WithTestResource(TallybookStack.class)
class StreamIT {

    private static final long HUNDRED_MB = 100L * 1024 * 1024;

    private final Client client = new Client();

    @BeforeAll
    static void startUpstreams() {
        Fakes.tracker();
    }

    @Test
    void passesEventsOnAsTheyComeAndEndsTheStreamWithTheClient() throws IOException {
        int before = Fakes.tracker().openStreams.get();
        try (Socket socket = open("GET /api/v1/events/sse HTTP/1.1\r\nHost: localhost:28080\r\n\r\n")) {
            socket.setSoTimeout(2_000);
            var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            long start = System.nanoTime();
            while (!lines.readLine().equals("data: first")) {
                // skips the head and the chunk's size
            }
            assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(350);
            while (!lines.readLine().equals("data: second")) {
                // skips framing
            }
            assertThat(Fakes.tracker().openStreams).hasValue(before + 1);
        }

        await().atMost(Duration.ofSeconds(2))
                .until(() -> Fakes.tracker().openStreams.get() == before);
    }

    @Test
    void endsTheUpstreamOfAClientThatLeftBeforeTheHead() throws IOException {
        try (Socket socket = open("GET /api/v1/trackers/hang HTTP/1.1\r\nHost: localhost:28080\r\n\r\n")) {
            assertThat(socket.isConnected()).isTrue();
        }

        assertThat(client.get("/api/v1/trackers").statusCode()).isEqualTo(200);
    }

    @Test
    void passesALargeAnswerOnWithoutCollectingIt() throws IOException {
        try (Socket socket =
                open("GET /api/v1/trackers/big?bytes=" + HUNDRED_MB + " HTTP/1.1\r\nHost: localhost:28080\r\n\r\n")) {
            InputStream in = socket.getInputStream();
            in.readNBytes(1000);
            await().pollDelay(Duration.ofMillis(700)).until(() -> true);
            assertThat(Fakes.tracker().bytesWritten.get())
                    .as("the upstream has to wait for a client that does not read")
                    .isLessThan(HUNDRED_MB / 4);

            long read = 1000;
            byte[] buffer = new byte[256 * 1024];
            for (int n; read < HUNDRED_MB; read += n) {
                n = in.read(buffer);
                assertThat(n).as("bytes that follow the first %d", read).isPositive();
            }
        }
    }

    @Test
    void passesALargeImportOn() {
        byte[] file = new byte[30 * 1024 * 1024];
        HttpRequest upload = HttpRequest.newBuilder(
                        client.request("GET", "/api/v1/imports", null).uri())
                .header("Content-Type", "application/zip")
                .header("Authorization", "Bearer x")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(file)))
                .build();

        var answer = new JsonObject(client.send(upload, BodyHandlers.ofString()).body());

        assertThat(answer.getInteger("length")).isEqualTo(file.length);
    }

    private static Socket open(String head) throws IOException {
        Socket socket = new Socket("127.0.0.1", Client.PORT);
        socket.setReceiveBufferSize(64 * 1024);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }
}
