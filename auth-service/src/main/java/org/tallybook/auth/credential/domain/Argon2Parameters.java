package org.tallybook.auth.credential.domain;

/**
 * The cost of one Argon2id computation (RFC 9106). Bounded, because stored hashes carry their own parameters and a
 * tampered one must not exhaust us.
 *
 * @param memory in KiB
 * @param passes over the memory
 * @param lanes of parallel work; ours run one after the other
 */
public record Argon2Parameters(int memory, int passes, int lanes) {

    private static final int LARGEST_MEMORY = 256 * 1024;
    private static final int MOST_PASSES = 10;
    private static final int MOST_LANES = 8;

    public Argon2Parameters {
        boolean sane = lanes >= 1
                && lanes <= MOST_LANES
                && passes >= 1
                && passes <= MOST_PASSES
                && memory >= 8 * lanes
                && memory <= LARGEST_MEMORY;
        if (!sane) {
            throw new IllegalArgumentException("Argon2 parameters out of bounds");
        }
    }
}
