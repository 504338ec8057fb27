package org.tallybook.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/**
 * A request body that may not exceed a limit. It passes on at most that many bytes, then fails with the problem for it;
 * backpressure goes straight through to the client's connection.
 */
final class CountedBody implements ReadStream<Buffer> {

    private final HttpServerRequest request;
    private final long limit;
    private final Runnable onProgress;
    private long seen;
    private boolean exceeded;
    private @Nullable Handler<Throwable> exceptionHandler;

    CountedBody(HttpServerRequest request, long limit, Runnable onProgress) {
        this.request = request;
        this.limit = limit;
        this.onProgress = onProgress;
    }

    @Override
    public CountedBody handler(@Nullable Handler<Buffer> handler) {
        request.handler(handler == null ? null : chunk -> pass(chunk, handler));
        return this;
    }

    private void pass(Buffer chunk, Handler<Buffer> handler) {
        seen += chunk.length();
        if (seen <= limit) {
            onProgress.run();
            handler.handle(chunk);
        } else if (!exceeded) {
            exceeded = true;
            fail(Rejected.because(KitSlugs.BODY_TOO_LARGE).with("limitBytes", limit));
        }
    }

    private void fail(Throwable cause) {
        if (exceptionHandler != null) {
            exceptionHandler.handle(cause);
        }
    }

    @Override
    public CountedBody exceptionHandler(@Nullable Handler<Throwable> handler) {
        exceptionHandler = handler;
        request.exceptionHandler(this::fail);
        return this;
    }

    @Override
    public CountedBody endHandler(@Nullable Handler<Void> handler) {
        request.endHandler(handler == null ? null : end -> endUnlessExceeded(handler));
        return this;
    }

    private void endUnlessExceeded(Handler<Void> handler) {
        if (!exceeded) {
            handler.handle(null);
        }
    }

    @Override
    public CountedBody pause() {
        request.pause();
        return this;
    }

    @Override
    public CountedBody resume() {
        request.resume();
        return this;
    }

    @Override
    public CountedBody fetch(long amount) {
        request.fetch(amount);
        return this;
    }
}
