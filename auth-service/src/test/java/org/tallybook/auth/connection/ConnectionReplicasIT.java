package org.tallybook.auth.connection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tallybook.auth.replica.Replica;
import org.tallybook.auth.replica.Replicas;
import org.tallybook.auth.replica.TwoReplicas;
import org.tallybook.auth.support.InParallel;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.TestDatabase;

/** A provider's tokens are renewed by one replica at a time, and by another if that one dies. */
@ExtendWith(TwoReplicas.class)
class ConnectionReplicasIT {

    private final Replicas both;
    private final String subject = String.valueOf(Math.abs(UUID.randomUUID().getMostSignificantBits() >> 8));

    ConnectionReplicasIT(Replicas both) {
        this.both = both;
    }

    @Test
    void twentyCallersOverBothAskTheProviderOnce() throws Exception {
        String access = both.first().login(Person.verified()).getString("accessToken");
        String id = link(access, "slow");

        List<Response> answers = InParallel.times(20, i -> refresh(both.number(i), access, id));

        assertThat(answers).allSatisfy(answer -> answer.then().statusCode(200));
        assertThat(answers)
                .extracting(answer -> answer.jsonPath().getString("state"))
                .containsOnly("ACTIVE");
        assertThat(refreshes()).isEqualTo(1);
        assertThat(TestDatabase.count(
                        "SELECT count(*) FROM oauth_token WHERE link_id = ?::uuid AND leased_until IS NULL", id))
                .isEqualTo(1);
    }

    @Test
    void aReplicaKilledWhileItAsksIsFollowedByTheNext() throws Exception {
        String access = both.first().login(Person.verified()).getString("accessToken");
        String id = link(access, "slow-once");
        Replica dying = both.another();
        CompletableFuture.runAsync(() -> refresh(dying, access, id));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> refreshes() == 1);
        dying.kill();
        CompletableFuture<Response> waiting = CompletableFuture.supplyAsync(() -> refresh(both.second(), access, id));

        TestDatabase.awaitCount(
                1, "SELECT count(*) FROM oauth_token WHERE link_id = ?::uuid AND leased_until > now()", id);
        assertThat(waiting).isNotDone();
        endLease(id);

        waiting.get(30, TimeUnit.SECONDS).then().statusCode(200);
        assertThat(waiting.join().jsonPath().getString("state")).isEqualTo("ACTIVE");
        assertThat(refreshes()).isEqualTo(2);
        refresh(both.first(), access, id).then().statusCode(200);
        assertThat(refreshes()).isEqualTo(2);
    }

    /** Linked, and an hour ago. */
    private String link(String access, String refresh) {
        Response answer = Wanderer.anonymous(both.internalKey())
                .signedIn(access)
                .travel("acme", Script.of(subject).with("refresh", refresh));
        answer.then().statusCode(200);
        TestDatabase.update(
                "UPDATE oauth_token SET refreshed_at = now() - interval '1 hour', expires_at = now() - interval '1 second'"
                        + " WHERE link_id = (SELECT id FROM linked_account WHERE subject = ?)",
                subject);
        return answer.jsonPath().getString("id");
    }

    /** As if half a minute had passed since the dead replica took it. */
    private static void endLease(String id) {
        TestDatabase.update(
                "UPDATE oauth_token SET leased_until = now() - interval '1 second' WHERE link_id = ?::uuid", id);
    }

    private static Response refresh(Replica replica, String access, String id) {
        return replica.as(access).post(Person.PATH + "/connections/" + id + "/refresh");
    }

    private int refreshes() {
        return Integer.parseInt(
                given().get(both.providerUrl() + "/refreshes/" + subject).asString());
    }
}
