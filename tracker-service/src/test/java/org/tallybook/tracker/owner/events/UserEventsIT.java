package org.tallybook.tracker.owner.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallybook.kit.event.Partition;
import org.tallybook.kit.test.contract.EventContracts;
import org.tallybook.kit.test.contract.Example;
import org.tallybook.kit.test.erasure.Remains;
import org.tallybook.tracker.ServiceIT;
import org.tallybook.tracker.event.ListeningQueue;
import org.tallybook.tracker.event.TestDatabase;

/** What auth-service tells is kept, in any order and any number of times, and a deleted user leaves nothing. */
@QuarkusTest
class UserEventsIT extends ServiceIT {

    private static final String CHANGED = "user.profile-changed.v1";
    private static final String DELETED = "user.deleted.v1";
    private static final EventContracts CONTRACTS = EventContracts.load();

    private ListeningQueue broker;

    @BeforeEach
    void connect() throws Exception {
        broker = ListeningQueue.open();
    }

    @AfterEach
    void disconnect() throws Exception {
        broker.close();
    }

    @Test
    void theDayStartOfTheProfileDecidesTheDay() throws Exception {
        String diary = created(note("Diary"));
        profile(3, "04:00");
        settled(3);
        profile(2, "09:00");
        profile(3, "10:00");
        profile(4, "05:00");
        settled(4);

        as(user).body("{\"value\":\"x\",\"occurredAt\":\"2026-11-20T04:59:59Z\"}")
                .post(logs(diary))
                .then()
                .statusCode(201)
                .body("localDate", equalTo("2026-11-19"));
        as(user).body("{\"value\":\"x\",\"occurredAt\":\"2026-11-20T05:00:00Z\"}")
                .post(logs(diary))
                .then()
                .body("localDate", equalTo("2026-11-20"));
    }

    @Test
    void aDeletedUserLeavesNothing() throws Exception {
        String diary = created(note("Diary"));
        String gone = recorded(diary, "{\"value\":\"x\"}");
        as(user).delete(logs(diary) + "/" + gone);
        String whole = created(note("Whole"));
        recorded(whole, "{\"value\":\"x\"}");
        as(user).delete("/api/v1/trackers/" + whole);
        as(user).header("Idempotency-Key", "k")
                .body("{\"value\":\"y\"}")
                .post(logs(diary))
                .then()
                .statusCode(201);
        as(user).body("{\"name\":\"Dreamy\"}").post("/api/v1/emotions").then().statusCode(201);
        profile(1, "04:00");
        settled(1);
        String parked = parked();
        as(stranger).body(note("Theirs")).post("/api/v1/trackers").then().statusCode(201);

        List<String> adas = List.of(user.toString(), diary, gone, parked);
        assertThat(Remains.of(adas))
                .containsKeys(
                        "tracker",
                        "log_entry",
                        "emotion",
                        "trashed_log",
                        "tombstone",
                        "user_setting",
                        "idempotency_key",
                        "user_stream",
                        "parked_message");

        deleted();

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Remains.of(adas)).isEmpty());
        assertThat(TestDatabase.rows("tracker", stranger)).isOne();
    }

    @Test
    void whatArrivesAfterADeletionBringsNothingBack() throws Exception {
        profile(1, "04:00");
        settled(1);
        deleted();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(Remains.of(List.of(user.toString()))).isEmpty());

        profile(user, 2, "05:00");
        UUID behind = sameQueueAs(user);
        profile(behind, 3, "06:00");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> version(behind) == 3);

        assertThat(Remains.of(List.of(user.toString()))).isEmpty();
    }

    /** The examples of the contract, and the same with fields of a later release, are all applied and none is parked. */
    @Test
    void understandsEveryExampleOfTheContract() throws Exception {
        for (String type : List.of(CHANGED, DELETED)) {
            for (Example example : CONTRACTS.examples(type)) {
                UUID owner =
                        UUID.fromString(example.json().replaceAll("(?s).*\"partitionkey\": *\"([^\"]+)\".*", "$1"));
                broker.publish(owner, type, example.json());
                broker.publish(owner, type, CONTRACTS.withUnknownFields(example.json()));
            }
        }
        profile(1, "04:00");
        settled(1);

        Thread.sleep(500);
        try (var connection = TestDatabase.connect();
                var rows = connection.createStatement().executeQuery("SELECT reason FROM parked_message")) {
            assertThat(rows.next()).isFalse();
        }
    }

    private void settled(int version) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> version(user) == version);
    }

    private static UUID sameQueueAs(UUID other) {
        UUID id = UUID.randomUUID();
        while (Partition.of(id, 8).number() != Partition.of(other, 8).number()) {
            id = UUID.randomUUID();
        }
        return id;
    }

    /** A message about the user that cannot be read and is kept for the operator. */
    private String parked() throws Exception {
        String id = UuidCreator.getTimeOrderedEpoch().toString();
        publish(CHANGED, "{\"userId\":\"" + user + "\",\"broken\":\"" + id + "\"}");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Remains.of(List.of(id)).containsKey("parked_message"));
        return id;
    }

    private static int version(UUID user) throws Exception {
        try (var connection = TestDatabase.connect();
                var query = connection.prepareStatement("SELECT version FROM user_setting WHERE user_id = ?")) {
            query.setObject(1, user);
            try (var row = query.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }

    private void deleted() throws Exception {
        publish(DELETED, "{\"userId\":\"" + user + "\",\"version\":9,\"deletedAt\":\"2026-11-20T12:00:00Z\"}");
    }

    private void profile(int version, String dayStart) throws Exception {
        profile(user, version, dayStart);
    }

    private void profile(UUID user, int version, String dayStart) throws Exception {
        String json = CONTRACTS.examples(CHANGED).get(0).json();
        String id = json.replaceAll("(?s).*\"partitionkey\": *\"([^\"]+)\".*", "$1");
        String changed = json.replace(id, user.toString())
                .replaceAll("\"version\": *\\d+", "\"version\": " + version)
                .replaceAll("\"dayStart\": *\"[^\"]+\"", "\"dayStart\": \"" + dayStart + "\"");
        broker.publish(user, CHANGED, changed);
    }

    private void publish(String type, String data) throws Exception {
        broker.publish(user, type, """
                {"specversion":"1.0","id":"%s","source":"/auth-service","type":"%s","subject":"%s",
                 "time":"2026-11-20T12:00:00Z","datacontenttype":"application/json",
                 "partitionkey":"%s","sequence":"9","data":%s}
                """.formatted(UuidCreator.getTimeOrderedEpoch(), type, user, user, data));
    }
}
