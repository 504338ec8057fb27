package org.tallybook.e2e.client;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Ids that a client chooses before it sends (UUIDv7, RFC 9562), so that a repeated create is the same create. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION_7 = 0x7000L;
    private static final long RANDOM_12_BITS = 0xFFFL;
    private static final long VARIANT = 0x8000000000000000L;
    private static final long RANDOM_62_BITS = 0x3FFFFFFFFFFFFFFFL;

    private Ids() {}

    public static UUID next() {
        long time = Instant.now().toEpochMilli() << 16;
        return new UUID(
                time | VERSION_7 | (RANDOM.nextLong() & RANDOM_12_BITS),
                VARIANT | (RANDOM.nextLong() & RANDOM_62_BITS));
    }

    /** Eight letters and digits that no other test has: names, addresses. */
    public static String label() {
        return Long.toString((RANDOM.nextLong() >>> 1) % 2_821_109_907_456L + 2_821_109_907_456L, 36)
                .substring(1);
    }
}
