package org.tallybook.local.launcher;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --data}, shared by every command. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where data, logs, secrets and mail are kept (default: .tallybook in the checkout).")
    private @Nullable Path data;

    DataDirectory directory() {
        return new DataDirectory(data == null ? Installation.find().defaultData() : data);
    }
}
