package org.tallybook.local.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tallybook.local.stack.PrivateFiles;
import org.tallybook.local.stack.StackFailure;

/**
 * What {@code up} tells the other commands about itself, in {@code run/state.json}. Without credentials.
 *
 * @param url where people go
 * @param mail the directory of caught mail, or empty when a real mail server is used
 */
record RunState(String url, String mail, List<Entry> entries) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param health the URL that answers 200 when ready, or empty for a server that is asked by opening its port
     * @param pid 0 for a server that is not ours
     */
    record Entry(String name, String host, int port, long pid, String url, String health) {}

    void write(DataDirectory data) {
        try {
            PrivateFiles.write(file(data), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
        } catch (IOException e) {
            throw new StackFailure(file(data) + " cannot be written: " + StackFailure.reason(e) + ".", e);
        }
    }

    static Optional<RunState> read(DataDirectory data) {
        try {
            return Files.exists(file(data))
                    ? Optional.of(JSON.readValue(Files.readString(file(data)), RunState.class))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    static void delete(DataDirectory data) {
        try {
            Files.deleteIfExists(file(data));
        } catch (IOException e) {
            throw new StackFailure(file(data) + " cannot be deleted: " + StackFailure.reason(e) + ".", e);
        }
    }

    private static Path file(DataDirectory data) {
        return data.run().resolve("state.json");
    }
}
