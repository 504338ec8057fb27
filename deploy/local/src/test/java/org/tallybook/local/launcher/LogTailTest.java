package org.tallybook.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    Path directory;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Path log;
    private LogTail tail;

    @BeforeEach
    void write() throws Exception {
        log = Files.writeString(directory.resolve("auth-service.log"), "one\ntwo\nthree ü\n");
        tail = new LogTail(log, true, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @Test
    void printsTheLastLinesWithTheirOrigin() throws Exception {
        tail.printEnd(2);

        assertThat(printed()).isEqualTo("auth-service | two\nauth-service | three ü\n");
    }

    @Test
    void printsAddedLinesWhenTheyAreWhole() throws Exception {
        tail.printEnd(0);
        append("fo");
        tail.printNew();
        append("ur\nfi");
        tail.printNew();

        assertThat(printed()).isEqualTo("auth-service | four\n");
    }

    @Test
    void readsARotatedLogFromItsStart() throws Exception {
        tail.printEnd(0);
        Files.writeString(log, "new\n");
        tail.printNew();

        assertThat(printed()).isEqualTo("auth-service | new\n");
    }

    private void append(String text) throws Exception {
        Files.writeString(log, text, StandardOpenOption.APPEND);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
