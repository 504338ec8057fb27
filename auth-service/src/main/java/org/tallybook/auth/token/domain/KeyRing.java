package org.tallybook.auth.token.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All signing keys in the order in which they take over.
 *
 * <pre>
 * published ──activeFrom──▶ signing ──next key's activeFrom──▶ verifying ──{@link #OVERLAP}──▶ retired
 * </pre>
 */
public final class KeyRing {

    /** A superseded key still verifies this long; every token it signed has expired by then. */
    public static final Duration OVERLAP = Duration.ofHours(1);

    private final List<SigningKey> keys;

    public KeyRing(List<SigningKey> keys) {
        this.keys = keys.stream()
                .sorted(Comparator.comparing(SigningKey::activeFrom).thenComparing(SigningKey::id))
                .toList();
    }

    /** Of every key, whatever its turn. */
    public List<String> ids() {
        return keys.stream().map(SigningKey::id).toList();
    }

    /** The key that signs at an instant. */
    public Optional<SigningKey> signing(Instant now) {
        return keys.stream().filter(key -> !key.activeFrom().isAfter(now)).reduce((earlier, later) -> later);
    }

    /** The keys that verifiers must know: the coming, the signing and the recently superseded. */
    public List<SigningKey> published(Instant now) {
        List<SigningKey> published = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            if (i + 1 == keys.size()
                    || keys.get(i + 1).activeFrom().plus(OVERLAP).isAfter(now)) {
                published.add(keys.get(i));
            }
        }
        return published;
    }

    /** The published key of that id. */
    public Optional<SigningKey> published(String id, Instant now) {
        return published(now).stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /**
     * When the keys that are missing must take over: at once if none signs, and one more that waits its turn.
     *
     * @param period how long each key signs
     * @param lead how long a key is published before it signs
     */
    public List<Instant> missing(Instant now, Duration period, Duration lead) {
        List<Instant> missing = new ArrayList<>();
        if (signing(now).isEmpty()) {
            missing.add(now);
        }
        boolean waiting = keys.stream().anyMatch(key -> key.activeFrom().isAfter(now));
        if (!waiting) {
            Instant turn = signing(now).map(SigningKey::activeFrom).orElse(now).plus(period);
            Instant earliest = now.plus(lead);
            missing.add(turn.isAfter(earliest) ? turn : earliest);
        }
        return missing;
    }
}
