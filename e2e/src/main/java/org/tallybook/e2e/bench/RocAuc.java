package org.tallybook.e2e.bench;

/**
 * How well one number tells two kinds apart: the area under the receiver operating characteristic, which is the chance
 * that one of the second kind is larger than one of the first (ties count half). 0.5 tells nothing; 0 and 1 tell all.
 */
final class RocAuc {

    private RocAuc() {}

    static double of(long[] first, long[] second) {
        double larger = 0;
        for (long one : first) {
            for (long other : second) {
                larger += other > one ? 1 : other == one ? 0.5 : 0;
            }
        }
        return larger / ((double) first.length * second.length);
    }

    /** Standard error if there is no difference at all (Mann and Whitney 1947): what chance alone makes of it. */
    static double chance(int first, int second) {
        return Math.sqrt((first + second + 1) / (12.0 * first * second));
    }
}
