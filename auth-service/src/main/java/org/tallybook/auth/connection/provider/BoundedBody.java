package org.tallybook.auth.connection.provider;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.codec.BodyCodec;
import io.vertx.ext.web.codec.spi.BodyStream;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.connection.domain.ProviderFailure;

/** Collects an answer up to a size; what comes after that is dropped as it arrives and never kept. */
record BoundedBody(int largest) implements BodyCodec<Buffer> {

    @Override
    public void create(Handler<AsyncResult<BodyStream<Buffer>>> handler) {
        handler.handle(Future.succeededFuture(new Collector(largest)));
    }

    private static final class Collector implements BodyStream<Buffer> {

        private final int largest;
        private final Buffer collected = Buffer.buffer();
        private final Promise<Buffer> result = Promise.promise();

        Collector(int largest) {
            this.largest = largest;
        }

        @Override
        public Future<Void> write(Buffer chunk) {
            if (collected.length() + chunk.length() > largest) {
                ProviderFailure tooLarge = ProviderFailure.wrong("answer larger than " + largest + " bytes");
                result.tryFail(tooLarge);
                return Future.failedFuture(tooLarge);
            }
            collected.appendBuffer(chunk);
            return Future.succeededFuture();
        }

        @Override
        public void write(Buffer chunk, Handler<AsyncResult<Void>> handler) {
            Future<Void> written = write(chunk);
            if (handler != null) {
                written.onComplete(handler);
            }
        }

        @Override
        public void end(Handler<AsyncResult<Void>> handler) {
            result.tryComplete(collected);
            if (handler != null) {
                handler.handle(Future.succeededFuture());
            }
        }

        @Override
        public void handle(Throwable failure) {
            result.tryFail(failure);
        }

        @Override
        public Future<Buffer> result() {
            return result.future();
        }

        @Override
        public BodyStream<Buffer> setWriteQueueMaxSize(int size) {
            return this;
        }

        @Override
        public boolean writeQueueFull() {
            return false;
        }

        @Override
        public BodyStream<Buffer> drainHandler(@Nullable Handler<Void> handler) {
            return this;
        }

        @Override
        public BodyStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
            return this;
        }
    }
}
