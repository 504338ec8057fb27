package org.tallybook.auth.connection.provider;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.connection.domain.ProviderFailure;

/** Reads what a provider answered; whatever is not plainly right becomes a {@link ProviderFailure}. */
final class Answers {

    /** RFC 6749, section 5.2, and what GitHub says instead. */
    private static final Set<String> REFUSALS =
            Set.of("invalid_grant", "invalid_token", "bad_verification_code", "bad_refresh_token");

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final Duration USUAL_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private Answers() {}

    /** @throws ProviderFailure unless the status says that it went well */
    static void requireSuccess(int status, @Nullable String retryAfter, @Nullable Buffer body) {
        if (status == 429) {
            throw ProviderFailure.busy(wait(retryAfter));
        }
        if (status >= 500) {
            throw ProviderFailure.unavailable("status " + status);
        }
        if (status != 200) {
            throw status == 401 || isRefusal(errorOf(body))
                    ? ProviderFailure.refused("status " + status)
                    : ProviderFailure.wrong("status " + status);
        }
    }

    /** A token endpoint's 401 is about us and not about the user, unless it says so. */
    static void requireTokens(int status, @Nullable String retryAfter, @Nullable Buffer body) {
        String error = errorOf(body);
        if (error != null && status < 500 && status != 429) {
            throw isRefusal(error)
                    ? ProviderFailure.refused(error)
                    : ProviderFailure.wrong("token endpoint says " + printable(error));
        }
        if (status == 401) {
            throw ProviderFailure.wrong("status 401");
        }
        requireSuccess(status, retryAfter, body);
        object(body);
    }

    static JsonObject object(@Nullable Buffer body) {
        if (parse(body) instanceof JsonObject object) {
            return object;
        }
        throw ProviderFailure.wrong("answer is no JSON object");
    }

    static JsonArray array(@Nullable Buffer body) {
        if (parse(body) instanceof JsonArray array) {
            return array;
        }
        throw ProviderFailure.wrong("answer is no JSON array");
    }

    /** A field's text; numbers as their digits, since some providers number their users. Null if absent or other. */
    static @Nullable String text(JsonObject object, String field) {
        Object value = object.getValue(field);
        if (value instanceof String text) {
            return text.isBlank() ? null : text;
        }
        return value instanceof Integer || value instanceof Long || value instanceof BigInteger
                ? value.toString()
                : null;
    }

    private static @Nullable Object parse(@Nullable Buffer body) {
        try {
            return body == null ? null : Json.decodeValue(body);
        } catch (DecodeException unreadable) {
            throw ProviderFailure.wrong("answer is no JSON");
        }
    }

    private static @Nullable String errorOf(@Nullable Buffer body) {
        try {
            return body != null && Json.decodeValue(body) instanceof JsonObject object ? text(object, "error") : null;
        } catch (DecodeException unreadable) {
            return null;
        }
    }

    private static boolean isRefusal(@Nullable String error) {
        return error != null && REFUSALS.contains(error);
    }

    private static Duration wait(@Nullable String retryAfter) {
        if (retryAfter == null || !retryAfter.trim().matches("\\d{1,9}")) {
            return USUAL_WAIT;
        }
        Duration wanted = Duration.ofSeconds(Long.parseLong(retryAfter.trim()));
        if (wanted.compareTo(SHORTEST_WAIT) < 0) {
            return SHORTEST_WAIT;
        }
        return wanted.compareTo(LONGEST_WAIT) < 0 ? wanted : LONGEST_WAIT;
    }

    private static String printable(String error) {
        return error.replaceAll("[^A-Za-z0-9_-]", "?").substring(0, Math.min(error.length(), 40));
    }
}
