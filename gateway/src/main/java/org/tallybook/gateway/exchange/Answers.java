package org.tallybook.gateway.exchange;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.jackson.DatabindCodec;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.problem.Languages;
import org.tallybook.kit.problem.Problem;
import org.tallybook.kit.problem.Problems;
import org.tallybook.kit.problem.Rejected;

/** Writes the answers that the gateway gives itself. */
public final class Answers {

    /** Left by the trace interceptor, so that every problem names the trace it belongs to. */
    public static final Key<String> TRACE_ID = Key.named("traceId");

    /** How long a client may go on sending a body that nobody wants, so that it gets to read the refusal. */
    private static final Duration LINGER = Duration.ofSeconds(1);

    private Answers() {}

    /** Answers a problem (RFC 9457); if an answer has already begun, breaks the connection instead. */
    public static void refuse(Exchange exchange, Rejected rejection) {
        if (exchange.clientGone()) {
            return;
        }
        if (exchange.answered()) {
            breakOff(exchange);
            return;
        }
        Problem problem = Problems.of(
                rejection,
                Languages.of(exchange.header(HttpHeaders.ACCEPT_LANGUAGE)),
                exchange.path(),
                exchange.find(TRACE_ID).orElse(null));
        exchange.onHead(fields -> fields.set(HttpHeaders.CACHE_CONTROL, "no-store"));
        rejection
                .retryAfter()
                .ifPresent(wait -> exchange.response()
                        .putHeader(
                                HttpHeaders.RETRY_AFTER,
                                Long.toString(wait.plusMillis(999).toSeconds())));
        if (problem.status() == 401) {
            exchange.response().putHeader("WWW-Authenticate", "Bearer realm=\"tallybook\"");
        }
        send(exchange, problem.status(), Problem.MEDIA_TYPE, encode(problem));
    }

    /** Answers with a body of ours. */
    public static void send(Exchange exchange, int status, String mediaType, Buffer body) {
        exchange.response().putHeader(HttpHeaders.CONTENT_TYPE, mediaType);
        finish(exchange, status, body);
    }

    /** Answers without a body. */
    public static void sendEmpty(Exchange exchange, int status) {
        finish(exchange, status, null);
    }

    private static void finish(Exchange exchange, int status, @Nullable Buffer body) {
        HttpServerRequest request = exchange.request();
        HttpServerResponse response = exchange.response();
        response.setStatusCode(status);
        if (exchange.hasBody() && !request.isEnded() && request.version() != HttpVersion.HTTP_2) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        exchange.announceHead();
        if (body == null) {
            response.end();
        } else if (request.method() == HttpMethod.HEAD) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
            response.end();
        } else {
            response.end(body);
        }
        discardBody(exchange);
    }

    /**
     * Settles what the client still sends after its answer: an unwanted rest is read on for a moment, then a connection
     * that was promised to close is closed. Closing at once would reset the connection under the answer; reading for
     * ever would be a gift to an attacker.
     */
    public static void discardBody(Exchange exchange) {
        HttpServerRequest request = exchange.request();
        boolean last = LastAnswer.promised(request.connection());
        if (!request.isEnded()) {
            request.handler(null);
            request.endHandler(ended -> closeIf(last, request));
            request.resume();
            if (last) {
                exchange.vertx()
                        .setTimer(
                                LINGER.toMillis(), timer -> request.connection().close());
            }
        } else {
            closeIf(last, request);
        }
    }

    private static void closeIf(boolean last, HttpServerRequest request) {
        if (last) {
            request.connection().close();
        }
    }

    /**
     * Ends an answer that cannot be completed so that the client notices: an HTTP/1.1 connection is closed, an HTTP/2
     * stream is reset. A clean end would pass a truncated body off as a whole one.
     */
    public static void breakOff(Exchange exchange) {
        HttpServerRequest request = exchange.request();
        if (exchange.clientGone() || request.response().ended()) {
            return;
        }
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset(2L);
        } else {
            request.connection().close();
        }
    }

    private static Buffer encode(Problem problem) {
        try {
            return Buffer.buffer(DatabindCodec.mapper().writeValueAsBytes(problem));
        } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
            throw new IllegalStateException("a problem is always writable", impossible);
        }
    }
}
