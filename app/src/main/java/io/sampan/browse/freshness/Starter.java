package io.sampan.browse.freshness;

import io.sampan.browse.catalog.Catalog;
import io.sampan.outside.marketplace.Capability;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.Marketplace;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Marketplaces;
import io.sampan.outside.marketplace.Searched;
import io.sampan.outside.marketplace.Searched.Listing;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Fills a catalogue that is still empty with a bounded number of items, found through the marketplaces' own searches, so that the first shopper does
 * not come to bare shelves. It spends what is planned of the sources' hours, and goes on after a restart with the words that are not done.
 */
@Component
class Starter {
    private static final Logger LOG = LoggerFactory.getLogger(Starter.class);
    private static final Duration CLAIM = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int LISTINGS = 20;

    private final Catalog catalog;
    private final Marketplaces marketplaces;
    private final Checks checks;
    private final Quotas quotas;
    private final FreshnessTable table;
    private final Clock clock;
    private final FreshnessSettings settings;
    private final Set<MarketplaceId> finished = EnumSet.noneOf(MarketplaceId.class);

    Starter(
            Catalog catalog,
            Marketplaces marketplaces,
            Checks checks,
            Quotas quotas,
            FreshnessTable table,
            Clock clock,
            FreshnessSettings settings) {
        this.catalog = catalog;
        this.marketplaces = marketplaces;
        this.checks = checks;
        this.quotas = quotas;
        this.table = table;
        this.clock = clock;
        this.settings = settings;
    }

    @Scheduled(fixedDelayString = "${sampan.freshness.tend-every:2s}")
    public synchronized void tend() {
        marketplaces.all().stream()
                .filter(marketplace -> !finished.contains(marketplace.id()))
                .filter(marketplace ->
                        marketplace.capabilities().containsAll(Set.of(Capability.SEARCH, Capability.DETAIL)))
                .forEach(this::fill);
    }

    private void fill(Marketplace marketplace) {
        var id = marketplace.id();
        var done = table.wordsDone(id);
        for (var word : settings.starter().words()) {
            long missing = settings.starter().items() - catalog.count(id);
            if (missing <= 0) {
                finished.add(id);
                return;
            }
            var now = clock.instant();
            if (!done.contains(word)
                    && table.claimWord(id, word, now, now.plus(CLAIM))
                    && !fill(marketplace, word, missing)) {
                table.wordLater(id, word, clock.instant().plus(PAUSE));
                return;
            }
        }
        if (table.wordsDone(id).containsAll(settings.starter().words())) {
            finished.add(id);
            LOG.info("{} gave {} items to start with", id.slug(), catalog.count(id));
        }
    }

    /** False when the marketplace is busy or the budget of the hour is spent: the word's turn comes again. */
    private boolean fill(Marketplace marketplace, String word, long missing) {
        var query = new Searched.Query(word, settings.language(), 1, LISTINGS, Searched.Order.SALES);
        var within = marketplace.asking(source -> quotas.spend(source, Purpose.AHEAD));
        return switch (within.search(query)) {
            case Searched.Page page -> {
                var items = unknown(page.listings(), missing);
                int seen = checks.run(items, (item, looked) -> {});
                boolean enough = items.isEmpty() || seen > 0;
                if (enough) {
                    table.wordDone(marketplace.id(), word, clock.instant());
                }
                yield enough;
            }
            case Searched.Later later -> false;
            case Searched.Unsupported none -> {
                table.wordDone(marketplace.id(), word, clock.instant());
                yield true;
            }
        };
    }

    private List<ItemRef> unknown(List<Listing> listings, long missing) {
        return listings.stream()
                .map(Listing::item)
                .distinct()
                .filter(item -> catalog.find(item).isEmpty())
                .limit(missing)
                .toList();
    }
}
