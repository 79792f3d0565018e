package io.sampan.deliver.shipping;

import io.sampan.deliver.shipping.TransitTime.Way;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Within which time four of five parcels of one line arrive, learnt from those that did. Times are compared as shares of what the line
 * promises to a country in the middle, in logarithms. A country's own pace is believed the more, the more parcels went there; what is left
 * over is alike for all countries of the line, and its quantiles are taken from what was seen (split conformal prediction). How far out they
 * are taken follows how often the window was missed lately (adaptive conformal inference, Gibbs and Candès 2021), so that a busy season widens it.
 */
final class TransitModel {
    /** How many of the latest parcels of the line count. */
    static final int WINDOW = 500;

    /** A little less than a fifth: what is learnt of a parcel comes a week or two after its window was named. */
    private static final double MISSED = 0.19;

    private static final double PACE = 0.008;
    private static final double LEAST_LEVEL = 0.02;
    private static final double MOST_LEVEL = 0.5;
    /** So many parcels to a country weigh as much as what is known of the line. */
    private static final double OWN_PACE = 6;
    /** So many parcels are pretended to have come evenly within the promised days, until real ones replace them. */
    private static final int PRETENDED = 12;

    private static final Tally NOTHING = new Tally(0, 0);

    private record Seen(String country, double log) {}

    /** Logarithms added up. */
    private record Tally(int count, double sum) {
        Tally plus(Tally other) {
            return new Tally(count + other.count, sum + other.sum);
        }
    }

    /** Hours after handing over. */
    record Window(double from, double to) {
        boolean holds(double hours) {
            return hours >= from && hours <= to;
        }
    }

    private final Deque<Seen> seen = new ArrayDeque<>();
    private final Map<String, Tally> ofCountry = new HashMap<>();
    private double sum;
    private double level = MISSED;

    /** @param time of a parcel of the line; in the order of their deliveries */
    void learn(TransitTime time) {
        double hours = hours(time.took());
        if (seen.size() >= PRETENDED) {
            boolean missed = !window(time.way()).holds(hours);
            level = Math.clamp(level + PACE * (MISSED - (missed ? 1 : 0)), LEAST_LEVEL, MOST_LEVEL);
        }
        count(new Seen(time.way().country(), Math.log(hours / time.way().middleHours())));
    }

    private void count(Seen one) {
        seen.addLast(one);
        sum += one.log();
        ofCountry.merge(one.country(), new Tally(1, one.log()), Tally::plus);
        if (seen.size() > WINDOW) {
            var oldest = seen.removeFirst();
            sum -= oldest.log();
            ofCountry.merge(oldest.country(), new Tally(-1, -oldest.log()), Tally::plus);
        }
    }

    /** For a parcel that is just handed over. */
    Window window(Way way) {
        return window(way, residuals(way));
    }

    /** For a parcel that has been on its way for so long; empty when hardly any took longer. */
    Optional<Window> window(Way way, Duration elapsed) {
        double gone = hours(elapsed);
        double own = pace(way);
        var left = residuals(way).stream()
                .filter(rest -> hours(way, own + rest) > gone)
                .toList();
        if (left.isEmpty()) {
            return Optional.empty();
        }
        var window = window(way, left);
        return Optional.of(new Window(Math.max(gone, window.from()), window.to()));
    }

    private Window window(Way way, List<Double> residuals) {
        double own = pace(way);
        var sorted = residuals.stream().sorted().toList();
        return new Window(
                hours(way, own + quantile(sorted, level / 2)), hours(way, own + quantile(sorted, 1 - level / 2)));
    }

    /** What is left of the times when the pace of each one's country is taken off; for a young line, as promised. */
    private List<Double> residuals(Way way) {
        var all = new ArrayList<Double>();
        for (var one : seen) {
            all.add(one.log() - pace(one.country()));
        }
        double own = pace(way);
        for (int i = seen.size(); i < PRETENDED; i++) {
            double days = way.leastDays() + (way.mostDays() - way.leastDays()) * (i + 0.5) / PRETENDED;
            all.add(Math.log(24 * days / way.middleHours()) - own);
        }
        return all;
    }

    private double pace(Way way) {
        return pace(way.country());
    }

    private double pace(String country) {
        var own = ofCountry.getOrDefault(country, NOTHING);
        double line = sum / Math.max(PRETENDED, seen.size());
        return (own.sum() + OWN_PACE * line) / (own.count() + OWN_PACE);
    }

    /** Taken one place further out than the share says, since the next one is one more. */
    private static double quantile(List<Double> sorted, double share) {
        int size = sorted.size();
        double place = share * (size + 1) - 1;
        int low = Math.clamp((long) Math.floor(place), 0, size - 1);
        int high = Math.min(size - 1, low + 1);
        double part = Math.clamp(place - low, 0, 1);
        return sorted.get(low) * (1 - part) + sorted.get(high) * part;
    }

    private static double hours(Way way, double log) {
        return way.middleHours() * Math.exp(log);
    }

    private static double hours(Duration time) {
        return time.toMinutes() / 60.0;
    }

    /** How many parcels it has seen, at most {@link #WINDOW}. */
    int size() {
        return seen.size();
    }
}
