package io.sampan.simulators.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The last few of something, newest first; older ones are forgotten. */
public final class Ring<T> {
    private final int limit;
    private final ArrayDeque<T> kept = new ArrayDeque<>();

    public Ring(int limit) {
        this.limit = limit;
    }

    /** Adds one and forgets the oldest when full. */
    public synchronized void add(T one) {
        if (kept.size() >= limit) {
            kept.removeFirst();
        }
        kept.addLast(one);
    }

    /** What is kept, newest first. */
    public synchronized List<T> newestFirst() {
        var all = new ArrayList<>(kept);
        Collections.reverse(all);
        return all;
    }
}
