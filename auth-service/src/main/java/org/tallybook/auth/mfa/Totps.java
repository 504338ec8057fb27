package org.tallybook.auth.mfa;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.mfa.domain.Totp;
import org.tallybook.auth.mfa.domain.TotpSecret;
import org.tallybook.auth.mfa.domain.TotpStep;

/** The users' authenticator apps, at most one each. Needs a session; writes need a transaction. */
public interface Totps {

    Uni<Optional<Totp>> find(UserId user);

    /** Starts one; a started one is replaced. */
    Uni<Void> start(UserId user, TotpSecret secret, Instant now);

    /** Turns a started one on. */
    Uni<Void> turnOn(UserId user, Instant now);

    /** Spends the code of a step and of all before it; says whether it was not spent yet. */
    Uni<Boolean> spend(UserId user, TotpStep step);

    Uni<Void> remove(UserId user);
}
