package org.tallybook.kit;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tallybook.kit.test.migration.MigrationDatabase;
import org.tallybook.kit.test.migration.Migrations;
import org.tallybook.kit.test.stack.TallybookStack;

class KitMigrationIT {

    @Test
    void everyMigrationGoesUpAndDownAndKeepsItsRows() {
        Map<String, String> stack = TallybookStack.configuration();

        Migrations.of(new MigrationDatabase(
                        "jdbc:" + stack.get("TALLYBOOK_DB_URL"),
                        stack.get("TALLYBOOK_DB_OWNER_USER"),
                        stack.get("TALLYBOOK_DB_OWNER_PASSWORD"),
                        stack.get("TALLYBOOK_DB_APP_USER"),
                        stack.get("TALLYBOOK_DB_APP_PASSWORD")))
                .verify();
    }
}
