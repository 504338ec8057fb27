package org.tallybook.tracker.emotion.api;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.json.Checkable;
import org.tallybook.kit.problem.FieldErrors;
import org.tallybook.tracker.creation.ChosenId;
import org.tallybook.tracker.emotion.domain.EmotionName;

/** An emotion to create. */
@Schema(name = "NewEmotion", requiredProperties = "name")
public record NewEmotionRequest(
        @Schema(description = "UUIDv7 of the client's choice; makes the call repeatable.") @Nullable
        UUID id,

        @Schema(minLength = 1, maxLength = EmotionName.LONGEST) @Nullable
        String name)
        implements Checkable {

    @Override
    public void check(FieldErrors errors) {
        ChosenId.check(id, errors);
        EmotionName.check(name, errors);
    }
}
