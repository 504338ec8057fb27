package org.tallybook.kit.test.erasure;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tallybook.kit.test.stack.TallybookStack;

/**
 * Looks for somebody in every column of every table that the service's database has, also in tables that did not exist
 * when the test was written. A word is found in any case, as text, inside bytes, and, an id, as the bytes of the id.
 */
public final class Remains {

    private static final String TABLES = """
            SELECT table_name FROM information_schema.tables
            WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT LIKE 'databasechangelog%'
            """;

    private Remains() {}

    /**
     * The tables with rows that hold any of the words, with how many; empty when nothing is left.
     *
     * @param words ids, addresses, names, texts: what nobody else has
     */
    public static Map<String, Integer> of(Collection<String> words) {
        try (Connection connection = connect()) {
            var found = new TreeMap<String, Integer>();
            for (String table : tables(connection)) {
                int rows = count(connection, table, words);
                if (rows > 0) {
                    found.put(table, rows);
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(TABLES);
                ResultSet rows = query.executeQuery()) {
            var tables = new ArrayList<String>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }

    private static int count(Connection connection, String table, Collection<String> words) throws SQLException {
        String sql = "SELECT count(*) FROM \"" + table + "\" AS r WHERE EXISTS (SELECT FROM unnest(?) AS form"
                + " WHERE position(form IN lower(r::text)) > 0)";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, connection.createArrayOf("text", forms(words)));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** PostgreSQL writes bytes as hexadecimal digits. */
    private static Object[] forms(Collection<String> words) {
        var forms = new ArrayList<String>();
        for (String word : words) {
            forms.add(word.toLowerCase(Locale.ROOT));
            forms.add(HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8)));
            if (word.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
                forms.add(word.replace("-", ""));
            }
        }
        return forms.toArray();
    }

    private static Connection connect() throws SQLException {
        Map<String, String> stack = TallybookStack.configuration();
        return DriverManager.getConnection(
                "jdbc:" + stack.get("TALLYBOOK_DB_URL"),
                stack.get("TALLYBOOK_DB_OWNER_USER"),
                stack.get("TALLYBOOK_DB_OWNER_PASSWORD"));
    }
}
