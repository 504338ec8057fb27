package org.tallybook.tracker.integration.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A provider did not tell what it was asked for. An answer, not a fault of ours: it carries no stack trace. */
public final class SourceFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The token is worth nothing any more. */
        TOKEN_REFUSED,
        /** The token is good, but not for this. */
        FORBIDDEN,
        /** Asked too often. */
        BUSY,
        /** Cannot be reached, is too slow or has a fault of its own. */
        UNAVAILABLE,
        /** An answer that cannot be read. */
        WRONG;

        /** As users see it. */
        public String problem() {
            return switch (this) {
                case TOKEN_REFUSED -> "provider-refused";
                case FORBIDDEN -> "provider-forbidden";
                case BUSY -> "provider-busy";
                case UNAVAILABLE -> "provider-unavailable";
                case WRONG -> "provider-failed";
            };
        }
    }

    private final Reason reason;
    private final transient @Nullable Duration retryAfter;

    private SourceFailure(Reason reason, String detail, @Nullable Duration retryAfter) {
        super(detail, null, false, false);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    public static SourceFailure because(Reason reason, String detail) {
        return new SourceFailure(reason, detail, null);
    }

    public static SourceFailure busy(Duration retryAfter) {
        return new SourceFailure(Reason.BUSY, "too many requests", retryAfter);
    }

    public Reason reason() {
        return reason;
    }

    /** Whether another token might help. */
    public boolean concernsToken() {
        return reason == Reason.TOKEN_REFUSED || reason == Reason.FORBIDDEN;
    }

    /** How long the provider wants to be left alone; a minute if it did not say. */
    public Duration retryAfter() {
        return retryAfter == null ? Duration.ofMinutes(1) : retryAfter;
    }
}
