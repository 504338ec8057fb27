package org.tallybook.tracker.integration;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.id.Ids;
import org.tallybook.tracker.creation.Creation;
import org.tallybook.tracker.creation.Fingerprint;
import org.tallybook.tracker.integration.domain.Integration;
import org.tallybook.tracker.integration.domain.ListenedDay;
import org.tallybook.tracker.integration.domain.Minutes;
import org.tallybook.tracker.log.ChangeLog;
import org.tallybook.tracker.log.Logs;
import org.tallybook.tracker.log.RecordLog;
import org.tallybook.tracker.log.domain.LogContent;
import org.tallybook.tracker.log.domain.LogDraft;
import org.tallybook.tracker.log.domain.LogEntry;
import org.tallybook.tracker.log.domain.LogId;

/**
 * Makes the log of a day say how long its plays are, through the same use cases as a user's own hand. A log that the user
 * deleted stays deleted, and one that the user gave another value keeps it.
 */
@ApplicationScoped
class WriteDay {

    private final Plays plays;
    private final Logs logs;
    private final RecordLog recordLog;
    private final ChangeLog changeLog;
    private final Ids ids;

    WriteDay(Plays plays, Logs logs, RecordLog recordLog, ChangeLog changeLog, Ids ids) {
        this.plays = plays;
        this.logs = logs;
        this.recordLog = recordLog;
        this.changeLog = changeLog;
        this.ids = ids;
    }

    /**
     * A day with new plays.
     *
     * @param at an instant of that day
     * @param zone where it is that day at that instant
     */
    record Changed(LocalDate day, Instant at, ZoneId zone) {}

    /** Needs a transaction that has locked the user's stream. */
    Uni<Void> write(Integration integration, Changed changed) {
        return plays.lengthOf(integration, changed.day())
                .map(Minutes::of)
                .chain(minutes -> plays.day(integration, changed.day())
                        .chain(known -> known.map(day -> rewrite(integration, day, minutes))
                                .orElseGet(() -> begin(integration, changed, minutes))));
    }

    private Uni<Void> begin(Integration integration, Changed changed, BigDecimal minutes) {
        LogId id = new LogId(ids.next());
        LogDraft draft = draft(minutes, null, changed.at().toString());
        return recordLog
                .record(new RecordLog.Command(
                        integration.owner(),
                        integration.tracker(),
                        id,
                        draft,
                        changed.zone(),
                        Fingerprint.of(List.of(integration.kind(), changed.day().toString()))))
                .map(Creation::stored)
                .invoke(entry -> requireDay(entry, changed.day()))
                .chain(() -> plays.save(integration, new ListenedDay(changed.day(), id, minutes)));
    }

    /** The day start may change between the two times it is read; then all is rolled back and done again. */
    private static void requireDay(LogEntry entry, LocalDate day) {
        if (!entry.localDate().equals(day)) {
            throw new IllegalStateException("the user's day changed while plays were counted");
        }
    }

    private Uni<Void> rewrite(Integration integration, ListenedDay day, BigDecimal minutes) {
        return logs.find(integration.owner(), integration.tracker(), day.log())
                .map(found -> found.map(LogEntry::content).filter(day::isOurs))
                .chain(ours -> ours.isPresent() && minutes.compareTo(day.minutes()) != 0
                        ? change(integration, day.with(minutes))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> change(Integration integration, ListenedDay day) {
        return changeLog
                .change(new ChangeLog.Command(
                        integration.owner(),
                        integration.tracker(),
                        day.log(),
                        null,
                        content -> draft(day.minutes(), content, null)))
                .chain(() -> plays.save(integration, day));
    }

    /** @param kept what the user may have added to the log; null for a new one */
    private static LogDraft draft(BigDecimal minutes, @Nullable LogContent kept, @Nullable String occurredAt) {
        Optional<LogContent> old = Optional.ofNullable(kept);
        return new LogDraft(
                minutes,
                old.map(LogContent::description).orElse(null),
                old.map(LogContent::emotion).map(emotion -> emotion.name()).orElse(null),
                occurredAt,
                null,
                null,
                old.map(LogContent::reminder)
                        .map(reminder -> new LogDraft.ReminderDraft(
                                reminder.message(), reminder.at().toString()))
                        .orElse(null),
                List.of());
    }
}
