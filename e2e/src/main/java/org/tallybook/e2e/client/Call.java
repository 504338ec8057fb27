package org.tallybook.e2e.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One request in the making; {@link #send()} may be called again for the same request once more. */
public final class Call {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

    private final HttpClient http;
    private final String method;
    private final HttpRequest.Builder request;
    private byte[] body = {};

    Call(HttpClient http, String method, URI uri) {
        this.http = http;
        this.method = method;
        this.request = HttpRequest.newBuilder(uri).timeout(ANSWER_LIMIT);
    }

    public Call header(String name, String value) {
        request.header(name, value);
        return this;
    }

    public Call bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    public Call accept(String mediaType) {
        return header("Accept", mediaType);
    }

    public Call json(JsonNode json) {
        return body("application/json", Json.write(json));
    }

    public Call json(String json) {
        return body("application/json", json);
    }

    public Call body(String mediaType, String text) {
        return body(mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    public Call body(String mediaType, byte[] bytes) {
        body = bytes;
        return header("Content-Type", mediaType);
    }

    /** A body without a media type. */
    public Call untyped(String text) {
        body = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    /** @throws UncheckedIOException if no whole answer came */
    public Answer send() {
        return Answer.of(exchange(HttpResponse.BodyHandlers.ofByteArray()));
    }

    /** For answers that do not end by themselves. */
    public HttpResponse<InputStream> open() {
        return exchange(HttpResponse.BodyHandlers.ofInputStream());
    }

    private <T> HttpResponse<T> exchange(HttpResponse.BodyHandler<T> handler) {
        HttpRequest built = request.method(
                        method,
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return http.send(built, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + built.uri() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during " + method + " " + built.uri(), e);
        }
    }
}
