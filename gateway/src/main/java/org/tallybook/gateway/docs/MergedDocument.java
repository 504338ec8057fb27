package org.tallybook.gateway.docs;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.tallybook.gateway.guard.DoorConfig;
import org.tallybook.gateway.route.Routes;
import org.tallybook.gateway.session.Cookies;

/**
 * The merged document, made on demand and kept for a while; a service that is away keeps its part as it was when it last
 * answered. Two requests at once may both fetch it: the result is the same.
 */
@Singleton
class MergedDocument {

    private static final Logger LOG = Logger.getLogger(MergedDocument.class);

    private final HttpClient client;
    private final DocsConfig config;
    private final Routes routes;
    private final String server;
    private final String sessionCookie;
    private final Clock clock;
    private final Map<String, JsonObject> lastGood = new ConcurrentHashMap<>();
    private volatile Buffer merged = Buffer.buffer();
    private volatile Instant staleAt = Instant.MIN;

    MergedDocument(Vertx vertx, DocsConfig config, Routes routes, DoorConfig door, Cookies cookies, Clock clock) {
        this.client = vertx.createHttpClient();
        this.config = config;
        this.routes = routes;
        this.server = door.publicUrl().toString();
        this.sessionCookie = cookies.sessionName();
        this.clock = clock;
    }

    Future<Buffer> current() {
        if (clock.instant().isBefore(staleAt)) {
            return Future.succeededFuture(merged);
        }
        List<Future<JsonObject>> fetches = config.source().entrySet().stream()
                .map(source -> fetch(source.getKey(), source.getValue()))
                .toList();
        return Future.join(fetches).transform(fetched -> Future.succeededFuture(merge(fetched.succeeded())));
    }

    private Buffer merge(boolean complete) {
        OpenApiMerge merge = new OpenApiMerge(path -> routes.find(path).isPresent());
        new TreeMap<>(lastGood).forEach(merge::add);
        merged = merge.document(server, sessionCookie).toBuffer();
        if (complete) {
            staleAt = clock.instant().plus(config.maxAge());
        }
        return merged;
    }

    private Future<JsonObject> fetch(String name, URI source) {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(source.toString())
                .putHeader(HttpHeaders.ACCEPT, "application/json")
                .setTimeout(config.timeout().toMillis());
        return client.request(request)
                .compose(call -> call.send().compose(answer -> answer.body()))
                .timeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .map(Buffer::toJsonObject)
                .onSuccess(document -> lastGood.put(name, document))
                .onFailure(failure -> LOG.debugf("no OpenAPI document of %s: %s", name, failure.getMessage()));
    }
}
