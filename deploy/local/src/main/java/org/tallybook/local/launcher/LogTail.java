package org.tallybook.local.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;

/**
 * Follows one log. Only whole lines are printed; a file that became shorter was rotated and is read from its start.
 */
final class LogTail {

    private final Path file;
    private final String prefix;
    private final PrintStream out;
    private long position;

    /** @param named whether each line begins with the name of its log, for when several are mixed */
    LogTail(Path file, boolean named, PrintStream out) {
        this.file = file;
        this.prefix = named ? file.getFileName().toString().replaceFirst("\\.log$", "") + " | " : "";
        this.out = out;
    }

    void printEnd(int count) throws IOException {
        if (!Files.isRegularFile(file)) {
            return;
        }
        position = Files.size(file);
        Deque<String> last = new ArrayDeque<>();
        // ISO-8859-1 and back: a log may contain bytes that are not UTF-8, and must print all the same.
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            lines.forEach(line -> remember(last, line, count));
        }
        last.forEach(line -> out.println(prefix + utf8(line)));
        out.flush();
    }

    void printNew() throws IOException {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            if (log.length() < position) {
                position = 0;
            }
            byte[] added = new byte[(int) Math.min(log.length() - position, 1 << 20)];
            log.seek(position);
            log.readFully(added);
            String text = new String(added, StandardCharsets.ISO_8859_1);
            int end = text.lastIndexOf('\n') + 1;
            position += end;
            text.substring(0, end).lines().forEach(line -> out.println(prefix + utf8(line)));
            out.flush();
        }
    }

    private static void remember(Deque<String> last, String line, int count) {
        last.addLast(line);
        if (last.size() > count) {
            last.removeFirst();
        }
    }

    private static String utf8(String line) {
        return new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
