package org.tallybook.kit.test.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Tables are named as one row is, columns as the value they hold; both in snake_case, so that nothing needs quotes. */
final class TableNames {

    private static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9]*(?:_[a-z0-9]+)*");

    /** English plurals; not address, status or analysis. */
    private static final Pattern PLURAL = Pattern.compile(".*[^sui]s");

    private static final String NAMES = """
            SELECT c.relname, '' FROM pg_class c
            WHERE c.relnamespace = ?::regnamespace AND c.relkind IN ('r','p','v','m','f')
              AND c.relname NOT LIKE 'databasechangelog%'
            UNION ALL
            SELECT c.relname, a.attname FROM pg_class c
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relnamespace = ?::regnamespace AND c.relkind IN ('r','p','v','m','f')
              AND c.relname NOT LIKE 'databasechangelog%'
            ORDER BY 1, 2
            """;

    private TableNames() {}

    static List<String> faults(Connection connection, String schema) throws SQLException {
        List<String> faults = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(NAMES)) {
            query.setString(1, schema);
            query.setString(2, schema);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    check(row.getString(1), row.getString(2), faults);
                }
            }
        }
        return faults;
    }

    private static void check(String table, String column, List<String> faults) {
        boolean isTable = column.isEmpty();
        String name = isTable ? table : column;
        String place = isTable ? "table " + table : "column " + table + "." + column;
        if (!SNAKE_CASE.matcher(name).matches()) {
            faults.add(place + " is not snake_case");
        }
        if (isTable && PLURAL.matcher(table).matches()) {
            faults.add(place + " is a plural; name it as one of its rows");
        }
    }
}
