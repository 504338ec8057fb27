package org.tallybook.tracker.integration.api;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tallybook.tracker.integration.ListIntegrations.Offer;
import org.tallybook.tracker.integration.domain.Integration;
import org.tallybook.tracker.integration.domain.PauseReason;
import org.tallybook.tracker.integration.domain.Standing;

/**
 * What a user may opt in to, and how it fares.
 *
 * @param kind as it stands in paths
 * @param label for people
 */
@Schema(name = "Integration")
public record IntegrationResponse(
        String kind,
        String label,
        @Schema(enumeration = {"OFF", "ACTIVE", "PAUSED"}) String state,

        @Schema(description = "Why it is PAUSED; linking the account again mends each.") @Nullable
        PauseReason reason,

        @Schema(description = "The tracker that it feeds.") @Nullable
        UUID trackerId,

        @Schema(description = "When you opted in: nothing of before is counted.") @Nullable
        Instant since,

        @Nullable Instant lastRunAt,

        @Schema(description = "Why the last run failed; absent if it did not.", examples = "provider-unavailable")
        @Nullable
        String lastProblem,

        @Nullable Instant nextRunAt) {

    static IntegrationResponse of(Offer offer) {
        return offer.own()
                .map(own -> of(own, offer.label()))
                .orElseGet(() -> new IntegrationResponse(
                        offer.kind(), offer.label(), "OFF", null, null, null, null, null, null));
    }

    private static IntegrationResponse of(Integration own, String label) {
        Standing standing = own.standing();
        return new IntegrationResponse(
                own.kind(),
                label,
                standing.state().name(),
                standing.reason(),
                own.tracker().value(),
                own.since(),
                standing.lastRunAt(),
                standing.lastProblem(),
                standing.nextRunAt());
    }
}
