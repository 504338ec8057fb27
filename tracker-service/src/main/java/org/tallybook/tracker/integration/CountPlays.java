package org.tallybook.tracker.integration;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.tracker.integration.domain.DatedPlay;
import org.tallybook.tracker.integration.domain.Integration;
import org.tallybook.tracker.integration.domain.Play;
import org.tallybook.tracker.integration.domain.Standing;
import org.tallybook.tracker.owner.DayStarts;
import org.tallybook.tracker.owner.Zones;
import org.tallybook.tracker.owner.domain.DayStart;

/**
 * Counts what a provider told: plays, sums, logs, events and the place to go on from change in one transaction or not at
 * all. A play counts once, however often it is told and by whichever replica.
 */
@ApplicationScoped
class CountPlays {

    private final Outbox outbox;
    private final Integrations integrations;
    private final Plays plays;
    private final WriteDay writing;
    private final Zones zones;
    private final DayStarts dayStarts;
    private final IntegrationConfig config;
    private final Clock clock;

    CountPlays(
            Outbox outbox,
            Integrations integrations,
            Plays plays,
            WriteDay writing,
            Zones zones,
            DayStarts dayStarts,
            IntegrationConfig config,
            Clock clock) {
        this.outbox = outbox;
        this.integrations = integrations;
        this.plays = plays;
        this.writing = writing;
        this.zones = zones;
        this.dayStarts = dayStarts;
        this.config = config;
        this.clock = clock;
    }

    /** The user opted out or is gone, or another run has taken over: nothing of this one may stay. */
    static final class Superseded extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Superseded() {
            super("superseded", null, false, false);
        }
    }

    /** What a day is for this user at this moment. */
    private record Calendar(ZoneId zone, DayStart dayStart) {

        DatedPlay date(Play play) {
            return new DatedPlay(play, dayStart.dayOf(play.playedAt(), zone));
        }
    }

    /** Fails with {@link Superseded}; a row that locking has made for a deleted user goes with the transaction. */
    @WithTransaction
    public Uni<Void> count(Integration integration, List<Play> told) {
        List<Play> countable = integration.countable(told, clock.instant());
        return outbox.lock(integration.owner())
                .chain(() -> settle(integration.heard(countable)))
                .chain(() -> calendar(integration))
                .chain(calendar -> count(integration, countable, calendar));
    }

    /** First, because it locks the row: nobody opts out while the plays are counted. */
    private Uni<Void> settle(Integration heard) {
        Standing done = heard.standing().succeeded(clock.instant(), config.every());
        return integrations
                .settle(heard.in(done))
                .invoke(CountPlays::requireStored)
                .replaceWithVoid();
    }

    private static void requireStored(boolean stored) {
        if (!stored) {
            throw new Superseded();
        }
    }

    private Uni<Calendar> calendar(Integration integration) {
        return zones.of(integration.owner())
                .map(told -> told.orElse(integration.zone()))
                .chain(zone -> dayStarts.of(integration.owner()).map(dayStart -> new Calendar(zone, dayStart)));
    }

    private Uni<Void> count(Integration integration, List<Play> countable, Calendar calendar) {
        LocalDate settled = calendar.dayStart().dayOf(integration.settledBefore(), calendar.zone());
        List<DatedPlay> dated = countable.stream().map(calendar::date).toList();
        return plays.addUnknown(integration, dated)
                .chain(unknown -> write(integration, unknown, calendar.zone()))
                .chain(() -> plays.forgetBefore(integration, settled));
    }

    private Uni<Void> write(Integration integration, List<DatedPlay> unknown, ZoneId zone) {
        return Multi.createFrom()
                .iterable(firstOfDays(unknown).entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        day -> writing.write(integration, new WriteDay.Changed(day.getKey(), day.getValue(), zone)))
                .onItem()
                .ignoreAsUni();
    }

    /** The days that have changed, in order, each with an instant that is surely in it. */
    private static Map<LocalDate, Instant> firstOfDays(List<DatedPlay> unknown) {
        return unknown.stream()
                .collect(Collectors.toMap(
                        DatedPlay::day,
                        dated -> dated.play().playedAt(),
                        (one, other) -> one.isBefore(other) ? one : other,
                        TreeMap::new));
    }
}
