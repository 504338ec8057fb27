package org.tallybook.tracker.log;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.etag.EntityTag;
import org.tallybook.kit.outbox.Outbox;
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

/** Changes what a log says. */
@ApplicationScoped
public class ChangeLog {

    private final Outbox outbox;
    private final Trackers trackers;
    private final Logs logs;
    private final RecogniseEmotion emotions;
    private final DayStarts dayStarts;
    private final LogEvents events;
    private final Clock clock;

    ChangeLog(
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
     * @param ifMatch the tag the client has seen, null for no protection
     * @param change from the stored content to what is asked for; may refuse
     */
    public record Command(
            UUID owner,
            TrackerId tracker,
            LogId id,
            @Nullable String ifMatch,
            Function<LogContent, LogDraft> change) {}

    /** Fails with {@code not-found}, {@code precondition-failed} or {@code invalid-request}. */
    @WithTransaction
    public Uni<LogEntry> change(Command command) {
        return outbox.lock(command.owner())
                .chain(() -> trackers.get(command.owner(), command.tracker()))
                .chain(tracker -> changeOn(tracker, command));
    }

    private Uni<LogEntry> changeOn(Tracker tracker, Command command) {
        return logs.get(command.owner(), command.tracker(), command.id())
                .invoke(stored -> new EntityTag(stored.version()).requireMatch(command.ifMatch()))
                .chain(stored -> change(tracker, stored, command));
    }

    private Uni<LogEntry> change(Tracker tracker, LogEntry stored, Command command) {
        LogDraft draft = command.change().apply(stored.content());
        return emotions.named(command.owner(), draft.emotion())
                .map(emotion -> decide(tracker, stored, draft, emotion))
                .chain(content -> dayStarts
                        .of(command.owner())
                        .map(dayStart -> stored.changeTo(content, dayStart, clock.instant())))
                .chain(changed -> replace(tracker, stored, changed));
    }

    private LogContent decide(Tracker tracker, LogEntry stored, LogDraft draft, Optional<Emotion> emotion) {
        LogDefaults defaults = LogDefaults.of(stored, clock.instant()).recognising(emotion);
        return draft.toContent(tracker.definition(), defaults);
    }

    private Uni<LogEntry> replace(Tracker tracker, LogEntry stored, LogEntry changed) {
        if (changed.version() == stored.version()) {
            return Uni.createFrom().item(stored);
        }
        return logs.save(changed)
                .chain(() -> logs.latestOf(tracker.id()))
                .chain(latest -> trackers.save(tracker.tallied(tracker.tally().latest(latest.orElseThrow()))))
                .chain(() -> events.updated(changed))
                .replaceWith(changed);
    }
}
