package io.sampan.windows.console;

import java.util.List;
import java.util.function.Function;

/**
 * Work of one kind.
 *
 * @param slug end of its text keys
 * @param href the page of all of it
 * @param first the rows that are shown, who has waited longest first
 * @param count how many there are, at most {@link #MOST_COUNTED}
 */
public record Pile(String slug, String href, List<Task> first, int count) {
    /** More are told as "more than". */
    static final int MOST_COUNTED = 100;

    public Pile {
        first = List.copyOf(first);
    }

    /** @param found at most {@link #MOST_COUNTED} */
    static <T> Pile of(String slug, String href, List<T> found, int shown, Function<T, Task> task) {
        return new Pile(slug, href, found.stream().limit(shown).map(task).toList(), found.size());
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /** Whether there may be more than were counted. */
    public boolean isFull() {
        return count >= MOST_COUNTED;
    }

    /** How many are not shown. */
    public int rest() {
        return count - first.size();
    }
}
