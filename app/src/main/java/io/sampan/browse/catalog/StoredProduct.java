package io.sampan.browse.catalog;

import java.time.Instant;
import java.util.List;

/** A product as the tables hold it: with all that was told, believed or not. Only {@link #product} leaves the catalogue. */
record StoredProduct(ProductId id, PriceBook book, Instant firstSeenAt, Instant changedAt) {
    Product product(Ranking ranking) {
        return new Product(id, ranking.ranked(book.shown()), firstSeenAt, changedAt);
    }

    List<Look> looks() {
        return book.looks();
    }

    StoredProduct with(PriceBook other) {
        return new StoredProduct(id, other, firstSeenAt, changedAt);
    }
}
