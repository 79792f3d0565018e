package io.sampan.outside.carrier;

/**
 * A packed parcel's weight and outer measures, in any order of sides.
 *
 * @param grams 1 or more
 * @param lengthMm millimetres, 1 or more, like the other two
 */
public record ParcelSize(int grams, int lengthMm, int widthMm, int heightMm) {
    public ParcelSize {
        if (grams < 1 || lengthMm < 1 || widthMm < 1 || heightMm < 1) {
            throw new IllegalArgumentException(
                    "No parcel has " + grams + " g, " + lengthMm + "×" + widthMm + "×" + heightMm + " mm");
        }
    }

    /** The longest side in millimetres. */
    public int longestMm() {
        return Math.max(lengthMm, Math.max(widthMm, heightMm));
    }

    /** Length and all the way around: the longest side plus twice each of the two others, in millimetres. */
    public int girthMm() {
        return 2 * sumMm() - longestMm();
    }

    /** All three sides added, in millimetres. */
    public int sumMm() {
        return lengthMm + widthMm + heightMm;
    }

    /** Cubic millimetres. */
    public long volumeMm3() {
        return (long) lengthMm * widthMm * heightMm;
    }
}
