package org.tallybook.gateway.proxy;

import io.netty.channel.ChannelPipeline;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.Http1xServerConnection;
import io.vertx.core.tracing.TracingPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tallybook.gateway.exchange.Exchange;
import org.tallybook.gateway.exchange.GatewaySlugs;
import org.tallybook.gateway.exchange.Interceptor;
import org.tallybook.gateway.exchange.LastAnswer;
import org.tallybook.gateway.guard.StrictRequestDecoder;
import org.tallybook.kit.problem.Rejected;

/**
 * One event loop's share of the door: a server socket, the chain, and connections to the upstreams of its own, so that
 * a request never leaves its thread.
 *
 * <p>The server is ours and not the platform's because the decoder must be replaced on each connection before its first
 * byte is read, and because what the decoder refuses is to be answered with a problem. HTTP/2 over plain TCP is off for
 * the same reason: Vert.x would read the first request before we see the connection.
 */
public final class Door extends AbstractVerticle {

    private final ProxyConfig config;
    private final Chain chain;
    private final Drain drain;
    private final HttpServerOptions options;
    private List<Interceptor> interceptors = List.of();

    public Door(ProxyConfig config, Chain chain, Drain drain) {
        this.config = config;
        this.chain = chain;
        this.drain = drain;
        this.options = options(config);
    }

    private static HttpServerOptions options(ProxyConfig config) {
        return new HttpServerOptions()
                .setHost(config.host())
                .setPort(config.port())
                .setMaxHeaderSize(Math.toIntExact(config.headerLimit().asLongValue()))
                .setMaxInitialLineLength(Math.toIntExact(config.targetLimit().asLongValue()))
                .setIdleTimeout(Math.toIntExact(config.idleTimeout().toSeconds()))
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setHandle100ContinueAutomatically(true)
                .setCompressionSupported(false)
                .setHttp2ClearTextEnabled(false)
                .setTracingPolicy(TracingPolicy.IGNORE);
    }

    @Override
    public void start(Promise<Void> started) {
        interceptors = new ArrayList<>(chain.steps());
        interceptors.add(new Forwarding(UpstreamClients.create(vertx, config)));
        vertx.createHttpServer(options)
                .connectionHandler(this::harden)
                .invalidRequestHandler(this::refuse)
                .requestHandler(this::serve)
                .listen()
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private void harden(HttpConnection connection) {
        if (connection instanceof Http1xServerConnection http1) {
            ChannelPipeline pipeline = http1.channelHandlerContext().pipeline();
            pipeline.replace("httpDecoder", "httpDecoder", new StrictRequestDecoder(options, config.headDeadline()));
        }
    }

    private void serve(HttpServerRequest request) {
        if (LastAnswer.promised(request.connection())) {
            return;
        }
        drain.enter();
        Exchange exchange = new Exchange(request, vertx, interceptors);
        exchange.whenOver(drain::leave);
        if (drain.begun()) {
            exchange.onHead(fields -> fields.set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE));
        }
        exchange.begin();
    }

    /** What could not be decoded has no trustworthy target or field; the connection ends with the answer. */
    private void refuse(HttpServerRequest request) {
        List<Interceptor> refusal = new ArrayList<>(chain.entrance());
        refusal.add(exchange -> exchange.refuse(Rejected.because(GatewaySlugs.MALFORMED_REQUEST)));
        Exchange exchange = new Exchange(request, vertx, refusal);
        exchange.onHead(fields -> fields.set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE));
        exchange.begin();
    }
}
