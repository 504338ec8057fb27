package org.tallybook.tracker.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tallybook.kit.test.erasure.Remains;
import org.tallybook.tracker.ServiceIT;

@QuarkusTest
class EraseStragglersIT extends ServiceIT {

    @Inject
    EraseUser erasing;

    @Inject
    EraseStragglers stragglers;

    @Inject
    Pool pool;

    @Test
    void whatARequestUnderWayWroteIsErasedToo() throws Throwable {
        as(stranger).body(note("Theirs")).post("/api/v1/trackers").then().statusCode(201);
        int theirs = rows(stranger);
        erase(user);
        String tracker = created(note("Late"));
        String log = recorded(tracker, "{\"value\":\"late\"}");

        VertxContextSupport.subscribeAndAwait(stragglers::run);

        assertThat(Remains.of(List.of(user.toString(), tracker, log))).isEmpty();
        assertThat(rows(stranger)).isEqualTo(theirs);
    }

    private void erase(UUID who) throws Throwable {
        VertxContextSupport.subscribeAndAwait(
                () -> pool.withTransaction(transaction -> erasing.erase(transaction, who)));
    }

    /** Waiting events aside, which leave by themselves. */
    private static int rows(UUID who) {
        return Remains.of(List.of(who.toString())).entrySet().stream()
                .filter(table -> !table.getKey().equals("outbox"))
                .mapToInt(java.util.Map.Entry::getValue)
                .sum();
    }
}
