package org.tallybook.local.launcher;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Puts a user of the running system in charge. */
@Command(
        name = "admin",
        description = "Makes a user of the running Tallybook an administrator.",
        mixinStandardHelpOptions = true)
final class AdminCommand implements Callable<Integer> {

    @Mixin
    private DataOption dataOption = new DataOption();

    @Parameters(paramLabel = "LOGIN", description = "E-mail address or username; the address must be verified.")
    private String login = "";

    @Override
    public Integer call() {
        return new DeskCommand(dataOption.directory(), System.getenv()).run(List.of("admin", login));
    }
}
