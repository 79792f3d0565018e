package io.sampan.buy.ordering;

import io.sampan.outside.marketplace.ItemRef;

/** What came of changing a cart. */
public sealed interface CartChange {
    record Changed(Cart cart) implements CartChange {}

    /** The cart holds as many lines as it can. */
    record Full(int most) implements CartChange {}

    /** There are not so many pieces, or nobody may order so many at once. */
    record TooMany(int most) implements CartChange {}

    /** A remark is longer than a seller reads, or a quantity is not a positive number. */
    record Malformed() implements CartChange {}

    /** Which variant is meant must be said in words, and none were. */
    record Undescribed(ItemRef item) implements CartChange {}

    /** The item or the variant is not on sale. */
    record NotOnSale(ItemRef item) implements CartChange {}

    /** What the marketplace tells as the variant's price cannot be believed, and is being looked into. */
    record NoPrice(ItemRef item) implements CartChange {}

    /** The marketplace could not be asked, and we know too little. */
    record NotNow(ItemRef item) implements CartChange {}
}
