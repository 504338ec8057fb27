package org.tallybook.gateway.fake;

import io.vertx.core.Vertx;

/** The services behind the gateway of the tests, on the ports that the test profile names; started once a JVM. */
public final class Fakes {

    private static final Vertx VERTX = Vertx.vertx();
    private static final FakeTracker TRACKER = new FakeTracker();
    private static final FakeAuth AUTH = new FakeAuth();

    static {
        try {
            VERTX.createHttpServer()
                    .requestHandler(TRACKER)
                    .listen(28182, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
            VERTX.createHttpServer()
                    .requestHandler(AUTH)
                    .listen(28181, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
        } catch (Exception e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Fakes() {}

    public static FakeTracker tracker() {
        return TRACKER;
    }

    public static FakeAuth auth() {
        return AUTH;
    }
}
