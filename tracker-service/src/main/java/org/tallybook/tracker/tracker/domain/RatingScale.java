package org.tallybook.tracker.tracker.domain;

/**
 * The whole numbers a rating may be. It can be widened later but not narrowed, so that no rating ever lies outside.
 *
 * @param min 0 to 99
 * @param max greater than min, at most 100
 */
public record RatingScale(int min, int max) {

    public static final int LOWEST = 0;
    public static final int HIGHEST = 100;

    /** Of a rating tracker that does not say otherwise. */
    public static final RatingScale ONE_TO_TEN = new RatingScale(1, 10);

    public RatingScale {
        if (!isPossible(min, max)) {
            throw new IllegalArgumentException("not a scale: " + min + " to " + max);
        }
    }

    static boolean isPossible(int min, int max) {
        return min >= LOWEST && min < max && max <= HIGHEST;
    }

    boolean covers(RatingScale other) {
        return min <= other.min && max >= other.max;
    }
}
