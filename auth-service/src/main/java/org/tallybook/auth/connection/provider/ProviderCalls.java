package org.tallybook.auth.connection.provider;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.connection.ProviderCallConfig;
import org.tallybook.auth.connection.domain.ProviderFailure;

/**
 * Calls to providers: bounded in time and size, and never following a redirect, which could lead anywhere. What is
 * answered arrives on the caller's own context, because the caller goes on to use the database.
 */
@Singleton
class ProviderCalls {

    private final WebClient client;
    private final Vertx vertx;
    private final ProviderCallConfig config;

    ProviderCalls(Vertx vertx, ProviderCallConfig config) {
        this.vertx = vertx;
        this.config = config;
        this.client = WebClient.create(
                vertx,
                new WebClientOptions()
                        .setFollowRedirects(false)
                        .setUserAgent("Tallybook")
                        .setConnectTimeout((int) config.connectTimeout().toMillis()));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** The body of a good answer. */
    Uni<Buffer> get(URI address, @Nullable String bearer) {
        var request = client.getAbs(address.toString())
                .timeout(config.timeout().toMillis())
                .putHeader("Accept", "application/json");
        if (bearer != null) {
            request.bearerTokenAuthentication(bearer);
        }
        request.getDelegate().as(new BoundedBody(config.largestAnswer()));
        return bounded(request.send().map(ProviderCalls::body));
    }

    /** Ends a call after its time, and makes every fault a {@link ProviderFailure}. */
    <T> Uni<T> bounded(Uni<T> call) {
        Context context = vertx.getDelegate().getOrCreateContext();
        return call.ifNoItem()
                .after(config.timeout().plus(Duration.ofMillis(100)))
                .failWith(() -> ProviderFailure.unavailable("no answer in time"))
                .emitOn(task -> context.runOnContext(ignored -> task.run()))
                .onFailure(failure -> !(failure instanceof ProviderFailure))
                .transform(ProviderCalls::fault);
    }

    private static Buffer body(HttpResponse<io.vertx.mutiny.core.buffer.Buffer> answer) {
        Buffer body = answer.body() == null ? null : answer.body().getDelegate();
        Answers.requireSuccess(answer.statusCode(), answer.getHeader("Retry-After"), body);
        return body == null ? Buffer.buffer() : body;
    }

    private static ProviderFailure fault(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 5; depth++, cause = cause.getCause()) {
            if (cause instanceof ProviderFailure known) {
                return known;
            }
        }
        return ProviderFailure.unavailable(failure.getClass().getSimpleName());
    }
}
