package org.tallybook.tracker.integration.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.tallybook.tracker.tracker.domain.TrackerId;

/**
 * That a user's listening feeds a tracker.
 *
 * @param kind of the source, such as {@code spotify}
 * @param tracker a numeric one of the same user
 * @param zone the user's at the opt-in, for as long as auth-service has told no other
 * @param since when the user opted in: nothing of before is counted
 * @param heardUntil the latest play that was counted; {@code since} until there is one
 */
public record Integration(
        UUID owner, String kind, TrackerId tracker, ZoneId zone, Instant since, Instant heardUntil, Standing standing) {

    /** Players that were offline tell late; for so long a provider is asked again for what it may not have known. */
    public static final Duration LATECOMERS = Duration.ofDays(1);

    private static final Duration SKEW = Duration.ofMinutes(5);

    /** Days that are over for longer than this get no more plays. */
    private static final Duration SETTLED = Duration.ofDays(4);

    public static Integration begin(UUID owner, String kind, TrackerId tracker, ZoneId zone, Instant now) {
        return new Integration(owner, kind, tracker, zone, now, now, Standing.begun(now));
    }

    /** Plays are asked for from here on, this instant excluded. */
    public Instant askAfter() {
        Instant again = heardUntil.minus(LATECOMERS);
        return again.isBefore(since) ? since : again;
    }

    /** Of what a provider told: what was asked for, and not what has yet to happen. */
    public List<Play> countable(List<Play> told, Instant now) {
        return told.stream()
                .filter(play -> play.playedAt().isAfter(askAfter()))
                .filter(play -> play.playedAt().isBefore(now.plus(SKEW)))
                .toList();
    }

    public Integration heard(List<Play> plays) {
        Instant latest = plays.stream()
                .map(Play::playedAt)
                .filter(heardUntil::isBefore)
                .max(Instant::compareTo)
                .orElse(heardUntil);
        return new Integration(owner, kind, tracker, zone, since, latest, standing);
    }

    /** Plays of before then can be forgotten: none will be asked for again, and no day of then changes any more. */
    public Instant settledBefore() {
        return heardUntil.minus(SETTLED);
    }

    public Integration in(Standing next) {
        return new Integration(owner, kind, tracker, zone, since, heardUntil, next);
    }
}
