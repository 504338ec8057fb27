package org.tallybook.tracker.integration.provider;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tallybook.tracker.integration.IntegrationConfig;
import org.tallybook.tracker.integration.domain.SourceFailure;
import org.tallybook.tracker.integration.domain.SourceFailure.Reason;

/**
 * Calls that leave this service: bounded in time and size, and never following a redirect, which could lead anywhere with
 * somebody's token. The answer arrives on the caller's own context, because the caller goes on to use the database.
 */
@Singleton
class OutboundCalls {

    private final HttpClient client;
    private final Vertx vertx;
    private final IntegrationConfig config;

    OutboundCalls(Vertx vertx, IntegrationConfig config) {
        this.vertx = vertx;
        this.config = config;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setKeepAliveTimeout(30)
                .setDecompressionSupported(false));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** @param body null for none */
    record Call(
            HttpMethod method,
            URI address,
            Map<String, String> headers,
            @Nullable Buffer body) {}

    /** @param retryAfter as it came */
    record Answer(int status, @Nullable String retryAfter, Buffer body) {}

    /** Whatever was answered. Fails with {@link SourceFailure} if it is not there in time or too large. */
    Uni<Answer> send(Call call) {
        Context context = vertx.getOrCreateContext();
        return Uni.createFrom()
                .completionStage(() -> exchange(call).toCompletionStage())
                .emitOn(task -> context.runOnContext(ignored -> task.run()))
                .onFailure(failure -> !(failure instanceof SourceFailure))
                .transform(OutboundCalls::unavailable);
    }

    /** A call that fails is cut off, so that nothing more of it arrives. */
    private Future<Answer> exchange(Call call) {
        Future<HttpClientRequest> opened = client.request(options(call));
        return opened.compose(request -> send(request, call))
                .timeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(failure -> opened.onSuccess(HttpClientRequest::reset));
    }

    private static RequestOptions options(Call call) {
        RequestOptions options = new RequestOptions()
                .setMethod(call.method())
                .setAbsoluteURI(call.address().toString())
                .setFollowRedirects(false)
                .putHeader("Accept", "application/json")
                .putHeader("User-Agent", "Tallybook");
        call.headers().forEach(options::putHeader);
        return options;
    }

    private Future<Answer> send(HttpClientRequest request, Call call) {
        Future<HttpClientResponse> head = call.body() == null ? request.send() : request.send(call.body());
        return head.compose(this::answer);
    }

    private Future<Answer> answer(HttpClientResponse response) {
        Promise<Buffer> whole = Promise.promise();
        Buffer collected = Buffer.buffer();
        response.handler(chunk -> collect(chunk, collected, whole))
                .exceptionHandler(whole::tryFail)
                .endHandler(end -> whole.tryComplete(collected));
        return whole.future().map(body -> new Answer(response.statusCode(), response.getHeader("Retry-After"), body));
    }

    private void collect(Buffer chunk, Buffer collected, Promise<Buffer> whole) {
        if (collected.length() + chunk.length() > config.largestAnswer()) {
            whole.tryFail(SourceFailure.because(Reason.WRONG, "answer too large"));
        } else {
            collected.appendBuffer(chunk);
        }
    }

    private static SourceFailure unavailable(Throwable failure) {
        return SourceFailure.because(Reason.UNAVAILABLE, failure.getClass().getSimpleName());
    }
}
