package org.tallybook.kit.event;

import java.util.Locale;
import java.util.UUID;

/**
 * The share of the stream that a user belongs to. All of a user's events go through one partition; the number of
 * partitions can only change when every queue is drained.
 *
 * @param number from 0
 */
public record Partition(int number) {

    public static Partition of(UUID userId, int partitions) {
        long bits = userId.getMostSignificantBits() ^ userId.getLeastSignificantBits();
        return new Partition(Math.floorMod(Long.hashCode(bits), partitions));
    }

    /** {@code p03}. */
    public String label() {
        return String.format(Locale.ROOT, "p%02d", number);
    }

    /** {@code p03.log.recorded.v1}. */
    public String routingKey(String type) {
        return label() + "." + type;
    }
}
