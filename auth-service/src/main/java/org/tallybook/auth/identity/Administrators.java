package org.tallybook.auth.identity;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;

/** Who is in charge of this Tallybook. */
public interface Administrators {

    /** Whether the operator named that user, by the address or the username, in any case. */
    boolean isNamed(Identity identity);

    /**
     * Takes a user out of those in charge, if they are one: waits its turn, so that of two who go at once one stays.
     * The first step of a transaction that locks or removes a user, before the lock of the user's stream.
     *
     * @return fails with {@link org.tallybook.kit.problem.Rejected} {@code last-administrator}
     */
    Uni<Void> requireAnotherThan(UserId leaving);

    /** What became of an appointment at the command line. */
    enum Appointment {
        APPOINTED,
        WAS_ONE,
        NOT_VERIFIED,
        UNKNOWN
    }

    /** Gives the role to those that the operator named, if they have verified their addresses; says to whom. */
    Uni<List<UserId>> appoint();

    /** Gives the role to one user who has verified the address. @param login address or username, in any case */
    Uni<Appointment> appoint(String login);
}
