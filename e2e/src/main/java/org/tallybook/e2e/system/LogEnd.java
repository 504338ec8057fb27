package org.tallybook.e2e.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a log file, with its name above. */
final class LogEnd {

    private static final int LINES = 25;
    private static final int WIDTH = 600;

    private LogEnd() {}

    static String of(Path log) {
        StringBuilder text = new StringBuilder("----- ").append(log).append('\n');
        List<String> lines = lines(log);
        lines.subList(Math.max(0, lines.size() - LINES), lines.size())
                .forEach(line ->
                        text.append(line, 0, Math.min(line.length(), WIDTH)).append('\n'));
        return text.toString();
    }

    private static List<String> lines(Path log) {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            return List.of("(cannot be read: " + e.getMessage() + ")");
        }
    }
}
