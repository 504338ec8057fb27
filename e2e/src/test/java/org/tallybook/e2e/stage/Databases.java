package org.tallybook.e2e.stage;

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
import org.tallybook.e2e.system.LocalTallybook;
import org.tallybook.e2e.system.RunningPart;

/** The databases of the services, looked at from outside: every table there is, whoever added it. */
public record Databases(LocalTallybook system) {

    public static final String AUTH = "tallybook_auth";
    public static final String TRACKER = "tallybook_tracker";
    public static final String REPORT = "tallybook_report";

    private static final String TABLES = """
            SELECT table_name FROM information_schema.tables
            WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT LIKE 'databasechangelog%'
            """;

    /**
     * How many rows hold any of the words, by {@code database.table}; tables without one are left out. Words are found in
     * any case, as text, inside bytes, and, ids, as the bytes of the id.
     */
    public Map<String, Integer> remains(Collection<String> words) {
        var found = new TreeMap<String, Integer>();
        for (String database : List.of(AUTH, TRACKER, REPORT)) {
            try (Connection connection = connect(database)) {
                for (String table : tables(connection)) {
                    int rows = count(connection, table, words);
                    if (rows > 0) {
                        found.put(database + "." + table, rows);
                    }
                }
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
        return found;
    }

    /** Runs a statement with one parameter; returns the first column of the first row as a number. */
    public long number(String database, String sql, Object parameter) {
        try (Connection connection = connect(database);
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, parameter);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Connection connect(String database) throws SQLException {
        RunningPart server = system.part("postgres").orElseThrow();
        return DriverManager.getConnection(
                "jdbc:postgresql://" + server.host() + ":" + server.port() + "/" + database,
                database + "_owner",
                system.secret(database + "_owner-password"));
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
}
