package io.sampan.browse.weight;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many deviations the last figures lay from what was believed of them, so that nine of ten lie between what is named (split conformal
 * prediction, over a sliding window).
 */
final class Residuals {
    /** How many of the latest count. */
    static final int WINDOW = 400;

    private static final int PRETENDED = 40;
    private static final double TAIL = 0.05;
    /** One of twenty of a normal distribution lies further out than so many deviations. */
    static final double NORMAL = 1.6448536269514722;

    private final Deque<Double> latest = new ArrayDeque<>();
    private double low = -NORMAL;
    private double high = NORMAL;

    void learn(double deviations) {
        latest.addLast(deviations);
        if (latest.size() > WINDOW) {
            latest.removeFirst();
        }
        if (latest.size() >= PRETENDED) {
            var sorted = latest.stream().sorted().toList();
            double place = TAIL * (sorted.size() + 1) - 1;
            int below = (int) Math.max(0, Math.floor(place));
            double part = Math.clamp(place - below, 0, 1);
            int size = sorted.size();
            low = sorted.get(below) * (1 - part) + sorted.get(below + 1) * part;
            high = sorted.get(size - 1 - below) * (1 - part) + sorted.get(size - 2 - below) * part;
        }
    }

    /** How many deviations down; below zero. */
    double low() {
        return Math.min(low, 0);
    }

    /** How many deviations up; above zero. */
    double high() {
        return Math.max(high, 0);
    }
}
