package io.sampan.bench.paychoice;

/** How well choices were foretold: how often the first was chosen, how surprising the choices were, and whether chances come true. */
public final class Foretold {
    private static final int BINS = 10;
    private static final double LEAST = 1e-6;

    private int count;
    private int hits;
    private double logLoss;
    private final double[] promised = new double[BINS];
    private final int[] kept = new int[BINS];
    private final int[] inBin = new int[BINS];

    /** @param chance that was given to what was chosen; @param promise the chance of the one that was thought likeliest */
    void add(boolean hit, double chance, double promise, boolean promiseKept) {
        count++;
        hits += hit ? 1 : 0;
        logLoss -= Math.log(Math.max(LEAST, chance));
        int bin = Math.min(BINS - 1, (int) (promise * BINS));
        promised[bin] += promise;
        kept[bin] += promiseKept ? 1 : 0;
        inBin[bin]++;
    }

    void add(boolean hit) {
        count++;
        hits += hit ? 1 : 0;
    }

    /** How many. */
    public int count() {
        return count;
    }

    /** Share of hits. */
    public double rate() {
        return count == 0 ? 0 : (double) hits / count;
    }

    /** Mean of minus the logarithm of the chance given to what was chosen. */
    public double logLoss() {
        return count == 0 ? 0 : logLoss / count;
    }

    /** The expected calibration error: how far promised chances lie from what came, weighed by how often. */
    public double miscalibration() {
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += inBin[bin] == 0 ? 0 : Math.abs(promised[bin] - kept[bin]) / count;
        }
        return error;
    }
}
