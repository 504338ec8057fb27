package org.tallybook.tracker.integration.provider;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallybook.tracker.integration.domain.SourceFailure;
import org.tallybook.tracker.integration.domain.SourceFailure.Reason;

/** Asks a provider on behalf of a user; whatever is not plainly right becomes a {@link SourceFailure}. */
@Singleton
public class ProviderAnswers {

    private static final Duration LONGEST_WAIT = Duration.ofDays(1);
    private static final Duration USUAL_WAIT = Duration.ofMinutes(1);

    private final OutboundCalls calls;

    ProviderAnswers(OutboundCalls calls) {
        this.calls = calls;
    }

    /** The JSON object that is answered with 200. */
    public Uni<JsonObject> get(URI address, String accessToken) {
        Map<String, String> headers = Map.of("Authorization", "Bearer " + accessToken);
        return calls.send(new OutboundCalls.Call(HttpMethod.GET, address, headers, null))
                .map(ProviderAnswers::object);
    }

    private static JsonObject object(OutboundCalls.Answer answer) {
        requireSuccess(answer);
        return parse(answer.body());
    }

    private static void requireSuccess(OutboundCalls.Answer answer) {
        int status = answer.status();
        if (status == 429) {
            throw SourceFailure.busy(wait(answer.retryAfter(), USUAL_WAIT));
        }
        if (status != 200) {
            throw SourceFailure.because(reason(status), "status " + status);
        }
    }

    private static Reason reason(int status) {
        return switch (status) {
            case 401 -> Reason.TOKEN_REFUSED;
            case 403 -> Reason.FORBIDDEN;
            default -> status >= 500 ? Reason.UNAVAILABLE : Reason.WRONG;
        };
    }

    /** RFC 9110, section 10.2.3, in seconds: 1 s to a day. A date, which no known provider sends, counts as nothing. */
    static Duration wait(@Nullable String retryAfter, Duration otherwise) {
        if (retryAfter == null || !retryAfter.trim().matches("\\d{1,9}")) {
            return otherwise;
        }
        Duration wanted = Duration.ofSeconds(Math.max(1, Long.parseLong(retryAfter.trim())));
        return wanted.compareTo(LONGEST_WAIT) < 0 ? wanted : LONGEST_WAIT;
    }

    static JsonObject parse(Buffer body) {
        try {
            if (Json.decodeValue(body) instanceof JsonObject object) {
                return object;
            }
        } catch (DecodeException unreadable) {
            throw SourceFailure.because(Reason.WRONG, "answer is no JSON");
        }
        throw SourceFailure.because(Reason.WRONG, "answer is no JSON object");
    }
}
