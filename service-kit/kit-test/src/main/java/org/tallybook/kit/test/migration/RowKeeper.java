package org.tallybook.kit.test.migration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers rows written at one version of a schema and tells which of them a later version lost or changed. A row
 * is kept if some row of its table has the same values in every column that both versions have; a table that is
 * gone has lost its rows.
 */
final class RowKeeper {

    private final Connection owner;
    private final Map<String, List<String>> rows = new TreeMap<>();
    private final List<String> fixtures = new ArrayList<>();

    RowKeeper(Connection owner) {
        this.owner = owner;
    }

    /** Runs {@code db/rows/<migration file name>} if the test's classpath has it, and remembers all rows. */
    void insertRowsOf(String migrationFile) throws SQLException, IOException {
        String fixture = "db/rows/" + migrationFile.substring(migrationFile.lastIndexOf('/') + 1);
        Optional<String> sql = text(fixture);
        if (sql.isPresent() && !fixtures.contains(fixture)) {
            try (Statement statement = owner.createStatement()) {
                statement.execute(sql.get());
            }
            fixtures.add(fixture);
            remember();
        }
    }

    List<String> fixtures() {
        return fixtures;
    }

    private void remember() throws SQLException {
        rows.clear();
        for (String table : tables()) {
            try (Statement statement = owner.createStatement();
                    ResultSet row = statement.executeQuery("SELECT to_jsonb(t)::text FROM \"" + table + "\" t")) {
                List<String> kept = rows.computeIfAbsent(table, name -> new ArrayList<>());
                while (row.next()) {
                    kept.add(row.getString(1));
                }
            }
        }
    }

    /** What is no longer there, in words. */
    List<String> lost() throws SQLException {
        List<String> lost = new ArrayList<>();
        List<String> tables = tables();
        for (Map.Entry<String, List<String>> entry : rows.entrySet()) {
            for (String row : entry.getValue()) {
                if (!tables.contains(entry.getKey()) || !isIn(entry.getKey(), row)) {
                    lost.add(entry.getKey() + " " + row);
                }
            }
        }
        return lost;
    }

    private boolean isIn(String table, String row) throws SQLException {
        String sql = """
                SELECT EXISTS (SELECT FROM "%s" t WHERE NOT EXISTS (
                  SELECT FROM jsonb_each(?::jsonb) old JOIN jsonb_each(to_jsonb(t)) now USING (key)
                  WHERE old.value IS DISTINCT FROM now.value))
                """.formatted(table);
        try (PreparedStatement query = owner.prepareStatement(sql)) {
            query.setString(1, row);
            try (ResultSet answer = query.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private List<String> tables() throws SQLException {
        String sql = """
                SELECT tablename FROM pg_tables
                WHERE schemaname = current_schema() AND tablename NOT LIKE 'databasechangelog%' ORDER BY 1
                """;
        List<String> tables = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    private static Optional<String> text(String resource) throws IOException {
        try (@Nullable InputStream in = Changelog.loader().getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
