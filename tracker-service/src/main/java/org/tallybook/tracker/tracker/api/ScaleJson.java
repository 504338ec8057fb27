package org.tallybook.tracker.tracker.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tallybook.tracker.tracker.domain.RatingScale;
import org.tallybook.tracker.tracker.domain.TrackerDraft.ScaleDraft;

/** The scale of ratings in both directions. */
@Schema(
        name = "Scale",
        requiredProperties = {"min", "max"},
        description = "For RATING only, 1 to 10 if left out. A change may widen it.")
public record ScaleJson(
        @Schema(minimum = "0", maximum = "99") @Nullable Integer min,
        @Schema(minimum = "1", maximum = "100") @Nullable Integer max) {

    static @Nullable ScaleJson of(@Nullable RatingScale scale) {
        return scale == null ? null : new ScaleJson(scale.min(), scale.max());
    }

    static @Nullable ScaleDraft draft(@Nullable ScaleJson json) {
        return json == null ? null : new ScaleDraft(json.min(), json.max());
    }
}
