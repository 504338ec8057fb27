package org.tallybook.gateway.session;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.tallybook.gateway.exchange.GatewaySlugs;
import org.tallybook.gateway.guard.DoorConfig;
import org.tallybook.gateway.guard.InternalKey;
import org.tallybook.gateway.route.Route;
import org.tallybook.gateway.route.Routes;
import org.tallybook.gateway.route.Upstream;
import org.tallybook.kit.problem.Rejected;

/**
 * Asks auth-service what a session or a personal access token is worth. The call changes nothing there but the time of
 * the last use, so one lost to a stale connection is repeated once.
 */
@Singleton
class TicketExchange {

    private static final int POOL = 64;

    private final HttpClient client;
    private final Routes routes;
    private final String internalKey;
    private final SessionConfig config;
    private final Clock clock;

    TicketExchange(Vertx vertx, Routes routes, DoorConfig door, SessionConfig config, Clock clock) {
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(POOL)
                .setMaxWaitQueueSize(POOL * 16)
                .setKeepAliveTimeout(30)
                .setConnectTimeout(2_000));
        this.routes = routes;
        this.internalKey = InternalKey.read(door);
        this.config = config;
        this.clock = clock;
    }

    /**
     * The access token of a ticket, or empty if it is worth nothing any more. Fails with a 503 problem if
     * auth-service cannot say.
     */
    Future<Optional<AccessToken>> exchange(Ticket ticket) {
        return ask(ticket)
                .recover(lost -> ask(ticket))
                .timeout(config.exchangeTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .recover(failure -> Future.failedFuture(Rejected.because(GatewaySlugs.UPSTREAM_UNAVAILABLE)
                        .retryAfter(java.time.Duration.ofSeconds(2))));
    }

    private Future<Optional<AccessToken>> ask(Ticket ticket) {
        Upstream auth = routes.named("auth").map(Route::upstreams).orElseThrow().next();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(auth.host())
                .setPort(auth.port())
                .setURI(ticket.kind().path)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.ACCEPT, "application/json")
                .putHeader(InternalKey.HEADER, internalKey);
        Buffer body =
                new JsonObject().put(ticket.kind().member, ticket.secret()).toBuffer();
        return client.request(options).compose(request -> send(request, body));
    }

    private Future<Optional<AccessToken>> send(HttpClientRequest request, Buffer body) {
        return request.send(body).compose(response -> response.body().compose(bytes -> read(response, bytes)));
    }

    private Future<Optional<AccessToken>> read(HttpClientResponse response, Buffer bytes) {
        return switch (response.statusCode()) {
            case 200 -> Future.succeededFuture(Optional.of(token(bytes.toJsonObject())));
            case 401 -> Future.succeededFuture(Optional.empty());
            default -> Future.failedFuture("exchange answered " + response.statusCode());
        };
    }

    private AccessToken token(JsonObject answer) {
        return new AccessToken(
                answer.getString("accessToken"),
                answer.getString("userId"),
                clock.instant().plusSeconds(answer.getLong("expiresIn")));
    }
}
