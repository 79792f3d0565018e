package io.sampan.browse.weight;

/**
 * How much of the differences between goods lies where, as shares of what a category's first estimate calls its spread.
 *
 * @param piece between pieces of one item
 * @param item between items of one shop in one category
 * @param shop between shops of one category
 * @param category between categories and what was first thought of them
 */
record Variances(double piece, double item, double shop, double category) {
    static final Variances AT_FIRST = new Variances(0.05, 0.6, 0.25, 0.25);
    private static final double LEAST = 0.001;

    Variances {
        piece = Math.max(piece, LEAST);
        item = Math.max(item, LEAST);
        shop = Math.max(shop, LEAST);
        category = Math.max(category, LEAST);
    }
}
