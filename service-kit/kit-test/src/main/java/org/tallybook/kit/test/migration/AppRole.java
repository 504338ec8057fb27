package org.tallybook.kit.test.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Tries what the application's role must not be able to do, and asks for what it must. */
final class AppRole {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final Connection app;
    private final String schema;

    AppRole(Connection app, String schema) {
        this.app = app;
        this.schema = schema;
    }

    List<String> faults() throws SQLException {
        List<String> faults = new ArrayList<>();
        List<String> tables = column("SELECT tablename FROM pg_tables WHERE schemaname = '" + schema + "' ORDER BY 1");
        mustNot(faults, "CREATE TABLE " + schema + ".intruder (id int)");
        mustNot(faults, "CREATE TABLE public.intruder (id int)");
        mustNot(faults, "CREATE SCHEMA intruder");
        for (String table : tables) {
            mustNot(faults, "ALTER TABLE " + schema + ".\"" + table + "\" ADD COLUMN intruder int");
            mustNot(faults, "CREATE INDEX ON " + schema + ".\"" + table + "\" ((1))");
            mustNot(faults, "DROP TABLE " + schema + ".\"" + table + "\" CASCADE");
            mustNot(faults, "TRUNCATE " + schema + ".\"" + table + "\" CASCADE");
        }
        faults.addAll(missing("""
                SELECT p || ' on table ' || t.tablename FROM pg_tables t,
                  unnest(ARRAY['SELECT','INSERT','UPDATE','DELETE']) p
                WHERE t.schemaname = '%s' AND t.tablename NOT LIKE 'databasechangelog%%'
                  AND NOT has_table_privilege(format('%%I.%%I', t.schemaname, t.tablename), p)
                """));
        faults.addAll(missing("""
                SELECT 'USAGE on sequence ' || s.sequencename FROM pg_sequences s
                WHERE s.schemaname = '%s' AND NOT has_sequence_privilege(format('%%I.%%I', s.schemaname, s.sequencename), 'USAGE')
                """));
        return faults;
    }

    private List<String> missing(String query) throws SQLException {
        return column(query.formatted(schema)).stream()
                .map(right -> "the app role lacks " + right)
                .toList();
    }

    private void mustNot(List<String> faults, String command) throws SQLException {
        app.setAutoCommit(false);
        try (Statement statement = app.createStatement()) {
            statement.execute(command);
            faults.add("the app role may " + command);
        } catch (SQLException refused) {
            if (!INSUFFICIENT_PRIVILEGE.equals(refused.getSQLState())) {
                throw refused;
            }
        } finally {
            app.rollback();
            app.setAutoCommit(true);
        }
    }

    private List<String> column(String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = app.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }
}
