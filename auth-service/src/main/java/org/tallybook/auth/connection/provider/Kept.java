package org.tallybook.auth.connection.provider;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something read from a provider and believed for a while; what could not be read is not remembered. Two who find it
 * stale at once both read it, which is harmless.
 */
final class Kept<T> {

    private final Supplier<Uni<T>> reading;
    private final Duration life;
    private final Clock clock;
    private volatile @Nullable Entry<T> entry;

    Kept(Supplier<Uni<T>> reading, Duration life, Clock clock) {
        this.reading = reading;
        this.life = life;
        this.clock = clock;
    }

    private record Entry<T>(T value, Instant readAt) {}

    Uni<T> get() {
        return youngerThan(life);
    }

    /** Reads it again unless that was done a moment ago. */
    Uni<T> youngerThan(Duration age) {
        Entry<T> held = entry;
        if (held != null && clock.instant().isBefore(held.readAt().plus(age))) {
            return Uni.createFrom().item(held.value());
        }
        return reading.get().invoke(value -> entry = new Entry<>(value, clock.instant()));
    }
}
