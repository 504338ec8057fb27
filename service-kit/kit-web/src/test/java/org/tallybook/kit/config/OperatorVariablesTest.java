package org.tallybook.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorVariablesTest {

    @TempDir
    Path folder;

    @Test
    void spellsOutAnSmtpUrl() {
        assertThat(OperatorVariables.mailer("smtp://me%40x.org:p%3Aw+d@mail.example:2525"))
                .containsEntry("quarkus.mailer.host", "mail.example")
                .containsEntry("quarkus.mailer.port", "2525")
                .containsEntry("quarkus.mailer.username", "me@x.org")
                .containsEntry("quarkus.mailer.password", "p:w+d")
                .containsEntry("quarkus.mailer.start-tls", "REQUIRED");
        assertThat(OperatorVariables.mailer("smtps://mail.example"))
                .containsEntry("quarkus.mailer.port", "465")
                .containsEntry("quarkus.mailer.tls", "true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.example:25", "http://mail.example", "smtp://", "smtp://a b", "smtp://u:secret@ho st"})
    void namesTheVariableButNotItsSecret(String url) {
        assertThatThrownBy(() -> OperatorVariables.mailer(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TALLYBOOK_SMTP_URL")
                .hasMessageNotContaining("secret");
    }

    @Test
    void migratesOnlyAtStartOrNever() {
        assertThat(OperatorVariables.migration("only")).containsEntry("quarkus.init-and-exit", "true");
        assertThat(OperatorVariables.migration("never")).containsEntry("quarkus.liquibase.migrate-at-start", "false");
        assertThatThrownBy(() -> OperatorVariables.migration("sometimes")).hasMessageContaining("TALLYBOOK_MIGRATE");
    }

    @Test
    void readsASecret() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "AAECAwQFBgcICQoLDA0ODw==\n");

        assertThat(SecretFile.read("X", Optional.of(file.toString()), 16)).hasSize(16);
    }

    @Test
    void stopsTheStartWithASentenceThatNamesTheVariable() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "c2VjcmV0");
        Path garbage = Files.writeString(folder.resolve("garbage"), "not base64!");

        assertThatThrownBy(() -> SecretFile.read("TALLYBOOK_PEPPER_FILE", Optional.empty(), 16))
                .hasMessageContaining("TALLYBOOK_PEPPER_FILE is not set");
        assertThatThrownBy(() -> SecretFile.read("TALLYBOOK_PEPPER_FILE", Optional.of(file.toString()), 16))
                .hasMessageContaining("6 bytes")
                .hasMessageNotContaining("c2VjcmV0");
        assertThatThrownBy(() -> SecretFile.read("TALLYBOOK_PEPPER_FILE", Optional.of(garbage.toString()), 16))
                .hasMessageContaining("not base64");
        assertThatThrownBy(() -> SecretFile.read("TALLYBOOK_PEPPER_FILE", Optional.of("/nowhere/x"), 16))
                .hasMessageContaining("cannot be read");
    }
}
