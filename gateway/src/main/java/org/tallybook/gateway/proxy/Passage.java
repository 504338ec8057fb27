package org.tallybook.gateway.proxy;

import io.vertx.core.AsyncResult;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import java.net.SocketException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tallybook.gateway.access.DoorLog;
import org.tallybook.gateway.exchange.AnswerRewrite;
import org.tallybook.gateway.exchange.Exchange;
import org.tallybook.gateway.exchange.GatewaySlugs;
import org.tallybook.gateway.exchange.SecondChance;
import org.tallybook.gateway.route.Route;
import org.tallybook.gateway.route.Upstream;
import org.tallybook.kit.problem.Rejected;

/**
 * One request's passage to an upstream until its answer begins.
 *
 * <pre>
 *   connecting ──→ waiting for the head ──→ answering (StreamedAnswer or WholeAnswer)
 *     │   ↑ │              │  │
 *     │   └─┴── once more ─┘  │        "over" from any state: answered, refused, or the client left
 *     └────────→ over ←───────┘
 * </pre>
 *
 * <p>Tried again: any request whose connection could not be made, on the next instance, since nothing was sent; and once
 * a safe request without a body whose kept-alive connection turned out to be closed, or whose token was outdated.
 * Everything runs on one event loop, so "over" needs no lock: late callbacks see it and do nothing.
 */
final class Passage {

    private final Exchange exchange;
    private final Route route;
    private final HttpClient client;
    private final Deadline deadline;
    private int connectsLeft;
    private boolean repeated;
    private boolean over;
    private @Nullable HttpClientRequest request;

    Passage(Exchange exchange, Route route, HttpClient client) {
        this.exchange = exchange;
        this.route = route;
        this.client = client;
        this.deadline = new Deadline(exchange.vertx(), route.timeout(), this::timedOut);
        this.connectsLeft = route.upstreams().size();
    }

    void start() {
        exchange.whenClientLeaves(this::abandon);
        deadline.start();
        connect();
    }

    private void connect() {
        Upstream instance = route.upstreams().next();
        RequestOptions options = new RequestOptions()
                .setMethod(exchange.request().method())
                .setHost(instance.host())
                .setPort(instance.port())
                .setURI(exchange.request().uri());
        connectsLeft--;
        client.request(options).onComplete(result -> exchange.guarded(() -> connected(instance, result)));
    }

    private void connected(Upstream instance, AsyncResult<HttpClientRequest> result) {
        if (over) {
            // The client left or the deadline passed meanwhile: give the connection back instead of leaking it.
            if (result.succeeded()) {
                result.result().reset();
            }
        } else if (result.succeeded()) {
            send(result.result());
        } else {
            boolean unreachable = UpstreamFailures.isUnreachable(result.cause());
            if (unreachable) {
                instance.eject();
            }
            if (unreachable && connectsLeft > 0) {
                connect();
            } else {
                fail(UpstreamFailures.toProblem(result.cause()));
            }
        }
    }

    private void send(HttpClientRequest fresh) {
        request = fresh;
        HopByHop.copyEndToEnd(exchange.forwarded(), fresh.headers());
        fresh.headers().remove(HttpHeaders.HOST);
        // The future of the answer tells the same; without a handler Vert.x would log each client that left.
        fresh.exceptionHandler(failure -> {});
        fresh.response().onComplete(result -> exchange.guarded(() -> headArrived(fresh, result)));
        if (exchange.hasBody()) {
            upload(fresh);
        } else {
            fresh.end();
        }
    }

    private void upload(HttpClientRequest fresh) {
        fresh.setChunked(exchange.header(HttpHeaders.CONTENT_LENGTH) == null);
        CountedBody body = new CountedBody(exchange.request(), route.bodyLimit(), deadline::progress);
        body.pipe().endOnFailure(false).to(fresh).onFailure(cause -> exchange.guarded(() -> uploadFailed(cause)));
    }

    /** Other causes show up as a failure of the answer, or as a client that left. */
    private void uploadFailed(Throwable cause) {
        if (!over && cause instanceof Rejected tooLarge) {
            fail(tooLarge);
        }
    }

    private void headArrived(HttpClientRequest asked, AsyncResult<HttpClientResponse> result) {
        if (over || asked != request) {
            return;
        }
        if (result.succeeded()) {
            deadline.stop();
            answer(result.result());
        } else if (mayRepeat() && isStale(result.cause())) {
            repeat();
        } else {
            fail(UpstreamFailures.toProblem(result.cause()));
        }
    }

    private void answer(HttpClientResponse upstream) {
        if (upstream.statusCode() == 401 && exchange.find(SecondChance.KEY).isPresent() && !repeated) {
            upstream.pause();
            exchange.await(
                    exchange.get(SecondChance.KEY).afterUnauthorized(),
                    better -> afterSecondChance(upstream, better.succeeded() && better.result()));
        } else {
            relay(upstream);
        }
    }

    private void afterSecondChance(HttpClientResponse upstream, boolean better) {
        if (better && mayRepeat()) {
            upstream.handler(null);
            upstream.resume();
            repeat();
        } else {
            relay(upstream);
        }
    }

    private void relay(HttpClientResponse upstream) {
        exchange.put(DoorLog.ANSWERED_BY_SERVICE, true);
        exchange.find(AnswerRewrite.KEY)
                .ifPresentOrElse(
                        rewrite -> new WholeAnswer(exchange, upstream, rewrite, this::ended).read(),
                        () -> new StreamedAnswer(exchange, upstream, this::ended).begin());
    }

    private boolean mayRepeat() {
        return !repeated && exchange.safeMethod() && !exchange.hasBody();
    }

    private static boolean isStale(Throwable cause) {
        return cause instanceof HttpClosedException || cause instanceof SocketException;
    }

    private void repeat() {
        repeated = true;
        connectsLeft = Math.max(connectsLeft, 1);
        deadline.start();
        connect();
    }

    private void timedOut() {
        exchange.guarded(
                () -> fail(Rejected.because(GatewaySlugs.UPSTREAM_TIMEOUT).retryAfter(Duration.ofSeconds(2))));
    }

    private void fail(Rejected problem) {
        if (!over) {
            stop();
            exchange.refuse(problem);
        }
    }

    /** The answer is complete or broken; an upload that nobody reads any more ends with it. */
    private void ended() {
        if (exchange.hasBody() && !exchange.request().isEnded()) {
            stop();
        }
        over = true;
    }

    /** The client left: the upstream must notice soon, above all when it is writing an endless stream. */
    private void abandon() {
        stop();
    }

    private void stop() {
        over = true;
        deadline.stop();
        if (request != null) {
            request.reset();
        }
    }
}
