package org.tallybook.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallybook.local.stack.StackFailure;

class DataDirectoryTest {

    @TempDir
    Path work;

    @Test
    void marksItsOwnAndOpensItAgain() {
        DataDirectory data = new DataDirectory(work.resolve("data"));
        data.open(0);
        data.open(0);

        assertThat(data.isOurs()).isTrue();
        assertThat(data.secrets()).isDirectory();
    }

    @Test
    void keepsSecretsAndMailFromOtherUsers() throws Exception {
        DataDirectory data = new DataDirectory(work.resolve("data"));
        data.open(0);

        for (Path directory : new Path[] {data.secrets(), data.mail(), data.logs()}) {
            assertThat(Files.getPosixFilePermissions(directory))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void leavesADirectoryWithOtherContentAlone() throws Exception {
        Files.writeString(work.resolve("thesis.odt"), "years of work");

        assertThatThrownBy(() -> new DataDirectory(work).open(0))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("is not a Tallybook data directory");
        assertThat(Files.list(work)).hasSize(1);
    }

    @Test
    void acceptsTheDirectoryThatTheBuildMadeForItsLog() throws Exception {
        Files.createDirectories(work.resolve("data/logs"));

        new DataDirectory(work.resolve("data")).open(0);

        assertThat(new DataDirectory(work.resolve("data")).isOurs()).isTrue();
    }

    @Test
    void refusesADamagedMarker() throws Exception {
        Files.write(work.resolve("tallybook.data"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1});

        assertThatThrownBy(() -> new DataDirectory(work).open(0))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("is damaged or of another version");
    }

    @Test
    void refusesAFullDisk() {
        assertThatThrownBy(() -> new DataDirectory(work.resolve("data")).open(Long.MAX_VALUE))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("MB are free on the disk of");
    }

    @Test
    void refusesAFileInItsPlace() throws Exception {
        Path file = Files.writeString(work.resolve("file"), "");

        assertThatThrownBy(() -> new DataDirectory(file).open(0))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("cannot be used");
    }
}
