package org.tallybook.tracker.emotion;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tallybook.tracker.emotion.domain.EmotionId;
import org.tallybook.tracker.emotion.domain.OwnEmotion;

/** Reads a user's own emotions. */
@ApplicationScoped
public class FindEmotions {

    private final Emotions emotions;

    FindEmotions(Emotions emotions) {
        this.emotions = emotions;
    }

    /** Fails with {@code not-found}. */
    @WithSession
    public Uni<OwnEmotion> one(UUID owner, EmotionId id) {
        return emotions.get(owner, id);
    }

    /** All of them, by name. */
    @WithSession
    public Uni<List<OwnEmotion>> all(UUID owner) {
        return emotions.all(owner);
    }
}
