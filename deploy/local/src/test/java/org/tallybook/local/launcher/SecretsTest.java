package org.tallybook.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallybook.local.stack.StackFailure;

class SecretsTest {

    @TempDir
    Path directory;

    @Test
    void makesASecretOnceAndKeepsIt() {
        String first = new Secrets(directory).password("postgres-password");

        assertThat(new Secrets(directory).password("postgres-password")).isEqualTo(first);
        assertThat(new Secrets(directory).password("redis-password")).isNotEqualTo(first);
    }

    @Test
    void makesKeysOf32BytesInStandardBase64() throws Exception {
        Path key = new Secrets(directory).keyFile("pepper");

        assertThat(Base64.getDecoder().decode(Files.readString(key).strip())).hasSize(32);
    }

    @Test
    void lessensPermissionsThatACopyHadWidened() throws Exception {
        Path key = new Secrets(directory).keyFile("pepper");
        assertThat(Files.getPosixFilePermissions(key)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

        new Secrets(directory).keyFile("pepper");

        assertThat(Files.getPosixFilePermissions(key)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void refusesAnEmptySecret() throws Exception {
        Files.writeString(directory.resolve("pepper"), "\n");

        assertThatThrownBy(() -> new Secrets(directory).keyFile("pepper"))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("is empty");
    }
}
