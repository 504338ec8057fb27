package org.tallybook.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Wraps a command so that Ctrl-C in the terminal does not reach it: the launcher alone hears the signal and stops its
 * children in order. A JVM keeps SIGINT ignored when it starts with it ignored; programs that install their own handler
 * (Redis does) need a session of their own, which {@code setsid} gives where it exists and perl elsewhere.
 */
public final class ChildCommand {

    private static final String SHIELD = "trap '' INT; "
            + "if command -v setsid >/dev/null 2>&1; then exec setsid \"$@\"; fi; "
            + "if command -v perl >/dev/null 2>&1; then"
            + " exec perl -e 'use POSIX; POSIX::setsid(); exec @ARGV' -- \"$@\"; fi; "
            + "exec \"$@\"";

    private ChildCommand() {}

    public static List<String> shielded(List<String> command) {
        if (!Files.isExecutable(Path.of("/bin/sh"))) {
            return List.copyOf(command);
        }
        List<String> wrapped = new ArrayList<>(List.of("/bin/sh", "-c", SHIELD, "tallybook"));
        wrapped.addAll(command);
        return wrapped;
    }
}
