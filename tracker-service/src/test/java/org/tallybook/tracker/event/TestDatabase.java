package org.tallybook.tracker.event;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.tallybook.kit.test.stack.TallybookStack;

/** Looks into the service's database from outside. */
public final class TestDatabase {

    private TestDatabase() {}

    public static Connection connect() throws SQLException {
        Map<String, String> stack = TallybookStack.configuration();
        return DriverManager.getConnection(
                "jdbc:" + stack.get("TALLYBOOK_DB_URL"),
                stack.get("TALLYBOOK_DB_APP_USER"),
                stack.get("TALLYBOOK_DB_APP_PASSWORD"));
    }

    /** How many rows of a table are a user's. */
    public static int rows(String table, UUID user) {
        return number("SELECT count(*) FROM " + table + " WHERE user_id = ?", user);
    }

    /** The number of the last event of a user; 0 when there is none. */
    public static int lastSequence(UUID user) {
        return number("SELECT coalesce(max(last_seq), 0) FROM user_stream WHERE user_id = ?", user);
    }

    private static int number(String sql, UUID user) {
        try (Connection connection = connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, user);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
