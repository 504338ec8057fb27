package org.tallybook.tracker.emotion;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.etag.EntityTag;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.tracker.emotion.domain.EmotionId;
import org.tallybook.tracker.emotion.domain.EmotionName;
import org.tallybook.tracker.emotion.domain.OwnEmotion;

/** Renames an emotion for the logs to come; those that are there keep the name they were written with. */
@ApplicationScoped
public class RenameEmotion {

    private final Outbox outbox;
    private final Emotions emotions;
    private final EmotionNames names;
    private final Clock clock;

    RenameEmotion(Outbox outbox, Emotions emotions, EmotionNames names, Clock clock) {
        this.outbox = outbox;
        this.emotions = emotions;
        this.names = names;
        this.clock = clock;
    }

    /**
     * @param ifMatch the tag the client has seen, null for no protection
     * @param change from the stored name to the one that is asked for; may refuse
     */
    public record Command(
            UUID owner, EmotionId id, @Nullable String ifMatch, UnaryOperator<EmotionName> change) {}

    /** Fails with {@code not-found}, {@code precondition-failed}, {@code emotion-name-taken}, {@code invalid-request}. */
    @WithTransaction
    public Uni<OwnEmotion> rename(Command command) {
        return outbox.lock(command.owner())
                .chain(() -> emotions.get(command.owner(), command.id()))
                .invoke(stored -> new EntityTag(stored.version()).requireMatch(command.ifMatch()))
                .map(stored -> stored.rename(command.change().apply(stored.name()), clock.instant()))
                .call(names::requireFree)
                .call(emotions::save);
    }
}
