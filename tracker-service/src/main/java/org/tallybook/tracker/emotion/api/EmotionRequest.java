package org.tallybook.tracker.emotion.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.json.Checkable;
import org.tallybook.kit.problem.FieldErrors;
import org.tallybook.tracker.emotion.domain.EmotionName;

/** The whole of an emotion, to replace the stored one. */
@Schema(name = "EmotionChange", requiredProperties = "name")
public record EmotionRequest(
        @Schema(minLength = 1, maxLength = EmotionName.LONGEST) @Nullable
        String name) implements Checkable {

    static EmotionRequest of(EmotionName stored) {
        return new EmotionRequest(stored.text());
    }

    @Override
    public void check(FieldErrors errors) {
        EmotionName.check(name, errors);
    }

    EmotionName toName() {
        return EmotionName.of(name);
    }
}
