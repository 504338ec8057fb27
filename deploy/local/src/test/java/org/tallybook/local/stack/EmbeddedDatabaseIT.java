package org.tallybook.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {

    @TempDir
    Path data;

    @Test
    void keepsItsDataOverRestartsAndLetsNobodyInWithoutThePassword() throws Exception {
        EmbeddedDatabase server = TestParts.database(data);
        server.start();
        try (Connection admin = Jdbc.connect(server.url(), "postgres");
                var statement = admin.createStatement()) {
            statement.execute("CREATE TABLE kept AS SELECT 42 AS answer");
        }

        server.stop();
        assertThat(server.alive()).isFalse();
        server.start();

        try (Connection admin = Jdbc.connect(server.url(), "postgres");
                var rows = admin.createStatement().executeQuery("SELECT answer FROM kept")) {
            assertThat(rows.next()).isTrue();
        }
        assertThatThrownBy(() -> DriverManager.getConnection(Jdbc.url(server.url()), "postgres", "guess"))
                .hasMessageContaining("password authentication failed");
        server.stop();
    }

    @Test
    void refusesDataOfAnotherMajorVersionInOneSentence() throws Exception {
        Files.createDirectories(data.resolve("postgres"));
        Files.writeString(data.resolve("postgres/PG_VERSION"), "16\n");

        assertThatThrownBy(() -> TestParts.database(data).start())
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("holds data of PostgreSQL 16")
                .hasMessageContaining("runs PostgreSQL 18");
    }

    @Test
    void startsOverWhenTheFirstStartWasKilledHalfway() throws Exception {
        Files.createDirectories(data.resolve("postgres/base"));
        Files.writeString(data.resolve("postgres/PG_VERSION"), "18\n");

        EmbeddedDatabase server = TestParts.database(data);
        server.start();

        assertThat(server.alive()).isTrue();
        server.stop();
    }

    @Test
    void startsOverAStaleProcessFileThatNamesAStranger() throws Exception {
        EmbeddedDatabase server = TestParts.database(data);
        server.start();
        server.stop();
        Files.writeString(
                data.resolve("postgres/postmaster.pid"), ProcessHandle.current().pid() + "\n");

        PostmasterFile.of(data.resolve("postgres")).deleteStale();
        server.start();

        assertThat(server.alive()).isTrue();
        server.stop();
    }
}
