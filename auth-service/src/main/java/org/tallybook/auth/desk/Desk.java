package org.tallybook.auth.desk;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.identity.Administrators;
import org.tallybook.auth.identity.domain.EmailAddress;
import org.tallybook.auth.invitation.CreateInvitation;
import org.tallybook.auth.invitation.NewInvitation;

/**
 * The operator's commands.
 *
 * <ul>
 *   <li>{@code admin LOGIN} puts a user in charge, by the e-mail address or the username
 *   <li>{@code invite [EMAIL]} prints an invitation's link; with an address it is mailed there too
 * </ul>
 *
 * Ends with 0 for done, 1 for impossible, 2 for not understood. Answers on the standard output.
 */
@Singleton
@Unremovable
public class Desk implements QuarkusApplication {

    private static final int DONE = 0;
    private static final int IMPOSSIBLE = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private final Administrators administrators;
    private final CreateInvitation inviting;

    Desk(Administrators administrators, CreateInvitation inviting) {
        this.administrators = administrators;
        this.inviting = inviting;
    }

    @Override
    public int run(String... arguments) {
        List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
        if ("admin".equals(arguments[0]) && rest.size() == 1) {
            return appoint(rest.get(0));
        }
        if ("invite".equals(arguments[0]) && rest.size() <= 1) {
            return invite(rest.isEmpty() ? null : rest.get(0));
        }
        say("usage: admin LOGIN | invite [EMAIL]");
        return NOT_UNDERSTOOD;
    }

    private int appoint(String login) {
        return switch (await(() -> administrators.appoint(login))) {
            case APPOINTED -> say(DONE, login + " is an administrator from the next sign-in or refresh on.");
            case WAS_ONE -> say(DONE, login + " is an administrator already.");
            case NOT_VERIFIED ->
                say(IMPOSSIBLE, login + " has not verified the e-mail address yet; follow the mailed link first.");
            case UNKNOWN -> say(IMPOSSIBLE, "There is no account with the address or username " + login + ".");
        };
    }

    private int invite(@Nullable String email) {
        if (email != null && !EmailAddress.isValid(email)) {
            return say(NOT_UNDERSTOOD, email + " is not an e-mail address.");
        }
        var wish = new CreateInvitation.Wish(email == null ? null : new EmailAddress(email), null, Locale.ENGLISH);
        NewInvitation made = await(() -> inviting.createAtTheDesk(wish));
        return say(DONE, made.link().toString());
    }

    private static int say(int code, String sentence) {
        say(sentence);
        return code;
    }

    /** The answer belongs on the terminal, not into the log. */
    private static void say(String sentence) {
        System.out.println(sentence);
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
