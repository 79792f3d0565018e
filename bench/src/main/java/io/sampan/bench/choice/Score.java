package io.sampan.bench.choice;

/** How well probabilities foretold what was chosen. */
public final class Score {
    private double logLoss;
    private int right;
    private int count;

    /** @param chances of the options, of which one was chosen */
    public void add(double[] chances, int chosen) {
        logLoss -= Math.log(chances[chosen]);
        int best = 0;
        for (int option = 1; option < chances.length; option++) {
            best = chances[option] > chances[best] ? option : best;
        }
        right += best == chosen ? 1 : 0;
        count++;
    }

    /** Mean of the negative logarithm of the chosen one's probability; lower is better. */
    public double logLoss() {
        return logLoss / count;
    }

    /** How often the likeliest was chosen, from 0 to 1. */
    public double accuracy() {
        return (double) right / count;
    }

    public int count() {
        return count;
    }
}
