package org.tallybook.local.stack;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Creates databases and roles on a server where we are superuser. Every step may be repeated: a second run changes
 * nothing but the passwords, which become the given ones.
 *
 * <p>Names are validated by {@link DatabaseAccess} and can stand unquoted; passwords are quoted by the server.
 */
public final class DatabaseProvisioner {

    /** Somebody is connected to template1 in this moment, perhaps another run of ours. */
    private static final String TEMPLATE_BUSY = "55006";

    private static final String ROLE_CHANGED_CONCURRENTLY = "XX000";
    private static final int ATTEMPTS = 20;

    private final ServerUrl server;

    public DatabaseProvisioner(ServerUrl server) {
        this.server = server;
    }

    /** Makes the database and its roles exist with the rights the services expect. */
    public void provision(DatabaseAccess access) {
        run("database " + access.name(), () -> create(access));
    }

    /** Drops the database with everything in it, whoever is connected, and provisions it anew. */
    public void recreate(DatabaseAccess access) {
        run("database " + access.name(), () -> {
            try (Connection admin = Jdbc.connect(server, "postgres")) {
                execute(admin, "DROP DATABASE IF EXISTS " + access.name() + " WITH (FORCE)");
                execute(admin, "DROP ROLE IF EXISTS " + access.owner());
                execute(admin, "DROP ROLE IF EXISTS " + access.app());
            }
        });
        provision(access);
    }

    private void create(DatabaseAccess access) throws SQLException {
        try (Connection admin = Jdbc.connect(server, "postgres")) {
            role(admin, access.owner(), access.ownerPassword());
            role(admin, access.app(), access.appPassword());
            database(admin, access);
        }
        try (Connection inside = Jdbc.connect(server, access.name())) {
            rights(inside, access);
        }
    }

    private static void role(Connection admin, String name, String password) throws SQLException {
        if (!exists(admin, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
            execute(admin, "CREATE ROLE " + name + " LOGIN");
        }
        execute(admin, "ALTER ROLE " + name + " LOGIN PASSWORD " + literal(admin, password));
        execute(admin, "GRANT " + name + " TO CURRENT_USER");
    }

    private static void database(Connection admin, DatabaseAccess access) throws SQLException {
        if (!exists(admin, "SELECT 1 FROM pg_database WHERE datname = ?", access.name())) {
            execute(
                    admin,
                    "CREATE DATABASE " + access.name() + " OWNER " + access.owner() + " ENCODING 'UTF8'"
                            + " TEMPLATE template0");
        }
        execute(admin, "ALTER DATABASE " + access.name() + " OWNER TO " + access.owner());
        execute(admin, "REVOKE ALL ON DATABASE " + access.name() + " FROM PUBLIC");
        execute(admin, "GRANT CONNECT ON DATABASE " + access.name() + " TO " + access.app());
    }

    /** The grants on existing tables heal a database that was restored from a dump made without them. */
    private static void rights(Connection inside, DatabaseAccess access) throws SQLException {
        String app = access.app();
        String defaults = "ALTER DEFAULT PRIVILEGES FOR ROLE " + access.owner();
        for (String statement : List.of(
                "ALTER SCHEMA public OWNER TO " + access.owner(),
                "REVOKE ALL ON SCHEMA public FROM PUBLIC",
                "GRANT USAGE ON SCHEMA public TO " + app,
                "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO " + app,
                "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO " + app,
                defaults + " GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO " + app,
                defaults + " GRANT USAGE, SELECT ON SEQUENCES TO " + app)) {
            execute(inside, statement);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static String literal(Connection connection, String text) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT quote_literal(?)")) {
            statement.setString(1, text);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void run(String what, Work work) {
        for (int attempt = 1; ; attempt++) {
            try {
                work.run();
                return;
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !passes(e)) {
                    throw new StackFailure(
                            "The %s could not be set up on %s: %s.".formatted(what, server, StackFailure.reason(e)), e);
                }
                Pause.millis(100);
            }
        }
    }

    private static boolean passes(SQLException failure) {
        return TEMPLATE_BUSY.equals(failure.getSQLState()) || ROLE_CHANGED_CONCURRENTLY.equals(failure.getSQLState());
    }

    @FunctionalInterface
    private interface Work {
        void run() throws SQLException;
    }
}
