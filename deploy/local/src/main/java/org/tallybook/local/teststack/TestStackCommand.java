package org.tallybook.local.teststack;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tallybook.local.launcher.Logging;
import org.tallybook.local.stack.StackFailure;
import org.tallybook.local.stack.Trees;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Serves one test JVM. Writes {@code KEY=VALUE} lines to stdout and then {@code READY}, or {@code FAILED <sentence>}.
 * The end of stdin is the end of the parent, however it died; then everything is stopped and the data deleted.
 */
@Command(name = "test-stack", hidden = true, description = "Serves the stack to a test JVM.")
public final class TestStackCommand implements Callable<Integer> {

    @Option(names = "--data", required = true, description = "A directory that is ours to fill and to delete.")
    private Path data = Path.of("");

    @Option(names = "--binaries", required = true, description = "Where server programs are unpacked once.")
    private Path binaries = Path.of("");

    @Option(names = "--module", required = true, description = "Names the database, so that modules never meet.")
    private String module = "";

    @Override
    public Integer call() throws IOException {
        Logging.quiet();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err); // a library that prints must not end up in the protocol
        TestStack stack = new TestStack(data, binaries, module);
        try {
            Map<String, String> configuration = stack.start(System.getenv());
            try (ControlPort control = ControlPort.open(stack)) {
                configuration.forEach((key, value) -> out.println(key + "=" + value));
                out.println("tallybook.stack.control=" + control.address());
                out.println("READY");
                awaitEndOfParent();
            }
            return 0;
        } catch (StackFailure e) {
            out.println("FAILED " + e.getMessage());
            return 1;
        } finally {
            stack.stop();
            Trees.delete(data);
        }
    }

    private static void awaitEndOfParent() {
        try {
            while (System.in.read() >= 0) {
                continue;
            }
        } catch (IOException closed) {
            return;
        }
    }
}
