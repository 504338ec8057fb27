package org.tallybook.auth.passkey;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.passkey.domain.Octets;
import org.tallybook.auth.secret.Mac32;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.auth.secret.Secrets;
import org.tallybook.auth.session.domain.SessionId;

/**
 * One question to a browser and its one answer. A challenge is bound to what it was drawn for: an answer to a sign-in
 * registers nothing, and nobody answers for another.
 */
@Singleton
public class Ceremonies {

    private static final int BYTES = 32;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SecureRandom random = new SecureRandom();
    private final PasskeyChallenges challenges;
    private final PasskeyConfig config;
    private final Mac32 purposes;
    private final Mac32 handles;

    Ceremonies(PasskeyChallenges challenges, PasskeyConfig config, Secrets secrets) {
        this.challenges = challenges;
        this.config = config;
        this.purposes = secrets.keyFor("passkey/purpose");
        this.handles = secrets.keyFor("passkey/user-handle");
    }

    String registrationOf(UserId user) {
        return purpose("registration", user.toString());
    }

    String signIn() {
        return purpose("sign-in", "");
    }

    String secondStepOf(OpaqueToken mfaToken) {
        return purpose("second-step", mfaToken.text());
    }

    String proofOf(SessionId session) {
        return purpose("proof", session.toString());
    }

    /** How a passkey names its owner: the same for all of a user's, and meaningless to everybody else. */
    Octets handleOf(UserId user) {
        return new Octets(handles.of(user.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** Draws a challenge. */
    Uni<Octets> begin(String purpose) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        Octets challenge = new Octets(bytes);
        return challenges.remember(challenge, purpose, config.challenge()).replaceWith(challenge);
    }

    /** The challenge that an answer claims to answer; empty unless it was drawn for that purpose. */
    Uni<Optional<Octets>> finish(Octets clientData, String purpose) {
        Optional<Octets> claimed = challengeIn(clientData);
        if (claimed.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return challenges
                .take(claimed.get())
                .map(drawnFor -> drawnFor.filter(purpose::equals).flatMap(same -> claimed));
    }

    private static Optional<Octets> challengeIn(Octets clientData) {
        try {
            return Optional.of(Octets.ofText(
                    JSON.readTree(clientData.bytes()).path("challenge").asText()));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private String purpose(String kind, String subject) {
        return HexFormat.of().formatHex(purposes.of((kind + "/" + subject).getBytes(StandardCharsets.UTF_8)));
    }
}
