package io.sampan.people.preference;

/**
 * What was put before a person, and what they chose of it.
 *
 * @param options the features of each option that could be chosen; one option at least, all with the same number of features, all finite. A feature of
 *     about the size of one is learnt fastest
 * @param chosen place of the chosen one among them, from 0
 */
public record Choice(double[][] options, int chosen) {
    public Choice {
        if (options.length == 0 || chosen < 0 || chosen >= options.length) {
            throw new IllegalArgumentException("Nobody chooses " + chosen + " of " + options.length);
        }
        for (var option : options) {
            if (option.length != options[0].length) {
                throw new IllegalArgumentException("Options differ in the number of their features");
            }
            for (double feature : option) {
                if (!Double.isFinite(feature)) {
                    throw new IllegalArgumentException("A feature is " + feature);
                }
            }
        }
    }

    /** How many features an option has. */
    int features() {
        return options[0].length;
    }
}
