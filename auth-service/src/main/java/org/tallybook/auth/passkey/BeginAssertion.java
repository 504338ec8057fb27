package org.tallybook.auth.passkey;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.mfa.OpenChallenges;
import org.tallybook.auth.passkey.domain.Octets;
import org.tallybook.auth.passkey.domain.Passkey;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/** Asks a browser for a passkey. */
@ApplicationScoped
public class BeginAssertion {

    private final Ceremonies ceremonies;
    private final OpenChallenges waiting;
    private final ListPasskeys listing;

    BeginAssertion(Ceremonies ceremonies, OpenChallenges waiting, ListPasskeys listing) {
        this.ceremonies = ceremonies;
        this.waiting = waiting;
        this.listing = listing;
    }

    /** @param allowed the passkeys that count; empty if the browser is to find one by itself */
    public record Question(Octets challenge, List<Octets> allowed) {}

    /** For somebody of whom nothing is known: the question says nothing about any user. */
    public Uni<Question> forSignIn() {
        return ceremonies.begin(ceremonies.signIn()).map(challenge -> new Question(challenge, List.of()));
    }

    /** For the second step of a sign-in. Fails with {@link Rejected} {@code mfa-token-invalid}. */
    public Uni<Question> forSecondStep(OpaqueToken mfaToken) {
        return waiting.ownerOf(mfaToken)
                .chain(listing::list)
                .map(BeginAssertion::credentials)
                .chain(allowed -> ceremonies
                        .begin(ceremonies.secondStepOf(mfaToken))
                        .map(challenge -> new Question(challenge, allowed)));
    }

    /** For a signed-in user who is to prove it once more. Fails with {@link Rejected} {@code not-found} without any. */
    public Uni<Question> forProof(UserId user, SessionId session) {
        return listing.list(user)
                .map(BeginAssertion::credentials)
                .invoke(BeginAssertion::requireSome)
                .chain(allowed -> ceremonies
                        .begin(ceremonies.proofOf(session))
                        .map(challenge -> new Question(challenge, allowed)));
    }

    private static void requireSome(List<Octets> allowed) {
        if (allowed.isEmpty()) {
            throw Rejected.because(KitSlugs.NOT_FOUND);
        }
    }

    private static List<Octets> credentials(List<Passkey> passkeys) {
        return passkeys.stream().map(passkey -> passkey.key().credentialId()).toList();
    }
}
