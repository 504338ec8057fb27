package org.tallybook.kit.test.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That the guard is asked around every test of an application, and what it does then. */
class EventLoopGuardTest {

    private final QuarkusTestMethodContext test = new QuarkusTestMethodContext(this, List.of(), null, null);
    private final EventLoopGuard guard = new EventLoopGuard();
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void isThereForEveryTestWithoutBeingAskedFor() {
        assertThat(ServiceLoader.load(QuarkusTestBeforeEachCallback.class)).hasOnlyElementsOfType(EventLoopGuard.class);
        assertThat(ServiceLoader.load(QuarkusTestAfterEachCallback.class)).hasOnlyElementsOfType(EventLoopGuard.class);
    }

    @Test
    void failsTheTestDuringWhichALoopWasHeldUpAndNoOther() throws Exception {
        guard.beforeEach(test);
        onLoop(500);
        assertThatThrownBy(() -> guard.afterEach(test))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("was held up")
                .hasMessageContaining("EventLoopGuardTest.sleep");

        guard.beforeEach(test);
        onLoop(1);
        assertThatCode(() -> guard.afterEach(test)).doesNotThrowAnyException();
    }

    @Test
    void doesNotCareForAnApplicationThatStarts() throws Exception {
        onLoop(500);

        guard.beforeEach(test);

        assertThatCode(() -> guard.afterEach(test)).doesNotThrowAnyException();
    }

    private void onLoop(long millis) throws Exception {
        var done = new CompletableFuture<Void>();
        vertx.getOrCreateContext().runOnContext(nothing -> {
            sleep(millis);
            done.complete(null);
        });
        done.get(30, TimeUnit.SECONDS);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
