package org.tallybook.auth.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.start.RefusedStart;

/** Without its secrets the packaged service ends at once, with one sentence that says which; see also SecretsTest. */
class ProductionStartIT {

    private static final String PEPPER = "TALLYBOOK_PEPPER_FILE";
    private static final String KEK = "TALLYBOOK_KEYS_KEK_FILE";
    private static final String INTERNAL = "TALLYBOOK_INTERNAL_SECRET_FILE";

    @TempDir
    Path directory;

    @Test
    void refusesToStartWithoutASecret() {
        Map<String, String> environment = environment();
        environment.remove(PEPPER);

        refused(environment, PEPPER + " is not set: it must name a file with at least 32 random bytes");
    }

    @Test
    void refusesToStartWithAShortSecret() {
        Map<String, String> environment = environment();
        environment.put(INTERNAL, RefusedStart.secretFile(directory, "short", 16));

        refused(environment, INTERNAL + " names a secret of 16 bytes; at least 32 are needed");
    }

    @Test
    void refusesToStartWithASecretThatEverybodyKnows() {
        Map<String, String> environment = environment();
        environment.put(KEK, Path.of("dev-secrets/keys-kek").toAbsolutePath().toString());

        refused(environment, KEK + " names a secret of the repository");
    }

    private void refused(Map<String, String> environment, String sentence) {
        RefusedStart start = RefusedStart.with(environment, directory);

        assertThat(start.output()).contains(sentence).doesNotContain("Listening on");
        assertThat(start.status()).isNotZero();
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(TallybookStack.configuration());
        environment.put(PEPPER, RefusedStart.secretFile(directory, "pepper", 32));
        environment.put(KEK, RefusedStart.secretFile(directory, "kek", 32));
        environment.put(INTERNAL, RefusedStart.secretFile(directory, "internal", 32));
        return environment;
    }
}
