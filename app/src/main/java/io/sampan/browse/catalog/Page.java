package io.sampan.browse.catalog;

import java.util.List;

/**
 * A bounded part of a longer list.
 *
 * @param number from 1
 * @param size most rows of a page
 * @param total rows of the whole list
 */
public record Page<T>(List<T> rows, int number, int size, long total) {
    public Page {
        rows = List.copyOf(rows);
    }

    /** How many pages there are, at least 1. */
    public int count() {
        return (int) Math.max(1, (total + size - 1) / size);
    }
}
