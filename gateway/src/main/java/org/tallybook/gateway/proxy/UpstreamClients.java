package org.tallybook.gateway.proxy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.tracing.TracingPolicy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The connections of one event loop to all upstreams. Event streams have their own: otherwise as many streams as the
 * pool is large would leave no connection for ordinary calls.
 *
 * @param calls for answers that end
 * @param streams for answers that stay open
 */
record UpstreamClients(HttpClient calls, HttpClient streams) {

    static UpstreamClients create(Vertx vertx, ProxyConfig config) {
        return new UpstreamClients(
                vertx.createHttpClient(options(config, config.upstreamIdle()), pool(config, config.pool())),
                vertx.createHttpClient(options(config, config.streamIdle()), pool(config, config.streamPool())));
    }

    private static PoolOptions pool(ProxyConfig config, int size) {
        return new PoolOptions().setHttp1MaxSize(size).setMaxWaitQueueSize(config.queue());
    }

    private static HttpClientOptions options(ProxyConfig config, Duration idle) {
        return new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis()))
                .setKeepAliveTimeout(Math.toIntExact(config.keepAlive().toSeconds()))
                .setIdleTimeout(Math.toIntExact(idle.toSeconds()))
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setDecompressionSupported(false)
                .setMaxHeaderSize(64 * 1024)
                .setTracingPolicy(TracingPolicy.IGNORE);
    }
}
