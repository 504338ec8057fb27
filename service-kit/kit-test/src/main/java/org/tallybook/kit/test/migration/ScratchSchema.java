package org.tallybook.kit.test.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** An empty schema of its own for one test, with the grants that provisioning gives in {@code public}. */
final class ScratchSchema implements AutoCloseable {

    private final MigrationDatabase database;
    private final String name =
            "migration_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    private ScratchSchema(MigrationDatabase database) {
        this.database = database;
    }

    static ScratchSchema in(MigrationDatabase database) throws SQLException {
        ScratchSchema schema = new ScratchSchema(database);
        schema.execute(
                "CREATE SCHEMA " + schema.name,
                "GRANT USAGE ON SCHEMA " + schema.name + " TO \"" + database.appUser() + "\"",
                schema.defaultPrivileges("SELECT, INSERT, UPDATE, DELETE ON TABLES"),
                schema.defaultPrivileges("USAGE, SELECT ON SEQUENCES"));
        return schema;
    }

    private String defaultPrivileges(String grant) {
        return "ALTER DEFAULT PRIVILEGES IN SCHEMA " + name + " GRANT " + grant + " TO \"" + database.appUser() + "\"";
    }

    String name() {
        return name;
    }

    Connection asOwner() throws SQLException {
        return database.asOwner(name);
    }

    Connection asApp() throws SQLException {
        return database.asApp(name);
    }

    private void execute(String... commands) throws SQLException {
        try (Connection connection = database.asOwner("public");
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        execute("DROP SCHEMA " + name + " CASCADE");
    }
}
