package org.tallybook.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EvenPaceTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void waitsForTheNextMultiple() {
        EvenPace pace = pace(Duration.ofMillis(250));

        assertThat(pace.rest(Duration.ofMillis(50))).isEqualTo(200);
        assertThat(pace.rest(Duration.ofMillis(249))).isEqualTo(1);
        assertThat(pace.rest(Duration.ofMillis(250))).isEqualTo(250);
        assertThat(pace.rest(Duration.ofMillis(620))).isEqualTo(130);
    }

    @Test
    void aGoodAnswerDoesNotComeBeforeItsTime() {
        long begin = System.nanoTime();

        String answer = pace(Duration.ofMillis(120))
                .keep(Uni.createFrom().item("done"))
                .await()
                .atMost(LONG);

        assertThat(answer).isEqualTo("done");
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)).isGreaterThanOrEqualTo(119);
    }

    @Test
    void aRefusalDoesNotWait() {
        Uni<String> refused =
                pace(LONG.multipliedBy(2)).keep(Uni.createFrom().failure(new IllegalStateException("no")));

        assertThatThrownBy(() -> refused.await().atMost(LONG)).hasMessage("no");
    }

    private EvenPace pace(Duration pace) {
        return new EvenPace(vertx, new RegistrationConfig() {
            @Override
            public Admission admission() {
                return Admission.OPEN;
            }

            @Override
            public Duration keepUnverified() {
                return Duration.ofDays(7);
            }

            @Override
            public Duration pace() {
                return pace;
            }
        });
    }
}
