package org.tallybook.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.tallybook.local.stack.PartKind;
import org.tallybook.local.stack.PostmasterFile;
import org.tallybook.local.stack.ProcessEnd;
import org.tallybook.local.stack.StackFailure;

/**
 * Ends what a launcher that was killed could not end itself: services, Redis, PostgreSQL. Call it only while holding
 * the directory's lock, so that nothing of a living launcher is touched.
 */
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final DataDirectory data;

    Leftovers(DataDirectory data) {
        this.data = data;
    }

    /** Returns the names of what was found alive and ended. */
    List<String> end() {
        List<String> alive =
                names().filter(name -> file(data, name).process().isPresent()).toList();
        alive.forEach(name -> file(data, name).process().ifPresent(ProcessHandle::destroy));
        alive.forEach(name -> file(data, name).process().ifPresent(process -> ProcessEnd.force(process, PATIENCE)));
        names().map(name -> file(data, name)).forEach(ProcessFile::delete);
        try {
            return endPostgres()
                    ? Stream.concat(alive.stream(), Stream.of("postgres")).toList()
                    : alive;
        } catch (IOException e) {
            throw new StackFailure("Files of an earlier run cannot be removed: " + StackFailure.reason(e) + ".", e);
        }
    }

    private static Stream<String> names() {
        return Stream.concat(Arrays.stream(Service.values()).map(Service::module), Stream.of(PartKind.REDIS.label()));
    }

    private boolean endPostgres() throws IOException {
        Path cluster = data.path().resolve("postgres");
        if (!Files.isDirectory(cluster)) {
            return false;
        }
        PostmasterFile postmaster = PostmasterFile.of(cluster);
        boolean alive = postmaster.process().isPresent();
        postmaster.stopProcess();
        postmaster.deleteStale();
        return alive;
    }

    static ProcessFile file(DataDirectory data, String name) {
        return new ProcessFile(data.run().resolve(name + ".pid"));
    }
}
