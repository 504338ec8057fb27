package org.tallybook.auth.passkey;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tallybook.auth.identity.ReadProfile;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.passkey.domain.Octets;
import org.tallybook.auth.passkey.domain.Passkey;

/** Asks a browser to make a passkey for a signed-in user. */
@ApplicationScoped
public class BeginRegistration {

    private final ReadProfile profiles;
    private final ListPasskeys listing;
    private final Ceremonies ceremonies;

    BeginRegistration(ReadProfile profiles, ListPasskeys listing, Ceremonies ceremonies) {
        this.profiles = profiles;
        this.listing = listing;
        this.ceremonies = ceremonies;
    }

    /**
     * What the browser must know.
     *
     * @param handle how the passkey will name its owner
     * @param known passkeys that the user has already, so that no device makes a second one
     */
    public record Question(Octets challenge, Octets handle, Identity owner, List<Octets> known) {}

    public Uni<Question> begin(UserId user) {
        return profiles.read(user)
                .chain(owner -> listing.list(user)
                        .map(BeginRegistration::credentials)
                        .chain(known -> ceremonies
                                .begin(ceremonies.registrationOf(user))
                                .map(challenge -> new Question(challenge, ceremonies.handleOf(user), owner, known))));
    }

    private static List<Octets> credentials(List<Passkey> passkeys) {
        return passkeys.stream().map(passkey -> passkey.key().credentialId()).toList();
    }
}
