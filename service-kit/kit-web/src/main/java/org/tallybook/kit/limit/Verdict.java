package org.tallybook.kit.limit;

/**
 * What the bucket says about one request.
 *
 * @param allowed whether it may pass
 * @param remaining how many more could pass right now
 * @param retryAfterMillis when the next one could; 0 if allowed
 * @param resetMillis when the bucket is full again
 */
public record Verdict(boolean allowed, long remaining, long retryAfterMillis, long resetMillis) {

    /**
     * The same arithmetic as {@code gcra.lua}.
     *
     * @param arrival theoretical arrival time of the next request, before this one
     */
    static Verdict at(long now, long arrival, Quota quota) {
        long base = Math.max(now, arrival);
        long next = base + quota.interval();
        long earliest = next - quota.tolerance();
        if (earliest > now) {
            return new Verdict(false, 0, earliest - now, base - now);
        }
        return new Verdict(true, (now - earliest) / quota.interval(), 0, next - now);
    }
}
