package io.sampan.simulators.world;

import java.util.Set;

/**
 * A search.
 *
 * @param marketplace where
 * @param text        words in Chinese or English; empty for everything
 * @param category    a leaf's or parent's number; 0 for all
 * @param shop        a shop's number; 0 for all
 * @param fromFen     lowest price, inclusive
 * @param toFen       highest price, inclusive
 * @param order       how to sort
 */
public record Query(
        Marketplace marketplace, String text, long category, long shop, long fromFen, long toFen, Order order) {

    /** How to sort. */
    public enum Order {
        FIT,
        PRICE_UP,
        PRICE_DOWN,
        SALES_UP,
        SALES_DOWN
    }

    /** Words alone. */
    public static Query words(Marketplace marketplace, String text) {
        return new Query(marketplace, text, 0, 0, 0, Long.MAX_VALUE, Order.FIT);
    }

    static final Set<String> SMALL_WORDS = Set.of("for", "the", "a", "an", "with", "and", "of", "in", "to");
}
