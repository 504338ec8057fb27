package org.tallybook.tracker.emotion;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.etag.EntityTag;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.tracker.emotion.domain.EmotionId;

/** Takes an emotion out of a user's choice. Logs keep its name. */
@ApplicationScoped
public class DeleteEmotion {

    private final Outbox outbox;
    private final Emotions emotions;
    private final Clock clock;

    DeleteEmotion(Outbox outbox, Emotions emotions, Clock clock) {
        this.outbox = outbox;
        this.emotions = emotions;
        this.clock = clock;
    }

    /**
     * Fails with {@code not-found} or {@code precondition-failed}.
     *
     * @param ifMatch the tag the client has seen, null for no protection
     */
    @WithTransaction
    public Uni<Void> delete(UUID owner, EmotionId id, @Nullable String ifMatch) {
        return outbox.lock(owner)
                .chain(() -> emotions.get(owner, id))
                .invoke(stored -> new EntityTag(stored.version()).requireMatch(ifMatch))
                .chain(stored -> emotions.remove(stored, clock.instant()));
    }
}
