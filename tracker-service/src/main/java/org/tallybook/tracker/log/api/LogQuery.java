package org.tallybook.tracker.log.api;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.page.Cursor;
import org.tallybook.kit.page.QueryParameters;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.Rejected;
import org.tallybook.tracker.emotion.domain.Emotion;
import org.tallybook.tracker.emotion.domain.EmotionName;
import org.tallybook.tracker.log.LogFilter;

/** The query parameters of both lists of logs, as text. */
public record LogQuery(
        @Parameter(description = "First local day, such as 2026-11-20") @QueryParam("from") @Nullable
        String from,

        @Parameter(description = "Last local day") @QueryParam("to") @Nullable
        String to,

        @Parameter(description = "One emotion by name") @QueryParam("emotion") @Nullable
        String emotion,

        @Parameter(description = "Occurs in note or description, without regard to case") @QueryParam("q") @Nullable
        String q,

        @Parameter(description = "Size of a page, 1 to 200, 50 if left out") @QueryParam("limit") @Nullable
        String limit,

        @Parameter(description = "nextCursor of the page before") @QueryParam("cursor") @Nullable
        String cursor) {

    private static final int LONGEST_TEXT = 200;

    /**
     * @throws Rejected {@code invalid-request} with all faulty parameters, or {@code invalid-cursor}
     */
    LogFilter filter(UUID owner) {
        QueryParameters query = new QueryParameters();
        Optional<LocalDate> first = query.day("from", from);
        Optional<LocalDate> last = query.day("to", to);
        Optional<String> text = query.text("q", q, LONGEST_TEXT).filter(given -> !given.isEmpty());
        Optional<Emotion> felt =
                Optional.ofNullable(emotion).filter(LogQuery::canBeFelt).map(Emotion::new);
        query.errors().addIf(emotion != null && felt.isEmpty(), "emotion", FieldCode.INVALID_VALUE);
        query.limit(limit);
        query.verify();
        return new LogFilter(owner, Optional.empty(), first, last, felt, text, Cursor.parse(cursor));
    }

    /** Own emotions may be gone while logs still name them; the spelling of built-in ones is fixed. */
    private static boolean canBeFelt(String name) {
        return Emotion.builtIn(name).isPresent()
                || EmotionName.isPossible(name) && !EmotionName.of(name).isBuiltIn();
    }

    /** The size of a page; asked for after {@link #filter}, which has refused a faulty one. */
    int size() {
        return new QueryParameters().limit(limit);
    }
}
