package org.tallybook.gateway;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.tallybook.gateway.exchange.Interceptor;
import org.tallybook.gateway.proxy.Chain;
import org.tallybook.gateway.proxy.Door;
import org.tallybook.gateway.proxy.Drain;
import org.tallybook.gateway.proxy.ProxyConfig;
import org.tallybook.gateway.route.Routes;

/**
 * Opens the door when the application has started and closes it before it stops: one {@link Door} an event loop, all on
 * one port. The platform's own HTTP server is off; its management server answers health and metrics.
 */
@Singleton
class Gateway {

    private static final Logger LOG = Logger.getLogger(Gateway.class);
    private static final Duration START = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final ProxyConfig config;
    private final Routes routes;
    private final Chain chain;
    private final Drain drain = new Drain();

    Gateway(Vertx vertx, ProxyConfig config, Routes routes, Entrance entrance, Inside inside) {
        this.vertx = vertx;
        this.config = config;
        this.routes = routes;
        List<Interceptor> all = Stream.of(entrance.steps(), inside.steps())
                .flatMap(List::stream)
                .toList();
        this.chain = new Chain(entrance.naming(), all);
    }

    void open(@Observes StartupEvent started) throws Exception {
        routes.print();
        int loops = config.loops() > 0 ? config.loops() : Runtime.getRuntime().availableProcessors();
        vertx.deployVerticle(() -> new Door(config, chain, drain), new DeploymentOptions().setInstances(loops))
                .toCompletionStage()
                .toCompletableFuture()
                .get(START.toSeconds(), TimeUnit.SECONDS);
        LOG.infof("gateway listens on http://%s:%d", config.host(), config.port());
    }

    /** New requests are told to go elsewhere; running ones may finish. */
    void close(@Observes ShutdownEvent stopping) throws InterruptedException {
        drain.begin();
        if (!drain.awaitIdle(config.drain())) {
            LOG.warnf("%d requests were still running when the gateway stopped", drain.running());
        }
    }
}
