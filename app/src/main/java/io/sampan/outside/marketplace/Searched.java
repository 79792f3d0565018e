package io.sampan.outside.marketplace;

import io.sampan.money.amount.Money;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** What came of asking a marketplace's own search. */
public sealed interface Searched {
    /** One row: enough to show a card, not enough to buy. */
    record Listing(ItemRef item, Words title, URI picture, Money priceFrom, long sold) {}

    record Page(List<Listing> listings, long total) implements Searched {}

    /** It is busy, silent or has limited us; ask again after this. */
    record Later(Duration after, String why) implements Searched {}

    /** It has no such search. */
    record Unsupported() implements Searched {}

    /**
     * @param words in any language that the marketplace understands; 1 to 200 characters
     * @param language ISO 639 language to translate titles into
     * @param page from 1
     * @param size 1 to 20
     */
    record Query(String words, String language, int page, int size, Order order) {}

    enum Order {
        RELEVANCE,
        PRICE_UP,
        PRICE_DOWN,
        SALES
    }
}
