package org.tallybook.kit.test.migration;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * The provisioned database the migration test may use: two roles, and the right of the owner to make a schema.
 * Nothing in {@code public} is touched.
 *
 * @param jdbcUrl {@code jdbc:postgresql://host:port/db}, without credentials; parameters are allowed
 */
public record MigrationDatabase(
        String jdbcUrl, String ownerUser, String ownerPassword, String appUser, String appPassword) {

    /**
     * The database that an operator's configuration names ({@code TALLYBOOK_DB_*}), as the test stack gives it.
     *
     * @throws IllegalArgumentException if a variable is missing
     */
    public static MigrationDatabase of(Map<String, String> configuration) {
        return new MigrationDatabase(
                "jdbc:" + value(configuration, "TALLYBOOK_DB_URL"),
                value(configuration, "TALLYBOOK_DB_OWNER_USER"),
                value(configuration, "TALLYBOOK_DB_OWNER_PASSWORD"),
                value(configuration, "TALLYBOOK_DB_APP_USER"),
                value(configuration, "TALLYBOOK_DB_APP_PASSWORD"));
    }

    private static String value(Map<String, String> configuration, String variable) {
        String value = configuration.get(variable);
        if (value == null) {
            throw new IllegalArgumentException("The configuration has no " + variable);
        }
        return value;
    }

    Connection asOwner(String schema) throws SQLException {
        return DriverManager.getConnection(inSchema(schema), ownerUser, ownerPassword);
    }

    Connection asApp(String schema) throws SQLException {
        return DriverManager.getConnection(inSchema(schema), appUser, appPassword);
    }

    /** With this search path and no other, an unqualified name can never reach the tables of a running service. */
    private String inSchema(String schema) {
        return jdbcUrl + (jdbcUrl.contains("?") ? "&" : "?") + "currentSchema=" + schema;
    }
}
