package io.sampan.buy.paychoice;

import io.sampan.outside.gateway.PayMethod;
import java.util.HashMap;
import java.util.Map;

/**
 * How likely a try to pay succeeds, by method and country, and whether a method is out of order just now. What was long ago counts less. Safe for many
 * threads.
 */
public final class Reliability {
    /** Before anything is known. */
    private static final double USUAL = 0.9;

    /** A country counts as its own once it has so many tries. */
    private static final double TRIES_TO_BELIEVE = 12;
    /** What a try counts for, one try later: a few hundred are remembered. */
    private static final double MEMORY = 0.996;
    /** A method is suspected when it succeeds so many times less than usual. */
    private static final double SUSPECTED = 0.3;
    /** The sum of evidence (Page 1954, CUSUM, in natural logarithms) at which it is believed to be out of order. */
    private static final double CERTAIN = 14;

    private static final double MOST_EVIDENCE = 17;
    private static final double LEAST_RATE = 0.5;
    private static final double MOST_RATE = 0.99;

    private static final class Tally {
        double tries;
        double successes;
        double evidence;

        double rate(double prior, double weight) {
            return (successes + prior * weight) / (tries + weight);
        }

        void add(boolean success) {
            tries = tries * MEMORY + 1;
            successes = successes * MEMORY + (success ? 1 : 0);
        }

        /** Log of how much more likely this is when the method is out of order than when it is not, summed and never below nothing. */
        void suspect(boolean success, double usual) {
            double firm = Math.clamp(usual, LEAST_RATE, MOST_RATE);
            double broken = firm * SUSPECTED;
            double told = success ? Math.log(broken / firm) : Math.log((1 - broken) / (1 - firm));
            evidence = Math.clamp(evidence + told, 0, MOST_EVIDENCE);
        }

        boolean isDown() {
            return evidence >= CERTAIN;
        }
    }

    private record Key(PayMethod method, String country) {}

    private final Map<PayMethod, Tally> methods = new HashMap<>();
    private final Map<Key, Tally> countries = new HashMap<>();

    /** A try has ended. */
    public synchronized void ended(PayMethod method, String country, boolean success) {
        var all = methods.computeIfAbsent(method, key -> new Tally());
        var here = countries.computeIfAbsent(new Key(method, country), key -> new Tally());
        all.suspect(success, all.rate(USUAL, TRIES_TO_BELIEVE));
        if (!all.isDown()) {
            // What happens while it is out of order says nothing of how it usually is.
            all.add(success);
            here.add(success);
        }
    }

    /** Whether it fails so much more than usual that chance does not explain it. */
    public synchronized boolean isDown(PayMethod method) {
        var all = methods.get(method);
        return all != null && all.isDown();
    }

    /** How likely the next try succeeds. */
    public synchronized double chance(PayMethod method, String country) {
        var all = methods.get(method);
        double usual = all == null ? USUAL : all.rate(USUAL, TRIES_TO_BELIEVE);
        var here = countries.get(new Key(method, country));
        double rate = here == null ? usual : here.rate(usual, TRIES_TO_BELIEVE);
        return all != null && all.isDown() ? rate * SUSPECTED : rate;
    }
}
