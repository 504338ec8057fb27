package org.tallybook.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.event.Event;
import org.tallybook.kit.event.EventCodec;
import org.tallybook.kit.test.contract.EventContracts;
import org.tallybook.kit.test.stack.TallybookStack;

/** What this service tells the others keeps the contract. The relay rests in this test, so the outbox can be read. */
@QuarkusTest
@WithTestResource(TallybookStack.class)
class EventsIT {

    private static final String WAITING =
            "SELECT concat_ws('|', event_id, type, subject, to_char(occurred_at AT TIME ZONE"
                    + " 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), seq, data) FROM outbox WHERE user_id = ?::uuid ORDER BY seq";

    @jakarta.inject.Inject
    EventCodec codec;

    @Test
    void tellsALifeFromRegistrationToDeletion() {
        Person ada = Person.verified();
        JsonPath tokens = ada.login();
        String access = tokens.getString("accessToken");
        String id = tokens.getString("user.id");
        given().auth()
                .oauth2(access)
                .contentType("application/merge-patch+json")
                .body("{\"dayStart\":\"03:00\"}")
                .patch(Person.PATH + "/me")
                .then()
                .statusCode(200);
        given().auth().oauth2(access).post(Person.PATH + "/logout").then().statusCode(204);
        String last = ada.accessToken();
        given().auth()
                .oauth2(last)
                .contentType("application/json")
                .body(Map.of("password", ada.password()))
                .delete(Person.PATH + "/me")
                .then()
                .statusCode(204);

        List<Event> events =
                TestDatabase.rows(WAITING, id).stream().map(this::event).toList();

        assertThat(events)
                .extracting(Event::type)
                .containsExactly(
                        "user.registered.v1",
                        "user.verified.v1",
                        "user.logged-in.v1",
                        "user.profile-changed.v1",
                        "session.revoked.v1",
                        "user.logged-in.v1",
                        "session.revoked.v1",
                        "user.deleted.v1");
        assertThat(events).extracting(Event::sequence).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        EventContracts contracts = EventContracts.load();
        for (Event event : events) {
            contracts.assertValid(event.type(), new String(codec.encode(event), StandardCharsets.UTF_8));
        }
        assertThat(events.get(7).data().path("version").asLong()).isEqualTo(4);
    }

    private Event event(String row) {
        String[] parts = row.split("\\|", 6);
        var data = codec.decodeData(parts[5]);
        return new Event(
                UUID.fromString(parts[0]),
                "/auth-service",
                parts[1],
                parts[2],
                OffsetDateTime.parse(parts[3]).toInstant(),
                UUID.fromString(data.path("userId").asText()),
                Long.parseLong(parts[4]),
                null,
                data);
    }
}
