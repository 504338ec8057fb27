package org.tallybook.auth.audit.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.test.stack.TallybookStack;

/** Where somebody signed in from is blank after ninety days, that they did is gone after a year. */
@QuarkusTest
@WithTestResource(TallybookStack.class)
class ForgetOldAuditIT {

    @Inject
    ForgetOldAudit forgetting;

    @Test
    void blanksWhereAnEventCameFromAfterNinetyDaysAndForgetsItAfterAYear() {
        String user = Person.verified().login().getString("user.id");
        event(user, "89 days 23 hours", "198.51.100.1");
        event(user, "90 days 1 hour", "198.51.100.2");
        event(user, "364 days 23 hours", "198.51.100.3");
        event(user, "365 days 1 hour", "198.51.100.4");

        forgetting.run().await().indefinitely();

        assertThat(TestDatabase.rows(
                        "SELECT coalesce(client_address, '-') || ' ' || user_agent FROM audit_event"
                                + " WHERE user_id = ?::uuid AND action = 'LOGIN' AND at < now() - interval '1 day'"
                                + " ORDER BY at DESC",
                        user))
                .containsExactly("198.51.100.1 Firefox", "- ", "- ");
    }

    private static void event(String user, String age, String address) {
        TestDatabase.update(
                "INSERT INTO audit_event (id, user_id, action, at, client_address, user_agent)"
                        + " VALUES (gen_random_uuid(), ?::uuid, 'LOGIN', now() - ?::interval, ?, 'Firefox')",
                user,
                age,
                address);
    }
}
