package org.tallybook.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.support.InParallel;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.test.erasure.Remains;
import org.tallybook.kit.test.stack.TallybookStack;

@QuarkusTest
@WithTestResource(TallybookStack.class)
class AbandonedAccountsIT {

    @Inject
    RemoveAbandonedAccounts removing;

    @Test
    void whoeverNeverVerifiedIsGoneAWeekAfterTheLastLinkExpired() throws Exception {
        Person abandoned = registered("30 days", "7 days 1 minute");
        String id = idOf(abandoned);
        Person undecided = registered("30 days", "6 days 23 hours");

        InParallel.times(3, i -> run());

        assertThat(idOf(abandoned)).isNull();
        assertThat(TestDatabase.rows("SELECT type FROM outbox WHERE user_id = ?::uuid ORDER BY seq", id))
                .containsExactly("user.registered.v1", "user.deleted.v1");
        TestDatabase.update("DELETE FROM outbox WHERE user_id = ?::uuid", id);
        assertThat(Remains.of(List.of(id, abandoned.email(), abandoned.username()))
                        .keySet())
                .isSubsetOf("revocation", "user_stream");
        assertThat(idOf(undecided)).isNotNull();
    }

    @Test
    void theNameAndTheAddressAreFreeAgain() {
        Person abandoned = registered("8 days", "8 days");

        run();

        String before = abandoned.mailedToken();
        abandoned.register();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !abandoned.mailedToken().equals(before));
        abandoned.verify();
        abandoned.tryLogin().then().statusCode(200);
    }

    @Test
    void nobodyElseIsRemoved() {
        Person verified = Person.verified();
        age(verified, "400 days", "400 days");
        Person locked = registered("400 days", "400 days");
        TestDatabase.update("UPDATE identity SET locked_at = now() WHERE email_key = ?", locked.email());
        Person fresh = registered("1 hour", "1 minute");

        run();

        assertThat(List.of(verified, locked, fresh))
                .allSatisfy(person -> assertThat(idOf(person)).isNotNull());
    }

    private Void run() {
        try {
            return VertxContextSupport.subscribeAndAwait(removing::run);
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Its mail is awaited first, which gives the link its life. */
    private static Person registered(String ago, String expired) {
        Person person = Person.stranger();
        person.register();
        person.mailedToken();
        age(person, ago, expired);
        return person;
    }

    private static void age(Person person, String ago, String expired) {
        TestDatabase.update(
                "UPDATE identity SET created_at = now() - ?::interval WHERE email_key = ?", ago, person.email());
        TestDatabase.update(
                "UPDATE mailed_link SET expires_at = now() - ?::interval WHERE user_id ="
                        + " (SELECT id FROM identity WHERE email_key = ?)",
                expired,
                person.email());
    }

    private static @org.jspecify.annotations.Nullable String idOf(Person person) {
        List<String> ids = TestDatabase.rows("SELECT id FROM identity WHERE email_key = ?", person.email());
        return ids.isEmpty() ? null : ids.get(0);
    }
}
