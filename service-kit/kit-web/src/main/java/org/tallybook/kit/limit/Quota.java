package org.tallybook.kit.limit;

import java.time.Duration;

/**
 * A rate by the generic cell rate algorithm (ITU-T I.371): requests drip out of a bucket evenly, and the bucket holds
 * one window's worth.
 *
 * @param requests per window, and the largest burst; at least 1
 * @param window at least a millisecond a request
 */
public record Quota(int requests, Duration window) {

    public Quota {
        if (requests < 1 || window.toMillis() < requests) {
            throw new IllegalArgumentException("not a usable limit: " + requests + " per " + window);
        }
    }

    /** Milliseconds between two requests at the steady rate. */
    long interval() {
        return window.toMillis() / requests;
    }

    /** Milliseconds by which requests may run ahead of the steady rate. */
    long tolerance() {
        return interval() * requests;
    }
}
