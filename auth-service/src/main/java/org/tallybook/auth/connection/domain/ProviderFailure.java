package org.tallybook.auth.connection.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A provider did not give what it was asked for. An answer, not a fault of ours: it carries no stack trace. */
public final class ProviderFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The code or token is worth nothing: used, expired, revoked. */
        REFUSED,
        /** Asked too often. */
        BUSY,
        /** Cannot be reached, is too slow or has a fault of its own. */
        UNAVAILABLE,
        /** An answer that is unreadable, not signed by the provider, or not for us; or we are not its client. */
        WRONG
    }

    private final Reason reason;
    private final transient @Nullable Duration retryAfter;

    private ProviderFailure(Reason reason, String detail, @Nullable Duration retryAfter) {
        super(detail, null, false, false);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    public static ProviderFailure refused(String detail) {
        return new ProviderFailure(Reason.REFUSED, detail, null);
    }

    public static ProviderFailure busy(Duration retryAfter) {
        return new ProviderFailure(Reason.BUSY, "too many requests", retryAfter);
    }

    public static ProviderFailure unavailable(String detail) {
        return new ProviderFailure(Reason.UNAVAILABLE, detail, null);
    }

    public static ProviderFailure wrong(String detail) {
        return new ProviderFailure(Reason.WRONG, detail, null);
    }

    public Reason reason() {
        return reason;
    }

    /** How long the provider wants to be left alone; a minute if it did not say. */
    public Duration retryAfter() {
        return retryAfter == null ? Duration.ofMinutes(1) : retryAfter;
    }
}
