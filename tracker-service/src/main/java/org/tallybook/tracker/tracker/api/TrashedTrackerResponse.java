package org.tallybook.tracker.tracker.api;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tallybook.tracker.tracker.domain.TrashedTracker;
import org.tallybook.tracker.trash.Trash;

/** A deleted tracker as clients see it. */
@Schema(name = "TrashedTracker")
public record TrashedTrackerResponse(
        @Schema(description = "As it was last; logCount counts the logs that come back with it.")
        TrackerResponse tracker,

        Instant deletedAt,

        @Schema(description = "Until then it can be restored.")
        Instant expiresAt) {

    static TrashedTrackerResponse of(TrashedTracker trashed) {
        return new TrashedTrackerResponse(
                TrackerResponse.of(trashed.tracker()), trashed.deletedAt(), Trash.endOf(trashed.deletedAt()));
    }
}
