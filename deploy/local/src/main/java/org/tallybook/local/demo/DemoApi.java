package org.tallybook.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.tallybook.local.stack.Pause;
import org.tallybook.local.stack.StackFailure;

/**
 * The public API as a patient client sees it: told to slow down (429) or to come back later (503, no connection), it
 * does. Every call it repeats is safe to repeat.
 */
final class DemoApi {

    private static final int ATTEMPTS = 40;
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final String base;
    private volatile String token = "";

    /** An answer; the body is a missing node when it was empty or not JSON. */
    record Answer(int status, JsonNode body) {

        boolean ok() {
            return status / 100 == 2;
        }

        /** For the end of a sentence. */
        String explanation() {
            String detail = body.path("detail").asText(body.path("title").asText(""));
            JsonNode errors = body.path("errors");
            String fields = errors.isEmpty() ? "" : " " + errors;
            return "status " + status + (detail.isEmpty() ? "" : ", " + detail) + fields;
        }
    }

    DemoApi(String base) {
        this.base = base;
    }

    void signIn(String accessToken) {
        token = accessToken;
    }

    String token() {
        return token;
    }

    Answer get(String path) {
        return send(path, "GET", HttpRequest.BodyPublishers.noBody());
    }

    Answer post(String path, Map<String, ?> body) {
        try {
            return send(path, "POST", HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of plain values is always JSON", e);
        }
    }

    static boolean signedOut(Answer answer) {
        return answer.status() == UNAUTHORIZED;
    }

    private Answer send(String path, String method, HttpRequest.BodyPublisher body) {
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<String> response =
                        client.send(request(path, method, body), HttpResponse.BodyHandlers.ofString());
                boolean later = response.statusCode() == TOO_MANY || response.statusCode() == UNAVAILABLE;
                if (!later || attempt == ATTEMPTS) {
                    return new Answer(response.statusCode(), parse(response.body()));
                }
                Pause.millis(retryAfter(response).toMillis());
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw new StackFailure(base + " does not answer: " + StackFailure.reason(e) + ".", e);
                }
                Pause.millis(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StackFailure("Interrupted.", e);
            }
        }
    }

    private HttpRequest request(String path, String method, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(method, body);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }

    private static Duration retryAfter(HttpResponse<String> response) {
        String seconds = response.headers().firstValue("Retry-After").orElse("1");
        return Duration.ofSeconds(seconds.matches("\\d{1,3}") ? Math.max(1, Long.parseLong(seconds)) : 1);
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return JSON.missingNode();
        }
    }
}
