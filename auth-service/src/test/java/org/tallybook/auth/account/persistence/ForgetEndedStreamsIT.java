package org.tallybook.auth.account.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.test.stack.TallybookStack;

@QuarkusTest
@WithTestResource(TallybookStack.class)
class ForgetEndedStreamsIT {

    @Inject
    ForgetEndedStreams forgetting;

    @Test
    void theStreamOfNobodyGoesAndThoseOfUsersStay() throws Throwable {
        String ada = Person.verified().login().getString("user.id");
        String nobody = UUID.randomUUID().toString();
        TestDatabase.update("INSERT INTO user_stream (user_id, last_seq) VALUES (?::uuid, 0)", nobody);

        VertxContextSupport.subscribeAndAwait(forgetting::run);

        assertThat(streams(nobody)).isZero();
        assertThat(streams(ada)).isOne();
    }

    private static long streams(String user) {
        return TestDatabase.count("SELECT count(*) FROM user_stream WHERE user_id = ?::uuid", user);
    }
}
