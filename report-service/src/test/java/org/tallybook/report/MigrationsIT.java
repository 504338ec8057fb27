package org.tallybook.report;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tallybook.kit.test.migration.MigrationDatabase;
import org.tallybook.kit.test.migration.Migrations;
import org.tallybook.kit.test.stack.TallybookStack;

class MigrationsIT {

    @Test
    void goUpDownAndUpAgainWithRows() {
        Migrations.of(new MigrationDatabase(
                        "jdbc:" + value("TALLYBOOK_DB_URL"),
                        value("TALLYBOOK_DB_OWNER_USER"),
                        value("TALLYBOOK_DB_OWNER_PASSWORD"),
                        value("TALLYBOOK_DB_APP_USER"),
                        value("TALLYBOOK_DB_APP_PASSWORD")))
                .verify();
    }

    private static String value(String variable) {
        return Objects.requireNonNull(TallybookStack.configuration().get(variable), variable);
    }
}
