package org.tallybook.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallybook.local.stack.ProcessEnd;

class ProcessFileTest {

    @TempDir
    Path directory;

    @Test
    void findsTheProcessAgainAndEndsIt() throws Exception {
        Process sleeper = new ProcessBuilder("sleep", "60").start();
        ProcessFile file = new ProcessFile(directory.resolve("sleeper.pid"));
        file.write(sleeper.toHandle());

        assertThat(file.process()).contains(sleeper.toHandle());
        ProcessEnd.force(sleeper.toHandle(), Duration.ofSeconds(5));

        assertThat(file.process()).isEmpty();
    }

    @Test
    void doesNotTakeAStrangerWithTheSameNumberForOurs() throws Exception {
        Path path = directory.resolve("stranger.pid");
        Files.writeString(path, ProcessHandle.current().pid() + " 1000\n");

        assertThat(new ProcessFile(path).process()).isEmpty();
    }

    @Test
    void takesAnUnreadableFileForNoProcess() throws Exception {
        Path path = directory.resolve("torn.pid");
        Files.writeString(path, "12");

        assertThat(new ProcessFile(path).process()).isEmpty();
        assertThat(new ProcessFile(directory.resolve("none.pid")).process()).isEmpty();
    }
}
