package org.tallybook.auth;

import org.junit.jupiter.api.Test;
import org.tallybook.kit.test.migration.MigrationDatabase;
import org.tallybook.kit.test.migration.Migrations;
import org.tallybook.kit.test.stack.TallybookStack;

class MigrationsIT {

    @Test
    void everyMigrationGoesUpAndDownAndKeepsItsRows() {
        var database = MigrationDatabase.of(TallybookStack.configuration());

        // Not db/kit as a whole: we consume no events and so have no inbox.
        Migrations.of(database, "db/changelog.yaml", "db/migration").verify();
    }
}
