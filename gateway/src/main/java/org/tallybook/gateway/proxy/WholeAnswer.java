package org.tallybook.gateway.proxy;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import org.tallybook.gateway.exchange.Answer;
import org.tallybook.gateway.exchange.AnswerRewrite;
import org.tallybook.gateway.exchange.Answers;
import org.tallybook.gateway.exchange.Exchange;
import org.tallybook.gateway.exchange.GatewaySlugs;
import org.tallybook.kit.problem.Rejected;

/** Reads a small answer completely, lets it be rewritten, and sends the result. */
final class WholeAnswer {

    private final Exchange exchange;
    private final HttpClientResponse upstream;
    private final AnswerRewrite rewrite;
    private final Runnable whenOver;
    private final Buffer collected = Buffer.buffer();
    private boolean done;

    WholeAnswer(Exchange exchange, HttpClientResponse upstream, AnswerRewrite rewrite, Runnable whenOver) {
        this.exchange = exchange;
        this.upstream = upstream;
        this.rewrite = rewrite;
        this.whenOver = whenOver;
    }

    void read() {
        upstream.exceptionHandler(failure -> exchange.guarded(this::fail));
        upstream.handler(chunk -> exchange.guarded(() -> collect(chunk)));
        upstream.endHandler(end -> exchange.guarded(this::complete));
        upstream.resume();
    }

    private void collect(Buffer chunk) {
        if (!done) {
            collected.appendBuffer(chunk);
            if (collected.length() > AnswerRewrite.LARGEST) {
                fail();
            }
        }
    }

    private void complete() {
        if (!done) {
            done = true;
            Answer whole = new Answer(upstream.statusCode(), upstream.headers(), collected);
            exchange.await(rewritten(whole), this::send);
        }
    }

    private Future<Answer> rewritten(Answer whole) {
        try {
            return rewrite.apply(whole);
        } catch (RuntimeException fault) {
            return Future.failedFuture(fault);
        }
    }

    private void send(AsyncResult<Answer> result) {
        whenOver.run();
        if (result.failed()) {
            throw (RuntimeException) result.cause();
        }
        Answer answer = result.result();
        MultiMap fields = MultiMap.caseInsensitiveMultiMap().addAll(answer.fields());
        fields.remove(HttpHeaders.CONTENT_LENGTH);
        UpstreamHead.put(exchange, answer.status(), fields);
        exchange.response().end(answer.body());
        Answers.discardBody(exchange);
    }

    private void fail() {
        done = true;
        whenOver.run();
        exchange.refuse(Rejected.because(GatewaySlugs.UPSTREAM_FAILED));
    }
}
