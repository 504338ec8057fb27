package org.tallybook.tracker.log.domain;

import static org.tallybook.tracker.field.TextRule.line;
import static org.tallybook.tracker.field.TextRule.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldError;
import org.tallybook.kit.problem.FieldErrors;
import org.tallybook.kit.problem.Rejected;
import org.tallybook.tracker.emotion.domain.Emotion;
import org.tallybook.tracker.field.Moments;
import org.tallybook.tracker.field.TextRule;
import org.tallybook.tracker.tracker.domain.TrackerDefinition;

/**
 * A log as a client writes it, not yet checked. {@code null} is "not given".
 *
 * @param value a {@link java.math.BigDecimal}, a {@link Boolean} or a {@link String}
 * @param occurredAt ISO-8601 with offset
 * @param faults what was found faulty already while it was read
 */
public record LogDraft(
        @Nullable Object value,
        @Nullable String description,
        @Nullable String emotion,
        @Nullable String occurredAt,
        @Nullable String zoneId,
        @Nullable String status,
        @Nullable ReminderDraft reminder,
        List<FieldError> faults) {

    /** How far a client's clock may be ahead of ours. */
    public static final Duration SKEW = Duration.ofMinutes(5);

    private static final TextRule DESCRIPTION = text(2_000);
    private static final TextRule MESSAGE = line(500);

    /** A reminder as a client writes it. */
    public record ReminderDraft(
            @Nullable String message, @Nullable String at) {}

    /**
     * The content of a log of that tracker.
     *
     * @throws Rejected {@code invalid-request} with all faulty fields
     */
    public LogContent toContent(TrackerDefinition tracker, LogDefaults defaults) {
        FieldErrors errors = new FieldErrors();
        faults.forEach(errors::add);
        LogStatus state = readStatus(errors);
        LogValue read = state == LogStatus.SKIPPED ? refuseValue(errors) : readValue(tracker, defaults, errors);
        DESCRIPTION.allow("description", description, errors);
        Emotion felt = readEmotion(defaults, errors);
        Instant at = readOccurredAt(defaults, errors);
        ZoneId zone = readZone(defaults, errors);
        Reminder wanted = readReminder(errors);
        errors.verify();
        return new LogContent(read, description, felt, Objects.requireNonNull(at), zone, state, wanted);
    }

    private LogStatus readStatus(FieldErrors errors) {
        if (status == null || status.equals(LogStatus.DONE.name())) {
            return LogStatus.DONE;
        }
        errors.addIf(!status.equals(LogStatus.SKIPPED.name()), "status", FieldCode.INVALID_VALUE);
        return status.equals(LogStatus.SKIPPED.name()) ? LogStatus.SKIPPED : LogStatus.DONE;
    }

    private @Nullable LogValue readValue(TrackerDefinition tracker, LogDefaults defaults, FieldErrors errors) {
        return ValueRules.read(tracker, value, defaults.value(), errors);
    }

    private @Nullable LogValue refuseValue(FieldErrors errors) {
        errors.addIf(value != null, "value", FieldCode.NOT_ALLOWED);
        return null;
    }

    /** A log keeps its emotion for as long as it names no other, even when the user has it no more. */
    private @Nullable Emotion readEmotion(LogDefaults defaults, FieldErrors errors) {
        if (emotion == null) {
            return null;
        }
        if (defaults.emotion() != null && defaults.emotion().name().equals(emotion)) {
            return defaults.emotion();
        }
        Emotion known = Emotion.builtIn(emotion).or(defaults::recognised).orElse(null);
        errors.addIf(known == null, "emotion", FieldCode.INVALID_VALUE);
        return known;
    }

    private @Nullable Instant readOccurredAt(LogDefaults defaults, FieldErrors errors) {
        if (occurredAt == null) {
            return defaults.occurredAt();
        }
        Instant latest = defaults.now().plus(SKEW);
        return Moments.read("occurredAt", occurredAt, Moments.EARLIEST, latest, errors);
    }

    private ZoneId readZone(LogDefaults defaults, FieldErrors errors) {
        if (zoneId == null) {
            return defaults.zone();
        }
        boolean known = LogDefaults.isRegion(zoneId);
        errors.addIf(!known, "zoneId", FieldCode.INVALID_VALUE);
        return known ? ZoneId.of(zoneId) : defaults.zone();
    }

    private @Nullable Reminder readReminder(FieldErrors errors) {
        if (reminder == null) {
            return null;
        }
        MESSAGE.require("reminder.message", reminder.message(), errors);
        errors.addIf(reminder.at() == null, "reminder.at", FieldCode.REQUIRED);
        if (reminder.at() == null || reminder.message() == null) {
            return null;
        }
        Instant at = Moments.read("reminder.at", reminder.at(), Moments.EARLIEST, Moments.LATEST, errors);
        return at == null ? null : new Reminder(reminder.message(), at);
    }
}
