package org.tallybook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.start.RefusedStart;

/** The packaged gateway ends at once, with one sentence that says why, rather than serve without its secrets. */
class ProductionStartIT {

    private static final String INTERNAL = "TALLYBOOK_INTERNAL_SECRET_FILE";
    private static final String SESSION = "TALLYBOOK_SESSION_SECRET_FILE";

    @TempDir
    Path directory;

    @Test
    void refusesToStartWithoutASecret() {
        Map<String, String> environment = environment();
        environment.remove(SESSION);

        refused(environment, SESSION + " is not set");
    }

    @Test
    void refusesToStartWithAShortSecret() {
        Map<String, String> environment = environment();
        environment.put(INTERNAL, RefusedStart.secretFile(directory, "short", 8));

        refused(environment, INTERNAL + " names a secret of 8 bytes");
    }

    @Test
    void refusesToStartWithAnOriginThatMeansEverybody() {
        Map<String, String> environment = environment();
        environment.put("TALLYBOOK_CORS_ORIGINS", "https://app.example.org,*");

        refused(environment, "TALLYBOOK_CORS_ORIGINS");
    }

    private void refused(Map<String, String> environment, String sentence) {
        RefusedStart start = RefusedStart.with(environment, directory);

        assertThat(start.output()).contains(sentence).doesNotContain("gateway listens on");
        assertThat(start.status()).isNotZero();
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(TallybookStack.configuration());
        environment.put(INTERNAL, RefusedStart.secretFile(directory, "internal", 32));
        environment.put(SESSION, RefusedStart.secretFile(directory, "session", 32));
        return environment;
    }
}
