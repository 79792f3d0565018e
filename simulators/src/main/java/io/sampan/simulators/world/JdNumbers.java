package io.sampan.simulators.world;

/**
 * JD's numbers. What a shopper sees as an item is one SKU, in one colour and size, with a number of its own; those of one product
 * share all digits but the last two. Twelve digits for JD's own goods, fourteen for a shop's.
 */
public final class JdNumbers {
    private static final int SKUS = 100;

    private JdNumbers() {}

    /** The number of a listing's nth SKU, from 0. */
    static long sku(long listing, int nth) {
        return listing * SKUS + nth;
    }

    /** The listing that a SKU belongs to. */
    public static long listing(long sku) {
        return sku / SKUS;
    }
}
