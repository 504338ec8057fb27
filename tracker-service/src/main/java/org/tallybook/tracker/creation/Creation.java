package org.tallybook.tracker.creation;

/**
 * The outcome of a create.
 *
 * @param stored what is stored now
 * @param isNew false when the same create had been carried out before
 */
public record Creation<T>(T stored, boolean isNew) {

    public static <T> Creation<T> fresh(T stored) {
        return new Creation<>(stored, true);
    }

    public static <T> Creation<T> repeated(T stored) {
        return new Creation<>(stored, false);
    }
}
