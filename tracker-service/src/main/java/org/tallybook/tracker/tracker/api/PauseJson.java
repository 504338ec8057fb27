package org.tallybook.tracker.tracker.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tallybook.tracker.tracker.domain.Pause;
import org.tallybook.tracker.tracker.domain.PlanDraft.PauseDraft;

/** A pause in both directions. */
@Schema(name = "Pause", requiredProperties = "from")
public record PauseJson(
        @Schema(format = "date", description = "Its first local day") @Nullable
        String from,

        @Schema(format = "date", description = "Its last local day; none while the end is open") @Nullable
        String to) {

    static List<PauseJson> of(List<Pause> pauses) {
        return pauses.stream().map(PauseJson::of).toList();
    }

    private static PauseJson of(Pause pause) {
        return new PauseJson(
                pause.from().toString(), pause.to() == null ? null : pause.to().toString());
    }

    static @Nullable PauseDraft draft(@Nullable PauseJson json) {
        return json == null ? null : new PauseDraft(json.from(), json.to());
    }
}
