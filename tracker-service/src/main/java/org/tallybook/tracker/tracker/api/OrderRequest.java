package org.tallybook.tracker.tracker.api;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.json.Checkable;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldErrors;
import org.tallybook.tracker.tracker.domain.TrackerId;

/** Which trackers come first, in this order. */
@Schema(name = "TrackerOrder", requiredProperties = "ids")
public record OrderRequest(
        @Schema(minItems = 1, maxItems = 1000) @Nullable List<@Nullable UUID> ids) implements Checkable {

    private static final int MOST = 1_000;

    @Override
    public void check(FieldErrors errors) {
        List<@Nullable UUID> given = ids == null ? List.of() : ids;
        errors.addIf(given.isEmpty(), "ids", FieldCode.REQUIRED);
        errors.addIf(given.size() > MOST, "ids", FieldCode.TOO_LONG, MOST);
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            UUID id = given.get(i);
            errors.addIf(id == null, "ids[" + i + "]", FieldCode.REQUIRED);
            errors.addIf(id != null && !seen.add(id), "ids[" + i + "]", FieldCode.DUPLICATE);
        }
    }

    List<TrackerId> trackers() {
        return Objects.requireNonNull(ids).stream()
                .map(Objects::requireNonNull)
                .map(TrackerId::new)
                .toList();
    }
}
