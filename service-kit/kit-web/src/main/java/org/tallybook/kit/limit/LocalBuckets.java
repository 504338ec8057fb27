package org.tallybook.kit.limit;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts in this process while Redis is away: a limit that holds per replica is worth more than none, and more than a
 * door that stays shut. Bounded; the subject seen least recently is forgotten first.
 */
@Singleton
class LocalBuckets {

    private static final int LARGEST = 10_000;

    private final Clock clock;
    private final Map<String, Long> arrivals = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > LARGEST;
        }
    };

    LocalBuckets(Clock clock) {
        this.clock = clock;
    }

    synchronized void refill(String key) {
        arrivals.remove(key);
    }

    synchronized Verdict take(String key, Quota quota) {
        long now = clock.instant().toEpochMilli();
        Verdict verdict = Verdict.at(now, arrivals.getOrDefault(key, now), quota);
        if (verdict.allowed()) {
            arrivals.put(key, now + verdict.resetMillis());
        }
        return verdict;
    }
}
