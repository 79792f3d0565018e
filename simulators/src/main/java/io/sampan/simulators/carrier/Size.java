package io.sampan.simulators.carrier;

/** A carton's outer edges in mm. */
record Size(int length, int width, int height) {

    int longest() {
        return Math.max(length, Math.max(width, height));
    }

    /** The longest edge plus twice the other two. */
    int girth() {
        return longest() + 2 * (length + width + height - longest());
    }

    /** Grams by volume: edges in cm multiplied, over the divisor, in kg; rounded up to a gram. */
    int volumetricGrams(int divisor) {
        long cubicMm = (long) length * width * height;
        return (int) ((cubicMm + divisor - 1) / divisor);
    }
}
