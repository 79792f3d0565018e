package io.sampan.browse.freshness;

import io.sampan.browse.catalog.Catalog;
import io.sampan.browse.catalog.PriceDoubted;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceNews;
import java.util.Optional;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears what marketplaces say of items by themselves, and what the catalogue cannot believe yet, and passes it on to the planner. */
@Component
class Pushes {
    private final Catalog catalog;
    private final TidingsTable tidings;

    Pushes(Catalog catalog, TidingsTable tidings) {
        this.catalog = catalog;
        this.tidings = tidings;
    }

    /** Only items that we know concern us, and only if nobody looked since; the same news again asks for nothing more. */
    @ApplicationModuleListener
    public void on(MarketplaceNews news) {
        if (news.subject() == MarketplaceNews.Subject.ITEM) {
            item(news)
                    .flatMap(catalog::find)
                    .filter(product -> product.checkedAt().isBefore(news.heardAt()))
                    .ifPresent(product -> tidings.add(new TidingsTable.Told(product.item(), news.heardAt())));
        }
    }

    /** A price that is kept back until it is seen again is looked at again from that moment on. */
    @ApplicationModuleListener
    public void on(PriceDoubted doubted) {
        tidings.add(new TidingsTable.Told(doubted.item(), doubted.lookAgainAt()));
    }

    /** A push may name anything; what cannot be an item's id is no item of ours. */
    private static Optional<ItemRef> item(MarketplaceNews news) {
        return ItemRef.isId(news.key()) ? Optional.of(new ItemRef(news.marketplace(), news.key())) : Optional.empty();
    }
}
