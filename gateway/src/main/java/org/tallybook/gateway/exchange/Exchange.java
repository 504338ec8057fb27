package org.tallybook.gateway.exchange;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/**
 * One request on its way through the chain. Confined to the event loop of the client's connection.
 *
 * <p>The request is paused from the start, so that no body byte is lost while an interceptor asks Redis or another
 * service; whoever consumes the body resumes it. Every head, ours or an upstream's, is announced to the registered head
 * hooks exactly once: that is how CORS, request id and security fields reach errors as well.
 */
public final class Exchange {

    private static final Logger LOG = Logger.getLogger(Exchange.class);

    private final HttpServerRequest request;
    private final Vertx vertx;
    private final Context context;
    private final Iterator<Interceptor> chain;
    private final MultiMap forwarded;
    private final Map<Key<?>, Object> attributes = new IdentityHashMap<>();
    private final List<Handler<MultiMap>> headHooks = new ArrayList<>(4);
    private @Nullable Runnable whenClientLeaves;
    private @Nullable Runnable whenOver;
    private boolean clientGone;
    private boolean headAnnounced;

    public Exchange(HttpServerRequest request, Vertx vertx, List<Interceptor> chain) {
        this.request = request;
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.chain = chain.iterator();
        this.forwarded = MultiMap.caseInsensitiveMultiMap();
    }

    /** Pauses the request and enters the chain. */
    public void begin() {
        request.pause();
        forwarded.addAll(request.headers());
        request.exceptionHandler(failure -> clientLeft());
        request.response().exceptionHandler(failure -> clientLeft());
        request.response().closeHandler(closed -> clientLeft());
        request.response().endHandler(ended -> over());
        next();
    }

    /** Hands over to the next interceptor; a failure inside it becomes a 500 and never a hanging client. */
    public void next() {
        guarded(() -> chain.next().handle(this));
    }

    /** Runs a step so that whatever it throws is answered. Every asynchronous callback goes through here. */
    public void guarded(Runnable step) {
        try {
            step.run();
        } catch (Rejected rejection) {
            refuse(rejection);
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "request failed: method=%s path=%s", request.method(), request.path());
            refuse(Rejected.because(KitSlugs.INTERNAL_ERROR));
        }
    }

    /**
     * Continues on this exchange's event loop when the future is done, whichever thread completed it. The continuation
     * is skipped if the client has left meanwhile.
     */
    public <T> void await(Future<T> future, Handler<AsyncResult<T>> then) {
        future.onComplete(result -> {
            if (Vertx.currentContext() == context) {
                proceed(result, then);
            } else {
                context.runOnContext(hop -> proceed(result, then));
            }
        });
    }

    private <T> void proceed(AsyncResult<T> result, Handler<AsyncResult<T>> then) {
        if (!clientGone) {
            guarded(() -> then.handle(result));
        }
    }

    /** Answers a problem; if even that fails, the client at least sees a broken connection instead of silence. */
    public void refuse(Rejected rejection) {
        try {
            Answers.refuse(this, rejection);
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "refusal failed: method=%s path=%s", request.method(), request.path());
            Answers.breakOff(this);
        }
    }

    /** Adds a step that edits the fields of whatever answer goes out; later steps see the edits of earlier ones. */
    public void onHead(Handler<MultiMap> hook) {
        headHooks.add(hook);
    }

    /** Runs the head hooks on the response, once. To be called directly before the head is written. */
    public void announceHead() {
        if (!headAnnounced) {
            headAnnounced = true;
            MultiMap fields = response().headers();
            headHooks.forEach(hook -> hook.handle(fields));
            if (fields.contains(HttpHeaders.CONNECTION, HttpHeaders.CLOSE, true)) {
                LastAnswer.promise(request.connection());
            }
        }
    }

    /** Whether a final answer has begun; after that only the connection can be broken. */
    public boolean answered() {
        return headAnnounced;
    }

    /** What to stop when the client goes away before its answer is complete. */
    public void whenClientLeaves(Runnable action) {
        whenClientLeaves = action;
        if (clientGone) {
            action.run();
        }
    }

    /** What to do once, when the answer was sent or the client has left; after what was asked for earlier. */
    public void whenOver(Runnable action) {
        Runnable earlier = whenOver;
        whenOver = earlier == null ? action : () -> runBoth(earlier, action);
    }

    private static void runBoth(Runnable earlier, Runnable later) {
        earlier.run();
        later.run();
    }

    private void over() {
        Runnable action = whenOver;
        whenOver = null;
        if (action != null) {
            action.run();
        }
    }

    public boolean clientGone() {
        return clientGone;
    }

    private void clientLeft() {
        if (clientGone || request.response().ended()) {
            return;
        }
        clientGone = true;
        if (whenClientLeaves != null) {
            whenClientLeaves.run();
        }
        over();
    }

    public <T> void put(Key<T> key, T value) {
        attributes.put(key, value);
    }

    @SuppressWarnings("unchecked") // put() is the only writer and checks the type
    public <T> Optional<T> find(Key<T> key) {
        return Optional.ofNullable((T) attributes.get(key));
    }

    public <T> T get(Key<T> key) {
        return find(key).orElseThrow(() -> new NoSuchElementException(key.toString()));
    }

    public HttpServerRequest request() {
        return request;
    }

    public HttpServerResponse response() {
        return request.response();
    }

    public Vertx vertx() {
        return vertx;
    }

    /** The request fields that go to the upstream: the client's at first, edited by the chain. */
    public MultiMap forwarded() {
        return forwarded;
    }

    public @Nullable String header(CharSequence name) {
        return request.headers().get(name);
    }

    /** The path as the client wrote it, without the query. */
    public String path() {
        String uri = request.uri();
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    /** Whether the method is safe (RFC 9110, section 9.2.1). */
    public boolean safeMethod() {
        HttpMethod method = request.method();
        return method == HttpMethod.GET || method == HttpMethod.HEAD || method == HttpMethod.OPTIONS;
    }

    /**
     * Whether the request announces a body. In HTTP/1.1 the framing fields say so (RFC 9112, section 6.3); in HTTP/2
     * without a length only methods that define a body may carry one.
     */
    public boolean hasBody() {
        String length = header(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            return !"0".equals(length);
        }
        if (header(HttpHeaders.TRANSFER_ENCODING) != null) {
            return true;
        }
        HttpMethod method = request.method();
        return request.version() == io.vertx.core.http.HttpVersion.HTTP_2
                && (method == HttpMethod.POST || method == HttpMethod.PUT || method == HttpMethod.PATCH);
    }
}
