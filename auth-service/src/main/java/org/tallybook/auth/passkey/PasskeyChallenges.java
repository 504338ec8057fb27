package org.tallybook.auth.passkey;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import org.tallybook.auth.passkey.domain.Octets;

/** Challenges that wait for their answer; each can be taken once. Holds nothing that names a user. */
public interface PasskeyChallenges {

    /** @param purpose what an answer to it is good for */
    Uni<Void> remember(Octets challenge, String purpose, Duration life);

    /** Takes a challenge away, whatever becomes of its answer; empty if it is unknown, taken or too old. */
    Uni<Optional<String>> take(Octets challenge);
}
