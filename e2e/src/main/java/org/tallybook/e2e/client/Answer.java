package org.tallybook.e2e.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** An HTTP answer, read whole. */
public record Answer(String request, int status, HttpHeaders headers, byte[] body) {

    static Answer of(HttpResponse<byte[]> response) {
        String request = response.request().method() + " " + response.uri().getRawPath();
        return new Answer(request, response.statusCode(), response.headers(), response.body());
    }

    /** @throws UnexpectedAnswer with the whole answer in its message, if the status is none of these */
    public Answer expect(int... statuses) {
        if (Arrays.stream(statuses).noneMatch(expected -> expected == status)) {
            throw new UnexpectedAnswer(this, Arrays.toString(statuses));
        }
        return this;
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    public JsonNode json() {
        return Json.parse(body);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The field's value, or empty if it is missing. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public List<String> headerValues(String name) {
        return headers.allValues(name);
    }

    /** The media type without its parameters. */
    public String mediaType() {
        return header("Content-Type").split(";", 2)[0].strip();
    }

    /** The slug at the end of a problem's type, or empty if this is no problem. */
    public String problem() {
        if (!mediaType().equals("application/problem+json")) {
            return "";
        }
        String type = json().path("type").asText();
        return type.substring(type.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return request + " -> " + status + " " + mediaType() + " " + text();
    }
}
