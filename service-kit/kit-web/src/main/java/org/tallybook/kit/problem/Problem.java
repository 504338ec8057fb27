package org.tallybook.kit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Problem details as RFC 9457 defines them, with {@code traceId} and {@code errors} as extension members.
 *
 * @param type the slug as a URI
 * @param title short, the same for every occurrence, in the caller's language
 * @param status the HTTP status, repeated
 * @param detail what happened and what to do, in the caller's language
 * @param instance the path that was asked for, without its query (which may hold secrets)
 * @param traceId finds the log lines of this request
 * @param errors every faulty field; absent unless the request was invalid
 * @param extensions further members
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "traceId", "errors"})
public record Problem(
        URI type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        @Nullable String traceId,
        List<Item> errors,
        @JsonAnyGetter Map<String, Object> extensions) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * @param field path of the field as the client wrote it
     * @param code a {@link FieldCode}, lower case with hyphens
     * @param message one sentence in the caller's language
     */
    public record Item(String field, String code, String message) {}
}
