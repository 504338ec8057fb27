package org.tallybook.gateway.proxy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;
import org.tallybook.gateway.exchange.Answers;
import org.tallybook.gateway.exchange.Exchange;

/**
 * Passes an answer on as it comes, at the speed the client takes it; nothing is collected. The head goes out at once,
 * because the first event of a stream may be minutes away.
 *
 * <p>The result of a write is not looked at: a client that left is noticed by the exchange, and touching a response
 * whose write failed makes Vert.x 4.5 throw.
 */
final class StreamedAnswer {

    private final Exchange exchange;
    private final HttpClientResponse upstream;
    private final HttpServerResponse response;
    private final Runnable whenOver;

    StreamedAnswer(Exchange exchange, HttpClientResponse upstream, Runnable whenOver) {
        this.exchange = exchange;
        this.upstream = upstream;
        this.response = exchange.response();
        this.whenOver = whenOver;
    }

    void begin() {
        UpstreamHead.put(exchange, upstream.statusCode(), upstream.headers());
        if (UpstreamHead.isBodyless(exchange, upstream)) {
            upstream.endHandler(end -> {});
            upstream.resume();
            finish();
            return;
        }
        response.setChunked(!response.headers().contains(HttpHeaders.CONTENT_LENGTH));
        upstream.exceptionHandler(failure -> exchange.guarded(this::breakOff));
        upstream.endHandler(end -> exchange.guarded(this::end));
        upstream.handler(chunk -> exchange.guarded(() -> pass(chunk)));
        response.write(Buffer.buffer());
        upstream.resume();
    }

    private void pass(Buffer chunk) {
        if (exchange.clientGone()) {
            return;
        }
        response.write(chunk);
        if (response.writeQueueFull()) {
            upstream.pause();
            response.drainHandler(drained -> upstream.resume());
        }
    }

    private void end() {
        if (exchange.clientGone()) {
            return;
        }
        if (response.isChunked()) {
            for (Map.Entry<String, String> trailer : upstream.trailers()) {
                response.putTrailer(trailer.getKey(), trailer.getValue());
            }
        }
        finish();
    }

    private void finish() {
        response.end();
        whenOver.run();
        Answers.discardBody(exchange);
    }

    /** The upstream died halfway: the client must not take what it has for the whole. */
    private void breakOff() {
        whenOver.run();
        Answers.breakOff(exchange);
    }
}
