package org.tallybook.tracker.emotion.api;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tallybook.tracker.emotion.domain.Emotion;
import org.tallybook.tracker.emotion.domain.OwnEmotion;

/** An emotion as clients see it; a built-in one has a name and nothing else. */
@Schema(name = "Emotion")
public record EmotionResponse(
        @Nullable UUID id,

        @Schema(description = "What a log says") String name,

        boolean builtIn,
        @Nullable Long version,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    static EmotionResponse of(Emotion builtIn) {
        return new EmotionResponse(null, builtIn.name(), true, null, null, null);
    }

    static EmotionResponse of(OwnEmotion own) {
        return new EmotionResponse(
                own.id().value(), own.name().text(), false, own.version(), own.createdAt(), own.updatedAt());
    }
}
