package org.tallybook.kit.test.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tallybook.kit.test.stack.TallybookStack;

/** The migration test itself, on changelogs that are right and on each way of being wrong. */
class MigrationsIT {

    private static MigrationDatabase database;

    @BeforeAll
    static void findTheDatabase() {
        database = MigrationDatabase.of(TallybookStack.configuration());
    }

    @AfterEach
    void leavesNothingBehind() throws SQLException {
        String schemas = "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'migration\\_%'";
        try (Connection owner = database.asOwner("public");
                Statement statement = owner.createStatement();
                ResultSet count = statement.executeQuery(schemas)) {
            assertThat(count.next() ? count.getInt(1) : -1).isZero();
        }
    }

    @Test
    void acceptsAGoodChangelog() {
        assertThatCode(() -> changelog("good").verify()).doesNotThrowAnyException();
    }

    @Test
    void acceptsOneByOne() {
        assertThatCode(() -> changelog("good").everyFileIsAChangesetWithRollback())
                .doesNotThrowAnyException();
        assertThatCode(() -> changelog("good").everyStepGoesUpDownAndUpAgain()).doesNotThrowAnyException();
        assertThatCode(() -> changelog("good").rowsOfEveryVersionSurvive()).doesNotThrowAnyException();
        assertThatCode(() -> changelog("good").theAppRoleOnlyTouchesData()).doesNotThrowAnyException();
        assertThatCode(() -> changelog("good").everyTableIsNamedAsOneRow()).doesNotThrowAnyException();
    }

    @Test
    void seesTheFileThatLiquibaseSkips() {
        assertThatThrownBy(() -> changelog("mistyped").everyFileIsAChangesetWithRollback())
                .hasMessageContaining("001-shelf.sql: yields no changeset")
                .hasMessageNotContaining("002-thing.sql");
    }

    @Test
    void seesAFileThatTheChangelogLeavesOut() {
        Migrations tooWide =
                Migrations.of(database, "migrations/good.yaml", "migrations/good", "migrations/unrollable");

        assertThatThrownBy(tooWide::everyFileIsAChangesetWithRollback)
                .hasMessageContaining("migrations/unrollable/001-shelf.sql: yields no changeset");
    }

    @Test
    void demandsAFile() {
        assertThatThrownBy(() -> Migrations.of(database, "migrations/good.yaml", "migrations/nowhere")
                        .everyFileIsAChangesetWithRollback())
                .hasMessageContaining("no .sql file");
    }

    @Test
    void demandsARollback() {
        assertThatThrownBy(() -> changelog("unrollable").everyFileIsAChangesetWithRollback())
                .hasMessageContaining("001-shelf has no --rollback");
    }

    @Test
    void seesARollbackThatForgetsAChange() {
        assertThatThrownBy(() -> changelog("unfaithful").everyStepGoesUpDownAndUpAgain())
                .hasMessageContaining("after the rollback of")
                .hasMessageContaining("002-index")
                .hasMessageContaining("column shelf 2 label text");
    }

    @Test
    void seesLostRows() {
        assertThatThrownBy(() -> changelog("forgetful").rowsOfEveryVersionSurvive())
                .hasMessageContaining("011-relabel")
                .hasMessageContaining("\"label\": \"top\"");
    }

    @Test
    void seesNamesThatNobodyWouldGuess() {
        assertThatThrownBy(() -> changelog("misnamed").everyTableIsNamedAsOneRow())
                .hasMessageContaining("table shelves is a plural")
                .hasMessageContaining("table Thing is not snake_case")
                .hasMessageContaining("column Thing.isLoud is not snake_case")
                .hasMessageNotContaining("address")
                .hasMessageNotContaining("status");
    }

    @Test
    void seesAnApplicationThatOwnsItsTables() {
        MigrationDatabase careless = new MigrationDatabase(
                database.jdbcUrl(),
                database.ownerUser(),
                database.ownerPassword(),
                database.ownerUser(),
                database.ownerPassword());

        assertThatThrownBy(() -> Migrations.of(careless, "migrations/good.yaml", "migrations/good")
                        .theAppRoleOnlyTouchesData())
                .hasMessageContaining("the app role may CREATE TABLE")
                .hasMessageContaining("the app role may DROP TABLE")
                .hasMessageContaining("the app role may TRUNCATE");
    }

    private static Migrations changelog(String name) {
        return Migrations.of(database, "migrations/" + name + ".yaml", "migrations/" + name);
    }
}
