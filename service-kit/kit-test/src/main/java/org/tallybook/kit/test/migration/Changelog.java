package org.tallybook.kit.test.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** A changelog opened on one scratch schema: steps up and down, one changeset at a time. */
final class Changelog implements AutoCloseable {

    private static final Logger LIQUIBASE_LOG = Logger.getLogger("liquibase");
    private static final Contexts ALL = new Contexts();
    private static final LabelExpression ANY = new LabelExpression();

    private static final Map<String, Object> QUIET =
            Map.of("liquibase.analytics.enabled", false, Scope.Attr.ui.name(), new LoggerUIService());

    private final Liquibase liquibase;

    private Changelog(Liquibase liquibase) {
        this.liquibase = liquibase;
    }

    static Changelog open(String changelog, Connection connection) throws LiquibaseException {
        LIQUIBASE_LOG.setLevel(Level.WARNING);
        Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        Liquibase liquibase = new Liquibase(changelog, new ClassLoaderResourceAccessor(loader()), database);
        liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
        return new Changelog(liquibase);
    }

    static ClassLoader loader() {
        return Thread.currentThread().getContextClassLoader();
    }

    List<ChangeSet> changeSets() throws LiquibaseException {
        return liquibase.getDatabaseChangeLog().getChangeSets();
    }

    void up(int steps) throws LiquibaseException {
        quietly(() -> liquibase.update(steps, ALL, ANY));
    }

    void down(int steps) throws LiquibaseException {
        quietly(() -> liquibase.rollback(steps, ALL, ANY));
    }

    /** Without Liquibase's usage statistics, which would call home from a test, and with its talk in the log. */
    private static void quietly(Step step) throws LiquibaseException {
        try {
            Scope.child(QUIET, step::run);
        } catch (LiquibaseException e) {
            throw e;
        } catch (Exception e) {
            throw new LiquibaseException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            liquibase.close();
        } catch (LiquibaseException e) {
            throw new SQLException(e);
        }
    }

    private interface Step {
        void run() throws LiquibaseException;
    }
}
