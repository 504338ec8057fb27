package org.tallybook.auth.replica;

import java.util.Map;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.test.stack.TallybookStack;

/** A schema that belongs to the replicas alone, with the grants that provisioning gives in {@code public}. */
final class ReplicaSchema {

    static final String NAME = "replicas";

    private ReplicaSchema() {}

    /** Makes it, empty; returns where the service finds it. */
    static Map<String, String> create() {
        Map<String, String> stack = TallybookStack.configuration();
        String app = "\"" + stack.get("TALLYBOOK_DB_APP_USER") + "\"";
        String defaults = "ALTER DEFAULT PRIVILEGES IN SCHEMA " + NAME + " GRANT ";
        TestDatabase.update("CREATE SCHEMA " + NAME);
        TestDatabase.update("GRANT USAGE ON SCHEMA " + NAME + " TO " + app);
        TestDatabase.update(defaults + "SELECT, INSERT, UPDATE, DELETE ON TABLES TO " + app);
        TestDatabase.update(defaults + "USAGE, SELECT ON SEQUENCES TO " + app);
        String url = stack.get("TALLYBOOK_DB_URL");
        return Map.of(
                "quarkus.datasource.reactive.url", url + "?search_path=" + NAME,
                "quarkus.datasource.jdbc.url", "jdbc:" + url + "?currentSchema=" + NAME);
    }
}
