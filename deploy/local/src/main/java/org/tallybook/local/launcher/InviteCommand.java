package org.tallybook.local.launcher;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Invites somebody to the running system. */
@Command(
        name = "invite",
        description = "Prints the link of an invitation to the running Tallybook (for TALLYBOOK_REGISTRATION=invite).",
        mixinStandardHelpOptions = true)
final class InviteCommand implements Callable<Integer> {

    @Mixin
    private DataOption dataOption = new DataOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "EMAIL",
            description = "The only address that may register with it; it is mailed there too.")
    private @Nullable String email;

    @Override
    public Integer call() {
        return new DeskCommand(dataOption.directory(), System.getenv())
                .run(email == null ? List.of("invite") : List.of("invite", email));
    }
}
