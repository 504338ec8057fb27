package org.tallybook.auth.identity.events;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.Profile;
import org.tallybook.kit.outbox.Outbox;

/** Tells other services about users; only in a transaction that has locked the user's stream. */
@ApplicationScoped
public class UserEvents {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");

    private final Outbox outbox;

    UserEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    public Uni<Void> registered(Identity identity) {
        return append("user.registered.v1", identity);
    }

    public Uni<Void> verified(Identity identity) {
        return append("user.verified.v1", identity);
    }

    /** Also says that a user was unlocked: the state is the same kind of news. */
    public Uni<Void> profileChanged(Identity identity) {
        return append("user.profile-changed.v1", identity);
    }

    public Uni<Void> locked(Identity identity) {
        return append("user.locked.v1", identity);
    }

    public Uni<Void> deleted(Identity identity, Instant now) {
        UUID userId = identity.id().value();
        return outbox.append(userId, "user.deleted.v1", userId, new Gone(userId, identity.tombstoneVersion(), now));
    }

    private Uni<Void> append(String type, Identity identity) {
        UUID userId = identity.id().value();
        return outbox.append(userId, type, userId, state(identity));
    }

    private static State state(Identity identity) {
        Profile profile = identity.profile();
        return new State(
                identity.id().value(),
                identity.version(),
                identity.email().value(),
                identity.isVerified(),
                profile.username().value(),
                profile.zone().getId(),
                profile.locale().toLanguageTag(),
                MINUTES.format(profile.dayStart()),
                identity.isLocked(),
                identity.createdAt(),
                identity.updatedAt());
    }

    /** See {@code contracts/events/user.registered.v1.schema.json}. */
    private record State(
            UUID userId,
            long version,
            String email,
            boolean emailVerified,
            String username,
            String timeZone,
            String locale,
            String dayStart,
            boolean locked,
            Instant createdAt,
            Instant updatedAt) {}

    /** See {@code contracts/events/user.deleted.v1.schema.json}. */
    private record Gone(UUID userId, long version, Instant deletedAt) {}
}
