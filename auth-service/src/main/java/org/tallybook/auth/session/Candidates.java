package org.tallybook.auth.session;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.tallybook.auth.credential.Credentials;
import org.tallybook.auth.credential.domain.PasswordHash;
import org.tallybook.auth.identity.Identities;
import org.tallybook.auth.identity.domain.EmailAddress;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.identity.domain.Username;
import org.tallybook.kit.outbox.Outbox;

/** Finds who a login may mean. */
@ApplicationScoped
class Candidates {

    private final Identities identities;
    private final Credentials credentials;
    private final Outbox outbox;
    private final Clock clock;

    Candidates(Identities identities, Credentials credentials, Outbox outbox, Clock clock) {
        this.identities = identities;
        this.credentials = credentials;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param login with an at sign an e-mail address, without one a username */
    @WithSession
    public Uni<Candidate> named(String login) {
        return identity(login)
                .chain(found -> found.map(this::withHash)
                        .orElseGet(() -> Uni.createFrom().item(Candidate.NOBODY)));
    }

    /** Replaces a hash unless the password was changed meanwhile. */
    @WithTransaction
    public Uni<Void> renew(UserId user, PasswordHash old, PasswordHash renewed) {
        return outbox.lock(user.value())
                .chain(() -> credentials.find(user))
                .chain(found -> found.filter(hash -> hash.encoded().equals(old.encoded()))
                        .map(same -> credentials.set(user, renewed, clock.instant()))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Optional<Identity>> identity(String login) {
        try {
            return login.indexOf('@') >= 0
                    ? identities.withEmail(new EmailAddress(login))
                    : identities.withUsername(new Username(login));
        } catch (IllegalArgumentException nobodysName) {
            return Uni.createFrom().item(Optional.empty());
        }
    }

    private Uni<Candidate> withHash(Identity identity) {
        return credentials.find(identity.id()).map(hash -> new Candidate(identity, hash.orElse(null)));
    }
}
