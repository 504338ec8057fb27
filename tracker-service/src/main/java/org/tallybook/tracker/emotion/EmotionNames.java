package org.tallybook.tracker.emotion;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldError;
import org.tallybook.kit.problem.Rejected;
import org.tallybook.tracker.emotion.domain.OwnEmotion;

/**
 * Keeps a user's emotions apart, the built-in ones included. The user's stream is locked by then, so nobody can take the
 * name between the question and the change; the unique constraint stands behind it.
 */
@ApplicationScoped
class EmotionNames {

    private final Emotions emotions;

    EmotionNames(Emotions emotions) {
        this.emotions = emotions;
    }

    /** Fails with {@code emotion-name-taken} when another emotion of the owner has the name. */
    Uni<Void> requireFree(OwnEmotion emotion) {
        if (emotion.name().isBuiltIn()) {
            return Uni.createFrom().failure(EmotionNames::taken);
        }
        return emotions.called(emotion.owner(), emotion.name())
                .invoke(found -> refuseOther(found, emotion))
                .replaceWithVoid();
    }

    private static void refuseOther(Optional<OwnEmotion> found, OwnEmotion emotion) {
        if (found.isPresent() && !found.get().id().equals(emotion.id())) {
            throw taken();
        }
    }

    private static Rejected taken() {
        return Rejected.because(EmotionSlugs.EMOTION_NAME_TAKEN)
                .withErrors(List.of(FieldError.of("name", FieldCode.DUPLICATE)));
    }
}
