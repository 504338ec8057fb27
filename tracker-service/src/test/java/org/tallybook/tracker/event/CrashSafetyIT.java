package org.tallybook.tracker.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.tracker.ServiceIT;
import org.tallybook.tracker.log.events.FailingLogEvents;
import org.tallybook.tracker.log.events.LogEvents;

/** No event without its commit and no commit without its event, wherever the work stops. */
@QuarkusTest
class CrashSafetyIT extends ServiceIT {

    @Inject
    Outbox outbox;

    @Test
    void noLogWithoutItsEvent() {
        failing(append -> Uni.createFrom().failure(new IllegalStateException("test: before the event")));
    }

    @Test
    void noEventWithoutItsLog() {
        failing(append ->
                append.chain(() -> Uni.createFrom().failure(new IllegalStateException("test: after the event"))));
    }

    private void failing(UnaryOperator<Uni<Void>> fault) {
        String tracker = created(note("Diary"));
        QuarkusMock.installMockForType(new FailingLogEvents(outbox, fault), LogEvents.class);

        as(user).body("{\"value\":\"lost\"}")
                .post(logs(tracker))
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("type", equalTo("https://tallybook.org/problems/internal-error"));

        as(user).get(logs(tracker)).then().body("items", hasSize(0));
        as(user).get("/api/v1/trackers/" + tracker)
                .then()
                .body("logCount", equalTo(0))
                .body("lastLogAt", nullValue());
        assertThat(TestDatabase.lastSequence(user)).isOne();
        assertThat(TestDatabase.rows("log_entry", user)).isZero();
    }

    @Test
    void whatWasCommittedWhileTheBrokerWasAwayArrivesWhenItIsBack() throws Exception {
        String tracker = created(note("Diary"));
        TallybookStack.stopBroker();
        try {
            recorded(tracker, "{\"value\":\"kept\"}");
            assertThat(TestDatabase.rows("outbox", user)).isPositive();
        } finally {
            TallybookStack.startBroker();
        }
        try (ListeningQueue queue = ListeningQueue.open()) {
            assertThat(queue.of(user, 1)).isNotEmpty();
        }
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(20))
                .until(() -> TestDatabase.rows("outbox", user) == 0);
    }
}
