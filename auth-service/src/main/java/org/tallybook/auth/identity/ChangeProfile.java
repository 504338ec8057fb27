package org.tallybook.auth.identity;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.Profile;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.identity.events.UserEvents;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.kit.etag.EntityTag;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/** Changes username, time zone, language and start of day. */
@ApplicationScoped
public class ChangeProfile {

    private final Identities identities;
    private final UserEvents events;
    private final ProfileChanges witnesses;
    private final Outbox outbox;
    private final Clock clock;

    ChangeProfile(Identities identities, UserEvents events, ProfileChanges witnesses, Outbox outbox, Clock clock) {
        this.identities = identities;
        this.events = events;
        this.witnesses = witnesses;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param ifMatch entity tag that the caller has seen; null to change whatever is there
     * @param client where the wish came from
     * @param change makes the wanted profile of the stored one
     * @return fails with {@link Rejected} {@code precondition-failed}, {@code username-taken} or what the change throws
     */
    @WithTransaction
    public Uni<Identity> change(UserId user, @Nullable String ifMatch, Client client, UnaryOperator<Profile> change) {
        return outbox.lock(user.value())
                .chain(() -> identities.find(user))
                .map(found -> found.orElseThrow(() -> Rejected.because(KitSlugs.UNAUTHENTICATED)))
                .invoke(stored -> new EntityTag(stored.version()).requireMatch(ifMatch))
                .chain(stored -> store(stored, stored.change(change.apply(stored.profile()), clock.instant()), client));
    }

    private Uni<Identity> store(Identity stored, Identity changed, Client client) {
        if (changed.equals(stored)) {
            return Uni.createFrom().item(stored);
        }
        return identities
                .save(changed)
                .chain(() -> events.profileChanged(changed))
                .chain(() -> witnesses.changed(changed.id(), stored.profile(), changed.profile(), client))
                .replaceWith(changed);
    }
}
