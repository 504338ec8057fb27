package org.tallybook.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallybook.gateway.fake.Client;
import org.tallybook.gateway.fake.Fakes;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.trace.AccessLog;

@QuarkusTest
@WithTestResource(TallybookStack.class)
class DoorLogIT {

    private final Client client = new Client();
    private final Lines lines = new Lines();

    @BeforeAll
    static void startUpstreams() {
        Fakes.tracker();
    }

    @BeforeEach
    void listen() {
        Logger.getLogger(AccessLog.CATEGORY).addHandler(lines);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger(AccessLog.CATEGORY).removeHandler(lines);
    }

    @Test
    void writesDownWhatEndsAtTheDoorAndNoSecretOfIt() throws Exception {
        client.get("/api/v1/trackers");
        client.get(
                "/api/v1/nowhere/ada@people.example?token=secret",
                "Authorization",
                "Bearer " + "h".repeat(50),
                "X-Request-Id",
                "request-of-a-test");

        assertThat(lines.next())
                .startsWith("method=GET path=/api/v1/nowhere/… status=404 ms=")
                .contains(" user=- ")
                .containsPattern(" trace=[0-9a-f]{32} request=request-of-a-test$")
                .doesNotContain("people.example", "secret", "hhhh");
    }

    @Test
    void writesDownARefusalBeforeAnyServiceIsAsked() throws Exception {
        client.get("/api/v1/trackers/%2e%2e/x");

        assertThat(lines.next()).contains(" status=400 ");
    }

    private static final class Lines extends Handler {

        private final LinkedBlockingQueue<String> written = new LinkedBlockingQueue<>();

        String next() throws InterruptedException {
            String line = written.poll(30, TimeUnit.SECONDS);
            assertThat(line).as("a line was written").isNotNull();
            return line;
        }

        @Override
        public void publish(LogRecord entry) {
            written.add(ExtLogRecord.wrap(entry).getFormattedMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
