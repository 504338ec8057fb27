package org.tallybook.auth.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.tallybook.kit.test.stack.TallybookStack;

/** Looks at the service's tables, and moves a row in time where a test cannot wait. */
public final class TestDatabase {

    private static volatile String schema = "public";

    private TestDatabase() {}

    /** Where the tables of the service under test are, if not in the one of every {@code @QuarkusTest}. */
    public static void useSchema(String name) {
        schema = name;
    }

    public static long count(String sql, Object... parameters) {
        return Long.parseLong(rows(sql, parameters).get(0));
    }

    /** Waits until there are so many. */
    public static void awaitCount(long expected, String sql, Object... parameters) {
        Awaitility.await(sql)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> count(sql, parameters) == expected);
    }

    /** The first column as text. */
    public static List<String> rows(String sql, Object... parameters) {
        try (Connection connection = open();
                PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static int update(String sql, Object... parameters) {
        try (Connection connection = open();
                PreparedStatement statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static Connection open() throws SQLException {
        Map<String, String> stack = TallybookStack.configuration();
        return DriverManager.getConnection(
                "jdbc:" + stack.get("TALLYBOOK_DB_URL") + "?currentSchema=" + schema,
                stack.get("TALLYBOOK_DB_OWNER_USER"),
                stack.get("TALLYBOOK_DB_OWNER_PASSWORD"));
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
