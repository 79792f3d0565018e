package io.sampan.browse.catalog;

/** What we think of one price that one source told. Only what is believed is ever handed out of the catalogue. */
public sealed interface Verdict {
    record Believed(Confidence confidence) implements Verdict {}

    /**
     * Kept back: there is no price yet, which is better than a wrong one.
     *
     * @param detail what raised the doubt, without any language: a word of the seller's, a ratio, a range; may be empty
     */
    record Held(Doubt doubt, String detail) implements Verdict {}

    /** How much speaks for a price. */
    enum Confidence {
        /** It is a price, and nothing speaks against it, but there is too little to compare it with. */
        ALONE,
        /** It is in keeping with what the item cost before, or with what such goods cost. */
        USUAL,
        /** Another source, or an operator, says so too. */
        CONFIRMED
    }

    enum Doubt {
        /** Nothing, or less. */
        NO_AMOUNT,
        /** In another currency than the marketplace's, or moved by just that ratio. */
        CURRENCY,
        /** The seller's words say that it is a deposit (定金). */
        DEPOSIT,
        /** The seller's words say that it is the rest after a deposit (尾款). */
        BALANCE,
        /** A link that sells freight, a price difference or a favour, not goods (补差价, 邮费, 专拍). */
        NOT_GOODS,
        /** An amount that sellers write where there is no price. */
        PLACEHOLDER,
        /** An amount that marketplaces show to programs instead of the price. */
        DECOY,
        /** The price of one piece for who buys many. */
        MINIMUM_QUANTITY,
        /** A hundred times or a hundredth of what it was: yuan and fen mixed up. */
        UNIT,
        /** Far from the offer's other prices. */
        SIBLINGS,
        /** Moved further than prices move; believed once it is seen again some minutes later. */
        SUDDEN,
        /** Another source says something else. */
        CONFLICT,
        /** Far from what goods of its category cost. */
        UNUSUAL
    }
}
