package org.tallybook.tracker.log.api;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tallybook.tracker.log.domain.TrashedLog;
import org.tallybook.tracker.trash.Trash;

/** A deleted log as clients see it. */
@Schema(name = "TrashedLog")
public record TrashedLogResponse(
        @Schema(description = "As it was last.") LogResponse log,
        Instant deletedAt,

        @Schema(description = "Until then it can be restored.")
        Instant expiresAt) {

    static TrashedLogResponse of(TrashedLog trashed) {
        return new TrashedLogResponse(
                LogResponse.of(trashed.entry()), trashed.deletedAt(), Trash.endOf(trashed.deletedAt()));
    }
}
