package org.tallybook.report.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tallybook.kit.test.erasure.Remains;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.token.TestIssuer;
import org.tallybook.report.fixture.Api;
import org.tallybook.report.fixture.EventBus;
import org.tallybook.report.fixture.History;

/** After a deletion no table holds anything that says who it was, whatever arrives late. */
@QuarkusTest
@Tag("messaging")
@WithTestResource(TallybookStack.class)
@WithTestResource(TestIssuer.class)
class ErasureIT {

    private static final Instant CREATED = Instant.parse("2026-10-02T08:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PREFERENCES = """
            {"notification":"OFF","notificationTime":"20:00","weekday":"MONDAY","reportFormat":"HTML",
             "reportEnabled":true,"reportTime":"20:00"}
            """;

    @Inject
    EraseStragglers stragglers;

    @Inject
    Pool pool;

    private final History ada = new History();
    private final History bob = new History();

    @Test
    void leavesNothingThatSaysWhoItWas() {
        UUID tracker = live(ada);
        live(bob);
        EventBus.publishRaw("no event, but it names " + ada.user());
        await().atMost(PATIENCE).until(() -> remains(ada).containsKey("parked_message"));
        Map<String, Integer> bobs = remains(bob);
        assertThat(remains(ada))
                .containsKeys(
                        "login_fact",
                        "projected_user",
                        "preference",
                        "report_mail",
                        "tracker_fact",
                        "user_fact",
                        "watermark");

        ada.deleted(9, Instant.parse("2026-11-01T00:00:00Z"));
        EventBus.publish(last(ada, 1));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(remains(ada)).isEmpty());

        assertThat(Remains.of(List.of(tracker.toString()))).isEmpty();
        assertThat(remains(bob)).isEqualTo(bobs);
    }

    @Test
    void whatArrivesLateBringsNothingBack() {
        UUID tracker = live(ada);
        ada.deleted(9, Instant.parse("2026-11-01T00:00:00Z"));
        EventBus.publish(last(ada, 1));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(remains(ada)).isEmpty());

        ada.log(tracker, "7", "CALM", LocalDate.of(2026, 11, 2));
        ada.profileChanged(8, "Europe/Berlin", "en");
        EventBus.publish(ada);
        History marker = sameQueueAs(ada);
        marker.registered("UTC", "en");
        EventBus.publish(marker);
        await().atMost(PATIENCE).until(() -> remains(marker).containsKey("user_fact"));

        assertThat(remains(ada)).isEmpty();
    }

    @Test
    void whatARequestUnderWayWroteIsErasedToo() throws Throwable {
        live(ada);
        live(bob);
        ada.deleted(9, Instant.parse("2026-11-01T00:00:00Z"));
        EventBus.publish(last(ada, 1));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(remains(ada)).isEmpty());
        VertxContextSupport.subscribeAndAwait(() -> pool.preparedQuery("""
                        INSERT INTO idempotency_key (user_id, key, fingerprint, created_at) VALUES ($1, 'k', 'f', now())
                        """).execute(Tuple.of(ada.user())));
        Map<String, Integer> bobs = remains(bob);

        VertxContextSupport.subscribeAndAwait(stragglers::run);

        assertThat(remains(ada)).isEmpty();
        assertThat(remains(bob)).isEqualTo(bobs);
    }

    /** With something in every table; returns the tracker. */
    private static UUID live(History history) {
        history.registered("Europe/Berlin", "en")
                .verified("Europe/Berlin", "en")
                .loggedIn(CREATED);
        UUID tracker = history.tracker("Sleep", "NUMERIC", "h", CREATED);
        history.log(tracker, "7", "CALM", LocalDate.of(2026, 10, 3));
        EventBus.publish(history);
        await().atMost(PATIENCE)
                .until(() -> Api.summary(history.user(), "2026-10").getInt("logCount") == 1);
        Api.as(history.user())
                .contentType("application/json")
                .body(PREFERENCES)
                .put(Api.PREFERENCES)
                .then()
                .statusCode(200);
        Api.as(history.user())
                .contentType("application/json")
                .post(Api.MONTHLY + "/2026-10/send")
                .then()
                .statusCode(202);
        return tracker;
    }

    private static List<String> last(History history, int count) {
        List<String> events = history.events();
        return events.subList(events.size() - count, events.size());
    }

    private static Map<String, Integer> remains(History history) {
        return Remains.of(List.of(history.user().toString(), history.email()));
    }

    /** Somebody whose events wait behind those of another. */
    private static History sameQueueAs(History other) {
        History history = new History();
        while (partition(history) != partition(other)) {
            history = new History();
        }
        return history;
    }

    private static int partition(History history) {
        return org.tallybook.kit.event.Partition.of(history.user(), 8).number();
    }
}
