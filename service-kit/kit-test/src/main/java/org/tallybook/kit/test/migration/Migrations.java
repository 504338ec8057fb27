package org.tallybook.kit.test.migration;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import liquibase.changelog.ChangeSet;
import liquibase.exception.LiquibaseException;

/**
 * The migration test of a service, over the changelog on its classpath. Each check works in a schema of its own that
 * it makes and drops, so it can run beside the service in the same database.
 *
 * <p>Rows of a version come from {@code src/test/resources/db/rows/<name of the migration file>}, plain SQL that is
 * run by the owner right after that migration. The names in it and in the migrations must not be qualified with
 * {@code public}.
 */
public final class Migrations {

    private final MigrationDatabase database;
    private final String changelog;
    private final List<String> folders;

    private Migrations(MigrationDatabase database, String changelog, List<String> folders) {
        this.database = database;
        this.changelog = changelog;
        this.folders = List.copyOf(folders);
    }

    /** The usual places: {@code db/changelog.yaml} including {@code db/migration} and the kit's {@code db/kit}. */
    public static Migrations of(MigrationDatabase database) {
        return of(database, "db/changelog.yaml", "db/migration", "db/kit");
    }

    /**
     * Another layout than the usual one.
     *
     * @param changelog classpath name of the master changelog
     * @param folders classpath folders whose every {@code .sql} file must be part of it
     */
    public static Migrations of(MigrationDatabase database, String changelog, String... folders) {
        return new Migrations(database, changelog, List.of(folders));
    }

    /** All checks, in the order in which a failure is easiest to understand. */
    public void verify() {
        everyFileIsAChangesetWithRollback();
        everyStepGoesUpDownAndUpAgain();
        rowsOfEveryVersionSurvive();
        theAppRoleOnlyTouchesData();
        everyTableIsNamedAsOneRow();
    }

    /** Every SQL file yields a changeset, none is skipped for a mistyped line, and each has its rollback. */
    public void everyFileIsAChangesetWithRollback() {
        inScratchSchema(
                (schema, owner, log) -> require("migration files", MigrationFiles.faults(folders, log.changeSets())));
    }

    /** Each step taken back restores the schema before it; all taken back leave nothing; up again is the same. */
    public void everyStepGoesUpDownAndUpAgain() {
        inScratchSchema(Migrations::goUpDownAndUpAgain);
    }

    private static void goUpDownAndUpAgain(ScratchSchema schema, Connection owner, Changelog log)
            throws SQLException, LiquibaseException {
        SchemaSnapshot empty = SchemaSnapshot.of(owner, schema.name());
        SchemaSnapshot top = stepwise(schema, owner, log, empty);
        int steps = log.changeSets().size();
        log.down(steps);
        requireSame("after taking everything back", empty, SchemaSnapshot.of(owner, schema.name()));
        log.up(steps);
        requireSame("after going up again", top, SchemaSnapshot.of(owner, schema.name()));
    }

    private static SchemaSnapshot stepwise(ScratchSchema schema, Connection owner, Changelog log, SchemaSnapshot start)
            throws SQLException, LiquibaseException {
        SchemaSnapshot before = start;
        for (ChangeSet step : log.changeSets()) {
            log.up(1);
            SchemaSnapshot after = SchemaSnapshot.of(owner, schema.name());
            log.down(1);
            requireSame("after the rollback of " + step, before, SchemaSnapshot.of(owner, schema.name()));
            log.up(1);
            requireSame("after repeating " + step, after, SchemaSnapshot.of(owner, schema.name()));
            before = after;
        }
        return before;
    }

    /** Tables and columns in snake_case, tables in the singular: readable without quotes, and one way to guess a name. */
    public void everyTableIsNamedAsOneRow() {
        inScratchSchema((schema, owner, log) -> {
            log.up(log.changeSets().size());
            require("names", TableNames.faults(owner, schema.name()));
        });
    }

    /** Rows written at one version are still there, unchanged, after every later step, its rollback and its repeat. */
    public void rowsOfEveryVersionSurvive() {
        inScratchSchema(Migrations::keepTheRowsOfEveryFixture);
    }

    private static void keepTheRowsOfEveryFixture(ScratchSchema schema, Connection owner, Changelog log)
            throws SQLException, LiquibaseException, IOException {
        RowKeeper rows = new RowKeeper(owner);
        List<ChangeSet> steps = log.changeSets();
        for (int i = 0; i < steps.size(); i++) {
            keepRows(log, rows, steps.get(i));
            if (isLastOfItsFile(steps, i)) {
                rows.insertRowsOf(steps.get(i).getFilePath());
            }
        }
        if (rows.fixtures().isEmpty()) {
            throw new AssertionError("no fixture in db/rows on the test class path, so no row was tested");
        }
    }

    private static void keepRows(Changelog log, RowKeeper rows, ChangeSet step)
            throws SQLException, LiquibaseException {
        log.up(1);
        require("rows after " + step, rows.lost());
        log.down(1);
        require("rows after the rollback of " + step, rows.lost());
        log.up(1);
        require("rows after repeating " + step, rows.lost());
    }

    private static boolean isLastOfItsFile(List<ChangeSet> steps, int i) {
        return i + 1 == steps.size()
                || !steps.get(i).getFilePath().equals(steps.get(i + 1).getFilePath());
    }

    /** The app role reads and writes every table, and can neither create, alter, drop nor truncate one. */
    public void theAppRoleOnlyTouchesData() {
        inScratchSchema((schema, owner, log) -> {
            log.up(log.changeSets().size());
            try (Connection app = schema.asApp()) {
                require("app role", new AppRole(app, schema.name()).faults());
            }
        });
    }

    private void inScratchSchema(Check check) {
        try (ScratchSchema schema = ScratchSchema.in(database);
                Connection owner = schema.asOwner();
                Changelog log = Changelog.open(changelog, schema.asOwner())) {
            check.run(schema, owner, log);
        } catch (SQLException | LiquibaseException | IOException e) {
            throw new AssertionError("The migrations cannot be tested: " + e.getMessage(), e);
        }
    }

    private static void requireSame(String when, SchemaSnapshot expected, SchemaSnapshot actual) {
        require("the schema differs " + when, expected.differenceTo(actual));
    }

    private static void require(String what, Collection<String> faults) {
        if (!faults.isEmpty()) {
            throw new AssertionError(what + ":\n  " + String.join("\n  ", new ArrayList<>(faults)));
        }
    }

    private interface Check {
        void run(ScratchSchema schema, Connection owner, Changelog log)
                throws SQLException, LiquibaseException, IOException;
    }
}
