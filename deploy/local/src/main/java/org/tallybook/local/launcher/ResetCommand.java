package org.tallybook.local.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.FileLock;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.tallybook.local.stack.StackFailure;
import org.tallybook.local.stack.Trees;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes all local data, after asking. */
@Command(name = "reset", description = "Deletes all data of this Tallybook.", mixinStandardHelpOptions = true)
final class ResetCommand implements Callable<Integer> {

    @Mixin
    private DataOption dataOption = new DataOption();

    @Option(names = "--yes", description = "Does not ask.")
    private boolean yes;

    @Override
    public Integer call() throws IOException {
        DataDirectory data = dataOption.directory();
        if (!Files.exists(data.path())) {
            System.out.println("Nothing to delete: " + data.path() + " does not exist.");
            return 0;
        }
        if (!data.isOurs()) {
            throw new StackFailure(data.path() + " is not a Tallybook data directory; nothing was deleted.");
        }
        FileLock lock = data.lock()
                .orElseThrow(() -> new StackFailure(
                        "Tallybook runs on " + data.path() + "; stop it first with ./tallybook down."));
        try {
            return delete(data);
        } finally {
            DataDirectory.release(lock);
        }
    }

    private int delete(DataDirectory data) throws IOException {
        if (!yes && !confirmed(data)) {
            System.out.println("Nothing was deleted.");
            return 1;
        }
        new Leftovers(data).end();
        Trees.delete(data.path());
        System.out.println("Deleted " + data.path() + ".");
        return 0;
    }

    private static boolean confirmed(DataDirectory data) throws IOException {
        System.out.print("Delete " + data.path() + " with all accounts, entries and secrets? Type yes: ");
        System.out.flush();
        String answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        return "yes".equals(answer);
    }
}
