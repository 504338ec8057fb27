package org.tallybook.auth.connection.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a link, and who may renew them when. One caller at a time holds the lease; it outlives every call to a
 * provider, so only a process that died leaves one behind, and then it runs out.
 *
 * @param version one more at each change; a renewal is stored only onto the version it began with
 * @param tokens null after the provider took them back
 * @param refreshedAt when the provider gave the tokens
 * @param leasedUntil until when somebody is asking the provider; null if nobody is
 * @param retryAt before when the provider must not be asked; null if it may be
 * @param failures how often in a row the provider could not be asked
 */
public record Grant(
        ConnectionId link,
        long version,
        @Nullable ProviderTokens tokens,
        Instant refreshedAt,
        @Nullable Instant leasedUntil,
        @Nullable Instant retryAt,
        int failures) {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int LAST_DOUBLING = 7;

    /** Twenty callers that want fresh tokens at once all mean the same ones. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    /** What somebody who wants the tokens renewed should do. */
    public enum Step {
        /** They are new enough. */
        KEEP,
        /** Ask the provider; nobody else does. */
        ASK,
        /** Somebody else is asking. */
        WAIT,
        /** The provider wants to be left alone, see {@link #retryAt}. */
        LATER,
        /** They are gone. */
        GONE
    }

    public static Grant of(ConnectionId link, ProviderTokens tokens, Instant now) {
        return new Grant(link, 1, tokens, now, null, null, 0);
    }

    public Step step(Instant now) {
        if (tokens == null) {
            return Step.GONE;
        }
        if (leasedUntil != null && now.isBefore(leasedUntil)) {
            return Step.WAIT;
        }
        if (retryAt != null && now.isBefore(retryAt)) {
            return Step.LATER;
        }
        return failures == 0 && now.isBefore(refreshedAt.plus(FRESH)) && !isExpired(now) ? Step.KEEP : Step.ASK;
    }

    private boolean isExpired(Instant now) {
        return tokens != null && tokens.expiresAt() != null && !now.isBefore(tokens.expiresAt());
    }

    public Grant leased(Instant now) {
        return new Grant(link, version + 1, tokens, refreshedAt, now.plus(LEASE), retryAt, failures);
    }

    /** New tokens, from a renewal or a new authorization. */
    public Grant renewed(ProviderTokens next, Instant now) {
        ProviderTokens kept = tokens == null ? next : next.following(tokens);
        return new Grant(link, version + 1, kept, now, null, null, 0);
    }

    /** The provider took it back: the tokens are worth nothing and are forgotten. */
    public Grant wiped() {
        return new Grant(link, version + 1, null, refreshedAt, null, null, 0);
    }

    /** The provider said when to come back. */
    public Grant postponed(Duration wait, Instant now) {
        return new Grant(link, version + 1, tokens, refreshedAt, null, now.plus(wait), failures);
    }

    /** The provider could not be asked: 30 s, 1 min, 2 min … 1 h. */
    public Grant failed(Instant now) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, LAST_DOUBLING));
        Duration pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        return new Grant(link, version + 1, tokens, refreshedAt, null, now.plus(pause), failures + 1);
    }
}
