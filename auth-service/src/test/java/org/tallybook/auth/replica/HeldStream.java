package org.tallybook.auth.replica;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.tallybook.auth.support.TestDatabase;

/** Holds the lock of a user's stream, so that whoever wants to change something of theirs waits before the commit. */
record HeldStream(Connection connection) implements AutoCloseable {

    static HeldStream of(String user) throws SQLException {
        Connection connection = TestDatabase.open();
        connection.setAutoCommit(false);
        try (PreparedStatement lock =
                connection.prepareStatement("SELECT last_seq FROM user_stream WHERE user_id = ?::uuid FOR UPDATE")) {
            lock.setString(1, user);
            lock.executeQuery();
        }
        return new HeldStream(connection);
    }

    /** Until somebody waits for it. */
    void awaitSomebody() {
        Awaitility.await("somebody to wait")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(this::somebodyWaits);
    }

    private boolean somebodyWaits() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet waiting = statement.executeQuery(
                        "SELECT FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))")) {
            return waiting.next();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
