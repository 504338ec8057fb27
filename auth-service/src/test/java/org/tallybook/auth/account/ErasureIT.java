package org.tallybook.auth.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.support.FullAccount;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.test.erasure.Remains;
import org.tallybook.kit.test.stack.TallybookStack;

/** A deletion leaves the news of it, for as long as it is on its way, and nothing else. */
@QuarkusTest
@WithTestResource(TallybookStack.class)
class ErasureIT {

    @Test
    void onlyTheNewsOfADeletionStaysUntilItHasBeenTold() {
        FullAccount ada = FullAccount.make();
        FullAccount bob = FullAccount.make();
        Map<String, Integer> bobs = settled(bob);
        assertThat(Remains.of(ada.words()))
                .containsKeys(
                        "identity", "audit_event", "mail_outbox", "email_change", "user_stream", "idempotency_key");

        ada.delete().then().statusCode(204);

        assertThat(Remains.of(ada.words())).containsOnlyKeys("outbox", "revocation");
        told(ada);
        assertThat(Remains.of(ada.words())).isEmpty();
        assertThat(Remains.of(bob.words())).isEqualTo(bobs);
        Person.me(ada.access()).then().statusCode(401);
    }

    @Test
    void whoWasInChargeIsForgottenInWhatTheyDidToOthers() {
        FullAccount ada = FullAccount.make();
        Person bob = Person.verified();
        String access = bob.accessToken();
        String id = Person.me(access).path("id");
        TestDatabase.update("""
                INSERT INTO audit_event (id, user_id, action, at, actor_id)
                VALUES (gen_random_uuid(), ?::uuid, 'UNLOCKED', now(), ?::uuid)
                """, id, ada.id());

        ada.delete().then().statusCode(204);

        told(ada);
        assertThat(Remains.of(ada.words())).isEmpty();
        List<Boolean> byAdministrator = given().auth()
                .oauth2(access)
                .get(Person.PATH + "/audit")
                .jsonPath()
                .getList("items.findAll { it.action == 'UNLOCKED' }.byAdministrator");
        assertThat(byAdministrator).containsExactly(true);
    }

    @Test
    void whatIsAskedForAtTheSameTimeRecreatesNothing() throws Exception {
        FullAccount ada = FullAccount.make();

        List<Integer> answers = org.tallybook.auth.support.InParallel.times(
                6,
                i -> i == 3
                        ? ada.delete().statusCode()
                        : rename(ada.access(), i).statusCode());

        assertThat(answers).contains(204).allMatch(status -> status < 500);
        told(ada);
        assertThat(Remains.of(List.of(ada.id(), ada.person().email()))).isEmpty();
    }

    /** When the mails have left that could leave. */
    private static Map<String, Integer> settled(FullAccount account) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Remains.of(account.words()).getOrDefault("mail_outbox", 0) == 2);
        return Remains.of(account.words());
    }

    private static io.restassured.response.Response rename(String access, int number) {
        return given().auth()
                .oauth2(access)
                .contentType("application/merge-patch+json")
                .body("{\"dayStart\":\"0" + number + ":00\"}")
                .patch(Person.PATH + "/me");
    }

    /** As when the broker has taken the events, and no token can be alive any more. */
    private static void told(FullAccount gone) {
        TestDatabase.update("DELETE FROM outbox WHERE user_id = ?::uuid", gone.id());
        TestDatabase.update("DELETE FROM revocation WHERE subject = ?::uuid", gone.id());
    }
}
