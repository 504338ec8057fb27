package org.tallybook.gateway.fake;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** An upstream that echoes, and misbehaves on demand: the last segment of the path says how. */
public final class FakeTracker implements Handler<HttpServerRequest> {

    private static final Buffer BLOCK = Buffer.buffer(new byte[64 * 1024]);

    public final Queue<String> seen = new ConcurrentLinkedQueue<>();
    public final AtomicInteger openStreams = new AtomicInteger();
    public final AtomicLong bytesWritten = new AtomicLong();
    public final AtomicInteger stale = new AtomicInteger();
    public volatile String refusedBearer = "";

    /** How many requests arrived whose target contains this. */
    public long seen(String part) {
        return seen.stream().filter(target -> target.contains(part)).count();
    }

    @Override
    public void handle(HttpServerRequest request) {
        seen.add(request.method() + " " + request.uri());
        String[] segments = request.path().split("/");
        switch (segments[segments.length - 1]) {
            case "hang" -> request.bodyHandler(body -> {});
            case "reset-head" -> request.connection().close();
            case "stale" -> stale(request);
            case "reset-body" -> resetBody(request);
            case "cors" -> doubledCors(request);
            case "hops" -> hops(request);
            case "sse" -> stream(request);
            case "big" -> big(request);
            case "unread" -> request.response().setStatusCode(401).end("no");
            case "trailers" -> trailers(request);
            case "not-modified" ->
                request.response().setStatusCode(304).putHeader("ETag", "\"1\"").end();
            case "deleted" -> request.response().setStatusCode(204).end();
            default -> request.bodyHandler(body -> echo(request, body));
        }
    }

    private void echo(HttpServerRequest request, Buffer body) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.equals("Bearer " + refusedBearer)) {
            request.response().setStatusCode(401).end("{}");
            return;
        }
        JsonObject fields = new JsonObject();
        for (String name : request.headers().names()) {
            fields.put(
                    name.toLowerCase(java.util.Locale.ROOT),
                    new JsonArray(request.headers().getAll(name)));
        }
        request.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("ETag", "\"1\"")
                .end(new JsonObject()
                        .put("method", request.method().name())
                        .put("uri", request.uri())
                        .put("fields", fields)
                        .put("length", body.length())
                        .put("body", body.length() < 1000 ? body.toString() : "")
                        .toBuffer());
    }

    private void stale(HttpServerRequest request) {
        if (stale.getAndIncrement() == 0) {
            request.connection().close();
        } else {
            request.response().end("fresh");
        }
    }

    private static void resetBody(HttpServerRequest request) {
        request.response().putHeader("Content-Length", "1000").write("only this");
        Vertx.currentContext()
                .owner()
                .setTimer(50, timer -> request.connection().close());
    }

    private static void doubledCors(HttpServerRequest request) {
        request.response()
                .putHeader("Access-Control-Allow-Origin", List.<String>of("*", "http://app.test"))
                .putHeader("Access-Control-Allow-Credentials", "true")
                .putHeader("Set-Cookie", "stray=1")
                .putHeader("Vary", "Accept-Language")
                .end("{}");
    }

    private static void hops(HttpServerRequest request) {
        request.response()
                .putHeader("Connection", "X-Private")
                .putHeader("X-Private", "1")
                .putHeader("Keep-Alive", "timeout=5")
                .putHeader("Upgrade", "h2c")
                .putHeader("Expires", "0")
                .end("{}");
    }

    private void stream(HttpServerRequest request) {
        openStreams.incrementAndGet();
        request.response().closeHandler(closed -> openStreams.decrementAndGet());
        request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
        request.response().write("data: first\n\n");
        Vertx.currentContext().owner().setTimer(400, timer -> request.response().write("data: second\n\n"));
    }

    private void big(HttpServerRequest request) {
        long total = Long.parseLong(request.getParam("bytes"));
        bytesWritten.set(0);
        request.response().putHeader("Content-Length", Long.toString(total));
        pour(request, total);
    }

    private void pour(HttpServerRequest request, long total) {
        while (!request.response().writeQueueFull() && bytesWritten.get() < total) {
            int size = (int) Math.min(BLOCK.length(), total - bytesWritten.get());
            bytesWritten.addAndGet(size);
            request.response().write(BLOCK.slice(0, size));
        }
        if (bytesWritten.get() < total) {
            request.response().drainHandler(drained -> pour(request, total));
        } else {
            request.response().end();
        }
    }

    private static void trailers(HttpServerRequest request) {
        request.response().setChunked(true).putTrailer("X-Checksum", "42").end("body");
    }
}
