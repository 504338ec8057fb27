package org.tallybook.kit.test.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One example event as it stands in {@code contracts/events/examples/<type>/<name>.json}.
 *
 * @param type event type, such as {@code log.recorded.v1}
 * @param name what is special about it; the file's name without {@code .json}
 * @param json the whole event, envelope included
 */
public record Example(String type, String name, String json) {

    static Example read(String type, Path file) {
        String fileName = file.getFileName().toString();
        try {
            return new Example(type, fileName.substring(0, fileName.length() - 5), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads well as the display name of a parameterised test. */
    @Override
    public String toString() {
        return type + "/" + name;
    }
}
