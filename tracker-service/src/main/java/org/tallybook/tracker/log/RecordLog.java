package org.tallybook.tracker.log;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.tracker.creation.Creation;
import org.tallybook.tracker.creation.Earlier;
import org.tallybook.tracker.emotion.RecogniseEmotion;
import org.tallybook.tracker.emotion.domain.Emotion;
import org.tallybook.tracker.log.domain.LogContent;
import org.tallybook.tracker.log.domain.LogDefaults;
import org.tallybook.tracker.log.domain.LogDraft;
import org.tallybook.tracker.log.domain.LogEntry;
import org.tallybook.tracker.log.domain.LogId;
import org.tallybook.tracker.log.events.LogEvents;
import org.tallybook.tracker.owner.DayStarts;
import org.tallybook.tracker.tracker.Trackers;
import org.tallybook.tracker.tracker.domain.Tracker;
import org.tallybook.tracker.tracker.domain.TrackerId;

/** Records a log on a tracker, once per id. */
@ApplicationScoped
public class RecordLog {

    private final Outbox outbox;
    private final Trackers trackers;
    private final Logs logs;
    private final RecogniseEmotion emotions;
    private final DayStarts dayStarts;
    private final LogEvents events;
    private final Clock clock;

    RecordLog(
            Outbox outbox,
            Trackers trackers,
            Logs logs,
            RecogniseEmotion emotions,
            DayStarts dayStarts,
            LogEvents events,
            Clock clock) {
        this.outbox = outbox;
        this.trackers = trackers;
        this.logs = logs;
        this.emotions = emotions;
        this.dayStarts = dayStarts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param zone the user's zone, for a log that names none
     * @param fingerprint of the request, to recognise its repeat
     */
    public record Command(UUID owner, TrackerId tracker, LogId id, LogDraft draft, ZoneId zone, String fingerprint) {}

    /** Fails with {@code not-found}, {@code invalid-request} or {@code id-taken}. */
    @WithTransaction
    public Uni<Creation<LogEntry>> record(Command command) {
        return outbox.lock(command.owner())
                .chain(() -> trackers.get(command.owner(), command.tracker()))
                .chain(tracker -> recordOn(tracker, command));
    }

    private Uni<Creation<LogEntry>> recordOn(Tracker tracker, Command command) {
        return logs.earlier(command.id())
                .map(found -> Earlier.repeatedBy(found, command.owner(), command.fingerprint()))
                .chain(repeated -> repeated.isPresent()
                        ? Uni.createFrom().item(Creation.repeated(repeated.get()))
                        : add(tracker, command).map(Creation::fresh));
    }

    private Uni<LogEntry> add(Tracker tracker, Command command) {
        return emotions.named(command.owner(), command.draft().emotion())
                .chain(emotion -> decide(tracker, command, emotion))
                .call(entry -> logs.add(entry, command.fingerprint()))
                .call(entry -> trackers.save(
                        tracker.tallied(tracker.tally().plus(entry.content().occurredAt()))))
                .call(events::recorded);
    }

    private Uni<LogEntry> decide(Tracker tracker, Command command, Optional<Emotion> emotion) {
        Instant now = clock.instant();
        LogDefaults defaults = LogDefaults.ofNew(command.zone(), now).recognising(emotion);
        LogContent content = command.draft().toContent(tracker.definition(), defaults);
        return dayStarts
                .of(command.owner())
                .map(dayStart -> LogEntry.record(command.id(), tracker, content, dayStart, now));
    }
}
