package org.tallybook.kit.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items in the order of the list
 * @param nextCursor where the next page starts; null at the end
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /**
     * Cuts a page out of a result that was read with one row more than asked for.
     *
     * @param rows up to {@code limit + 1} rows
     * @param limit size of a page
     * @param keyOf the sort key of a row
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> keyOf) {
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), null);
        }
        List<T> items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, keyOf.apply(items.get(limit - 1)).encoded());
    }

    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), nextCursor);
    }
}
