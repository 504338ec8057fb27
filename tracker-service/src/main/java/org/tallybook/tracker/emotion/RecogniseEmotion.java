package org.tallybook.tracker.emotion;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tallybook.tracker.emotion.domain.Emotion;
import org.tallybook.tracker.emotion.domain.EmotionName;

/** Tells which emotion a user means by a name. */
@ApplicationScoped
public class RecogniseEmotion {

    private final Emotions emotions;

    RecogniseEmotion(Emotions emotions) {
        this.emotions = emotions;
    }

    /**
     * A built-in emotion by its exact name, or one of the owner's own in the owner's spelling; empty for neither and for
     * no name. Asks the database only for what is not built in, and works in the caller's session or transaction.
     */
    public Uni<Optional<Emotion>> named(UUID owner, @Nullable String name) {
        if (name == null || !EmotionName.isPossible(name)) {
            return Uni.createFrom().item(Optional.empty());
        }
        Optional<Emotion> builtIn = Emotion.builtIn(name);
        return builtIn.isPresent()
                ? Uni.createFrom().item(builtIn)
                : emotions.called(owner, EmotionName.of(name))
                        .map(found -> found.map(own -> new Emotion(own.name().text())));
    }
}
