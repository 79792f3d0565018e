package io.sampan.browse.freshness;

import io.sampan.browse.catalog.Catalog;
import io.sampan.browse.catalog.Product;
import io.sampan.outside.marketplace.ItemRef;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Products no older than somebody needs them. */
@Component
public class Freshness {
    private final Catalog catalog;
    private final Refresh refresh;
    private final Attention attention;
    private final Clock clock;

    Freshness(Catalog catalog, Refresh refresh, Attention attention, Clock clock) {
        this.catalog = catalog;
        this.refresh = refresh;
        this.attention = attention;
        this.clock = clock;
    }

    /**
     * The item, checked no longer ago than this; the marketplace is asked only when the catalogue's knowledge is older. Waits at most as long as the
     * settings say (3 s), and counts as somebody's interest in the item, so that it is kept warm. Several who ask at once share one question. Never call
     * it within a transaction.
     *
     * @param maxAge zero asks the marketplace in any case
     */
    public Looked look(ItemRef item, Duration maxAge) {
        var known = catalog.find(item);
        known.filter(product -> !product.isGone()).ifPresent(product -> attention.viewed(item, product.checkedAt()));
        var young = known.filter(product -> isYoung(product, maxAge));
        if (young.isPresent()) {
            return Refresh.settled(young.get());
        }
        var looked = refresh.look(item);
        if (looked instanceof Looked.Fresh fresh) {
            attention.checked(item, fresh.product().checkedAt());
            if (known.isEmpty()) {
                attention.viewed(item, fresh.product().checkedAt());
            }
        }
        return looked;
    }

    private boolean isYoung(Product product, Duration maxAge) {
        return maxAge.isPositive() && product.age(clock.instant()).compareTo(maxAge) <= 0;
    }
}
