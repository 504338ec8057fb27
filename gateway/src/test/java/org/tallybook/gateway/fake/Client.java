package org.tallybook.gateway.fake;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Talks to the gateway under test. Every client has an address of its own, so that no test eats another's limits. */
public final class Client {

    public static final int PORT = 28080;
    public static final String BASE = "http://localhost:" + PORT;
    public static final String OWN = BASE;
    public static final String APP = "http://app.test";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final AtomicInteger ADDRESSES = new AtomicInteger(1);

    private final String address = "198.51.100." + ADDRESSES.getAndIncrement();

    public HttpResponse<String> send(String method, String target, String body, String... fields) {
        return send(request(method, target, body, fields), BodyHandlers.ofString());
    }

    public HttpResponse<String> get(String target, String... fields) {
        return send("GET", target, null, fields);
    }

    public HttpRequest request(String method, String target, String body, String... fields) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(BASE + target))
                .timeout(Duration.ofSeconds(20))
                .header("X-Forwarded-For", address)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (fields.length > 0) {
            request.headers(fields);
        }
        return request.build();
    }

    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return HTTP.send(request, handler);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static JsonObject json(HttpResponse<String> response) {
        return new JsonObject(response.body());
    }

    public static String field(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** Sends bytes as they are and returns what comes back until the server closes or is silent for a while. */
    public static String raw(String bytes) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", PORT)) {
            socket.setSoTimeout(1_500);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return drain(socket.getInputStream());
        }
    }

    private static String drain(InputStream in) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                all.write(buffer, 0, n);
            }
            all.writeBytes("<closed>".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException silent) {
            // The connection stayed open, or was reset: what came is what counts.
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }
}
