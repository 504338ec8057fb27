package org.tallybook.local.demo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/**
 * UUIDs of version 7 (RFC 9562) that are the same on every run: the time is the entry's own, the random part a hash of
 * who and what. So a second load asks for the same ids and adds nothing.
 */
final class DemoIds {

    private static final long TIME_BITS = 0xFFFF_FFFF_FFFFL;
    private static final long LOW_12 = 0x0FFFL;
    private static final long VERSION_7 = 0x7000L;
    private static final long LOW_62 = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final String userId;

    /** @param userId keeps apart the ids of a demo user who was deleted and made again */
    DemoIds(String userId) {
        this.userId = userId;
    }

    UUID of(Instant time, String what) {
        ByteBuffer hash = ByteBuffer.wrap(sha256(userId + "|" + what));
        long high = (time.toEpochMilli() & TIME_BITS) << 16 | VERSION_7 | (hash.getLong() & LOW_12);
        return new UUID(high, VARIANT | (hash.getLong() & LOW_62));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
