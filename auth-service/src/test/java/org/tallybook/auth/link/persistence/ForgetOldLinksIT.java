package org.tallybook.auth.link.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.test.stack.TallybookStack;

@QuarkusTest
@WithTestResource(TallybookStack.class)
class ForgetOldLinksIT {

    @Inject
    ForgetOldLinks forgetting;

    @Test
    void oldLinksGoButThatOfAnAccountThatWaitsToBeVerified() throws Throwable {
        Person verified = Person.verified();
        Person waiting = Person.stranger();
        waiting.register();
        waiting.mailedToken();
        age(verified);
        age(waiting);

        VertxContextSupport.subscribeAndAwait(forgetting::run);

        assertThat(links(verified)).isZero();
        assertThat(links(waiting)).isOne();
    }

    private static void age(Person person) {
        TestDatabase.update(
                "UPDATE mailed_link SET expires_at = now() - interval '49 hours' WHERE user_id ="
                        + " (SELECT id FROM identity WHERE email_key = ?)",
                person.email());
    }

    private static long links(Person person) {
        return TestDatabase.count(
                "SELECT count(*) FROM mailed_link WHERE user_id = (SELECT id FROM identity WHERE email_key = ?)",
                person.email());
    }
}
