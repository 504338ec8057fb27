package org.tallybook.tracker.integration.api;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tallybook.tracker.tracker.domain.TrackerId;

/** An opt-in. */
@Schema(name = "OptIn")
public record OptInRequest(
        @Schema(
                description =
                        "A numeric tracker of yours to feed; the one that is fed already, or a new one, if left out.")
        @Nullable
        UUID trackerId) {

    @Nullable
    TrackerId tracker() {
        return trackerId == null ? null : new TrackerId(trackerId);
    }
}
