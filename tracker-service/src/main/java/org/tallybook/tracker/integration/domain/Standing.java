package org.tallybook.tracker.integration.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an integration fares.
 *
 * <pre>
 * ACTIVE ──only the user can mend it──▶ PAUSED ──a run succeeds, or the user opts in again──▶ ACTIVE
 * </pre>
 *
 * A provider in trouble changes no state: it is asked again later, each time after a longer pause.
 *
 * @param reason present exactly for {@link IntegrationState#PAUSED}
 * @param run counts the runs; what came of a run is stored only while no later one has begun
 * @param failures how many runs in a row have failed for a passing reason
 * @param lastRunAt when the last run ended, however
 * @param lastProblem why it failed: a slug, null if it did not
 */
public record Standing(
        IntegrationState state,
        @Nullable PauseReason reason,
        long run,
        int failures,
        Instant nextRunAt,
        @Nullable Instant lastRunAt,
        @Nullable String lastProblem) {

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int LAST_DOUBLING = 6;

    /** Due at once. */
    public static Standing begun(Instant now) {
        return new Standing(IntegrationState.ACTIVE, null, 0, 0, now, null, null);
    }

    public Standing succeeded(Instant now, Duration every) {
        return new Standing(IntegrationState.ACTIVE, null, run, 0, now.plus(every), now, null);
    }

    /** Looking again asks auth-service alone, as long as the link is not mended, so it may be as often as ever. */
    public Standing paused(PauseReason why, String problem, Instant now, Duration every) {
        return new Standing(IntegrationState.PAUSED, why, run, 0, now.plus(every), now, problem);
    }

    /** Somebody said when to come back. */
    public Standing postponed(String problem, Duration wait, Instant now) {
        return new Standing(state, reason, run, failures, now.plus(wait), now, problem);
    }

    /** 1 min, 2 min, 4 min … 1 h. */
    public Standing failed(String problem, Instant now) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, LAST_DOUBLING));
        Duration pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        return new Standing(state, reason, run, failures + 1, now.plus(pause), now, problem);
    }

    /** The user has just shown that the link is good. What works is left to its own time. */
    public Standing wokenUp(Instant now) {
        return state == IntegrationState.ACTIVE && failures == 0
                ? this
                : new Standing(IntegrationState.ACTIVE, null, run, 0, now, lastRunAt, lastProblem);
    }
}
