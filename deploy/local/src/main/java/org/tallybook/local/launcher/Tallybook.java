package org.tallybook.local.launcher;

import org.tallybook.local.stack.StackFailure;
import org.tallybook.local.teststack.TestStackCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code tallybook} command. A failure is one sentence on stderr and exit code 1, never a stack trace. */
@Command(
        name = "tallybook",
        description = "Runs Tallybook on this machine.",
        mixinStandardHelpOptions = true,
        version = "0.1.0-SNAPSHOT",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            DemoCommand.class,
            AdminCommand.class,
            InviteCommand.class,
            ResetCommand.class,
            TestStackCommand.class
        })
public final class Tallybook implements Runnable {

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Tallybook())
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command));
    }

    private static int report(Exception failure, CommandLine command) {
        if (!(failure instanceof StackFailure)) {
            Logging.unexpected(failure);
        }
        String sentence = failure instanceof StackFailure
                ? failure.getMessage()
                : "Something unforeseen went wrong (" + StackFailure.reason(failure) + "); see the launcher's log.";
        command.getErr().println("tallybook: " + sentence);
        command.getErr().flush();
        return 1;
    }
}
