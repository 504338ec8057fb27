package org.tallybook.report.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.kit.event.Event;
import org.tallybook.kit.event.EventCodec;
import org.tallybook.kit.test.contract.EventContracts;
import org.tallybook.kit.test.contract.Example;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.token.TestIssuer;
import org.tallybook.report.fixture.Api;
import org.tallybook.report.fixture.EventBus;
import org.tallybook.report.fixture.History;

/** The projection against the real database and broker. */
@QuarkusTest
@Tag("messaging")
@WithTestResource(TallybookStack.class)
@WithTestResource(TestIssuer.class)
class ProjectionIT {

    private static final EventContracts CONTRACTS = EventContracts.load();

    @Inject
    ProjectEvents projection;

    @Inject
    EventCodec codec;

    @Inject
    Pool pool;

    static Stream<Example> examples() {
        return CONTRACTS.types().stream().flatMap(type -> CONTRACTS.examples(type).stream());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void consumesEveryExampleAndIgnoresFieldsOfTheFuture(Example example) throws Throwable {
        assertThat(projection.types()).contains(example.type());

        apply(List.of(event(example.json()), event(CONTRACTS.withUnknownFields(example.json()))));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void anyOrderWithAnyDuplicatesGivesTheSameFacts(long seed) throws Throwable {
        History straight = life();
        apply(straight.events().stream().map(this::event).toList());
        History mixed = life();
        Random random = new Random(seed);
        List<Event> events = new ArrayList<>();
        mixed.events()
                .forEach(json -> Collections.nCopies(1 + random.nextInt(3), json).stream()
                        .map(this::event)
                        .forEach(events::add));
        Collections.shuffle(events, random);
        while (!events.isEmpty()) {
            List<Event> batch = events.subList(0, Math.min(events.size(), 1 + random.nextInt(6)));
            apply(List.copyOf(batch));
            batch.clear();
        }

        assertThat(facts(mixed.user())).isEqualTo(facts(straight.user()));
    }

    @Test
    void theWatermarkStopsAtTheFirstGapAndCatchesUp() throws Throwable {
        History history = life();
        List<Event> tracker = history.events().stream()
                .map(this::event)
                .filter(event -> event.source().equals("/tracker-service"))
                .toList();
        List<Event> gapped = new ArrayList<>(tracker);
        Event late = gapped.remove(3);

        apply(gapped);
        assertThat(Api.summary(history.user(), "2026-10").getLong("watermark.'/tracker-service'"))
                .isEqualTo(3);
        apply(List.of(late));
        assertThat(Api.summary(history.user(), "2026-10").getLong("watermark.'/tracker-service'"))
                .isEqualTo(tracker.size());
    }

    /** A restored log is {@code log.updated.v1} with a version above its deletion's; so is a restored tracker. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4})
    void whatWasRestoredCountsAgainInWhateverOrder(long seed) throws Throwable {
        History history = new History();
        Instant at = Instant.parse("2026-10-02T08:00:00Z");
        history.registered("UTC", "en");
        UUID run = history.tracker("Run", "NUMERIC", "km", at);
        UUID log = history.log(run, "5.50", "CALM", LocalDate.of(2026, 10, 3));
        UUID gone = history.log(run, "7", null, LocalDate.of(2026, 10, 4));
        history.logDeleted(run, gone, 2, at);
        history.trackerDeleted(run, 2, at);
        history.logDeleted(run, log, 2, at);
        history.tracker("tracker.updated.v1", run, 3, "Run", "NUMERIC", "km", at);
        history.log("log.updated.v1", run, log, 3, "5.50", "CALM", LocalDate.of(2026, 10, 3), "DONE");
        List<Event> events =
                new ArrayList<>(history.events().stream().map(this::event).toList());
        Collections.shuffle(events, new Random(seed));

        for (Event event : events) {
            apply(List.of(event));
        }

        var month = Api.summary(history.user(), "2026-10");
        assertThat(month.getInt("totalTrackers")).isOne();
        assertThat(month.getInt("totalLogs")).isOne();
        assertThat(month.getString("trackers[0].sum")).isEqualTo("5.50");
    }

    @Test
    void nothingBringsAnErasedUserBack() throws Throwable {
        History history = life();
        history.deleted(9, Instant.parse("2026-11-01T00:00:00Z"));
        List<Event> events =
                new ArrayList<>(history.events().stream().map(this::event).toList());
        Collections.reverse(events);

        apply(events.subList(0, 1));
        apply(events);
        apply(events.subList(3, 9));

        assertThat(facts(history.user())).isEmpty();
    }

    @Test
    void parksPoisonWithItsReasonAndGoesOn() {
        History history = life();
        String broken = history.events().get(4).replace("\"DONE\"", "null");
        String unknown = history.events().get(4).replace("log.recorded.v1", "log.recorded.v7");
        String stranger = history.events()
                .get(4)
                .replace("\"partitionkey\":\"" + history.user(), "\"partitionkey\":\"" + UUID.randomUUID());
        EventBus.publishRaw("not JSON at all " + history.user());
        EventBus.publish(List.of(broken, unknown, stranger));
        EventBus.publish(history);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(Api.summary(history.user(), "2026-10").getInt("logCount"))
                                .isEqualTo(2));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(reasons(history.user()))
                        .hasSize(4)
                        .anyMatch(reason -> reason.contains("status is missing"))
                        .anyMatch(reason -> reason.contains("unknown type log.recorded.v7"))
                        .anyMatch(reason -> reason.contains("userId differs from partitionkey"))
                        .anyMatch(reason -> reason.contains("not JSON")));
    }

    /** Two trackers; logs recorded, corrected, moved and deleted; a tracker deleted with its log. */
    private static History life() {
        History history = new History();
        Instant created = Instant.parse("2026-10-02T08:00:00Z");
        history.registered("Europe/Berlin", "en").verified("Europe/Berlin", "en");
        history.loggedIn(created);
        UUID sleep = history.tracker("Sleep", "NUMERIC", "h", created);
        UUID one = history.log(sleep, "7", "CALM", LocalDate.of(2026, 10, 3));
        UUID two = history.log(sleep, "8", null, LocalDate.of(2026, 10, 4));
        history.log("log.updated.v1", sleep, one, 2, "7.5", "HAPPY", LocalDate.of(2026, 10, 3), "DONE");
        history.log("log.updated.v1", sleep, one, 3, "7.25", null, LocalDate.of(2026, 10, 5), "DONE");
        history.logDeleted(sleep, two, 2, created);
        history.tracker("tracker.updated.v1", sleep, 2, "Sleep at night", "NUMERIC", "h", created);
        UUID gone = history.tracker("Gone", "NOTE", null, created);
        UUID lost = history.log(gone, "a note", "SAD", LocalDate.of(2026, 10, 6));
        history.trackerDeleted(gone, 2, created);
        history.logDeleted(gone, lost, 2, created);
        history.log(sleep, null, null, LocalDate.of(2026, 10, 7));
        history.profileChanged(3, "America/Sao_Paulo", "es");
        return history;
    }

    private void apply(List<Event> events) throws Throwable {
        VertxContextSupport.subscribeAndAwait(
                () -> pool.withTransaction(connection -> projection.apply(connection, events)));
    }

    private Event event(String json) {
        try {
            return codec.decode(json.getBytes(StandardCharsets.UTF_8));
        } catch (Exception unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** All rows of a user without the ids that differ between two lives. */
    private Set<String> facts(UUID user) throws Throwable {
        var facts = new HashSet<String>();
        for (String table : List.of("user_fact", "tracker_fact", "log_fact", "login_fact", "watermark")) {
            String sql = "SELECT ((to_jsonb(t) - '{user_id,email,tracker_id,log_id,login_id}'::text[])::text) FROM "
                    + table + " t WHERE user_id = $1";
            VertxContextSupport.subscribeAndAwait(() -> pool.preparedQuery(sql).execute(Tuple.of(user)))
                    .forEach(row -> facts.add(table + row.getString(0)));
        }
        return facts;
    }

    private List<String> reasons(UUID user) {
        try {
            var reasons = new ArrayList<String>();
            VertxContextSupport.subscribeAndAwait(() -> pool.preparedQuery(
                                    "SELECT reason FROM parked_message WHERE convert_from(body, 'UTF8') LIKE $1")
                            .execute(Tuple.of("%" + user + "%")))
                    .forEach(row -> reasons.add(row.getString(0)));
            return reasons;
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }
}
