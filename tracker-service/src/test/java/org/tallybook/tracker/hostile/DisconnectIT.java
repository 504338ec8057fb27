package org.tallybook.tracker.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.tallybook.kit.test.token.TestTokens;
import org.tallybook.tracker.ServiceIT;
import org.tallybook.tracker.event.TestDatabase;

/**
 * Clients that hang up in the middle of a write neither cancel it nor cost a pooled connection (quarkus#51576). They
 * fill the pool while they wait for the user's stream, which the test holds, and are gone when it lets go.
 */
@QuarkusTest
class DisconnectIT extends ServiceIT {

    private static final int POOL = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String WAITING = """
            SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%user_stream%'
            """;

    private final List<Socket> clients = new ArrayList<>();

    @Test
    void aWriteGoesOnWithoutItsClient() throws Exception {
        String tracker = created(numeric("Run"));

        try (Connection holder = TestDatabase.connect()) {
            holder.setAutoCommit(false);
            holdStream(holder);
            for (int i = 0; i < POOL; i++) {
                send(tracker, i);
            }
            Awaitility.await().atMost(PATIENCE).until(() -> waiting() == POOL);
            for (Socket client : clients) {
                client.close();
            }
            Thread.sleep(1_000);
            holder.rollback();
        }

        Awaitility.await().atMost(PATIENCE).until(() -> TestDatabase.rows("log_entry", user) == POOL);
        assertThat(as(user).get("/api/v1/trackers/" + tracker).<Integer>path("logCount"))
                .isEqualTo(POOL);
        assertThat(TestDatabase.lastSequence(user)).isEqualTo(POOL + 1);
        for (int i = 0; i < POOL; i++) {
            recorded(tracker, "{\"value\":1}");
        }
    }

    private void holdStream(Connection holder) throws Exception {
        try (PreparedStatement lock =
                holder.prepareStatement("SELECT 1 FROM user_stream WHERE user_id = ? FOR UPDATE")) {
            lock.setObject(1, user);
            lock.executeQuery();
        }
    }

    private static int waiting() throws Exception {
        try (Connection connection = TestDatabase.connect();
                ResultSet row = connection.createStatement().executeQuery(WAITING)) {
            row.next();
            return row.getInt(1);
        }
    }

    private void send(String tracker, int value) throws Exception {
        String body = "{\"value\":" + value + "}";
        String request = "POST " + logs(tracker) + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                + TestTokens.user(user).bearer() + "\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
        Socket client = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        clients.add(client);
        OutputStream out = client.getOutputStream();
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
