package io.sampan.browse.freshness;

import io.sampan.browse.catalog.Catalog;
import io.sampan.browse.catalog.Product;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Products no older than somebody needs them. */
@Component
public class Freshness {
    private final Catalog catalog;
    private final Refresh refresh;
    private final Checks checks;
    private final Attention attention;
    private final Clock clock;

    Freshness(Catalog catalog, Refresh refresh, Checks checks, Attention attention, Clock clock) {
        this.catalog = catalog;
        this.refresh = refresh;
        this.checks = checks;
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
        return look(Refresh.Question.joined(item), maxAge);
    }

    /**
     * The item as this source shows it, checked no longer ago than this: what is bought is looked at through who will sell it. A fresh product has the
     * source's offer, see {@link Product#from}. A source that is not set up any more cannot be asked: then it is as {@link #look(ItemRef, Duration)}.
     */
    public Looked look(ItemRef item, String source, Duration maxAge) {
        return look(
                refresh.canAsk(item, source) ? new Refresh.Question(item, source) : Refresh.Question.joined(item),
                maxAge);
    }

    private Looked look(Refresh.Question question, Duration maxAge) {
        var item = question.item();
        var known = catalog.find(item);
        known.filter(product -> !product.isGone()).ifPresent(product -> attention.viewed(item, product.checkedAt()));
        var young = known.filter(product -> isYoung(product, question, maxAge));
        if (young.isPresent()) {
            return Refresh.settled(young.get(), question);
        }
        var looked = known.isPresent() ? refresh.look(question) : stranger(question);
        if (looked instanceof Looked.Fresh fresh) {
            attention.checked(item, fresh.product().checkedAt());
            if (known.isEmpty()) {
                attention.viewed(item, fresh.product().checkedAt());
            }
        }
        return looked;
    }

    /**
     * Whether a visitor's search may be put to this marketplace now; takes one call of the hour's budget that they share with looks at items that
     * nobody knows, so that nobody can use up the quota that orders need.
     */
    public boolean mayAsk(MarketplaceId marketplace) {
        return checks.spendForVisitor(marketplace);
    }

    /** Anybody can make up an id: what was not there a short while ago is not asked for again, and all else within a budget. */
    private Looked stranger(Refresh.Question question) {
        var item = question.item();
        if (refresh.isKnownToBeGone(item)) {
            return new Looked.Gone(item);
        }
        return refresh.look(question, () -> checks.spendForVisitor(item.marketplace()));
    }

    private boolean isYoung(Product product, Refresh.Question question, Duration maxAge) {
        return maxAge.isPositive()
                && question.sighting(product)
                        .filter(seen -> seen.age(clock.instant()).compareTo(maxAge) <= 0)
                        .isPresent();
    }
}
