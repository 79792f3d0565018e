package io.sampan.browse.freshness;

import io.sampan.browse.catalog.Product;
import io.sampan.outside.marketplace.ItemRef;

/** What came of looking at an item. */
public sealed interface Looked {
    /** Checked as lately as was wanted. */
    record Fresh(Product product) implements Looked {}

    /** The marketplace could not be asked just now: this is what it said at {@code product.checkedAt()}. */
    record Stale(Product product, Why why) implements Looked {}

    /** The marketplace has no such item, or no longer; the catalogue may still know what it was. */
    record Gone(ItemRef item) implements Looked {}

    /** It was never seen, and the marketplace could not be asked just now. */
    record Unknown(ItemRef item, Why why) implements Looked {}

    enum Why {
        /** The marketplace is busy, silent, has limited us, or is not set up. */
        BUSY,
        /** It did not answer within the time that a page waits. */
        SLOW,
        /** The looks that its sources allow in this hour are spent. */
        SPENT,
        /** Too many looks are under way here. */
        CROWDED,
        /** It answered with another item than it was asked for. */
        ODD
    }
}
