package io.sampan.browse.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sampan.browse.catalog.Product.Sighting;
import io.sampan.ground.database.TimeOrderedId;
import io.sampan.ground.database.Transactions;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The products that we know. Pages read from a small memory of this node; the truth is in the tables. */
@Component
public class Catalog {
    /** Most rows of any list, page or batch of changes. */
    public static final int MOST_ROWS = 500;

    private static final int MOST_LISTS = 500;

    private final CatalogTable table;
    private final HistoryTable history;
    private final Ranking ranking;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Cache<ItemRef, Optional<Product>> products;
    private final Cache<Object, List<Product>> lists;
    private final Cache<Object, List<CategoryCount>> categories;

    private record Popular(int limit) {}

    Catalog(
            CatalogTable table,
            HistoryTable history,
            Ranking ranking,
            Transactions transactions,
            ApplicationEventPublisher events,
            Clock clock,
            CatalogSettings settings) {
        this.table = table;
        this.history = history;
        this.ranking = ranking;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
        this.products = Caffeine.newBuilder()
                .maximumSize(settings.rememberedProducts())
                .expireAfterWrite(settings.rememberFor())
                .build();
        var brief = Caffeine.newBuilder().maximumSize(MOST_LISTS).expireAfterWrite(settings.rememberListsFor());
        this.lists = brief.build();
        this.categories = brief.build();
    }

    /**
     * Remembers an offer that a source made beside those of other sources. A version is kept only when it differs from what this source showed
     * before; the same offer again only moves the time of the last look. An offer that was seen before the stored one never replaces it.
     * {@link ProductChanged} is told only when what is shown of the product is another now.
     */
    public Recorded record(Offer offer) {
        return transactions.run(() -> {
            var seen = new Sighting(offer, offer.seenAt().truncatedTo(ChronoUnit.MICROS));
            var fresh = new Product(
                    new ProductId(TimeOrderedId.next(clock)), List.of(seen), seen.checkedAt(), seen.checkedAt());
            var stored = table.lock(offer.item());
            if (stored.isEmpty() && table.insert(fresh)) {
                keep(fresh.id(), seen, Set.of());
                fresh.priceFrom().ifPresent(price -> addPricePoint(fresh, new PricePoint(seen.checkedAt(), price)));
                tell(fresh);
                return new Recorded.First(fresh);
            }
            return compare(stored.or(() -> table.lock(offer.item())).orElseThrow(), seen);
        });
    }

    private Recorded compare(Product stored, Sighting seen) {
        var before = stored.from(seen.source());
        if (before.filter(old -> seen.checkedAt().isBefore(old.checkedAt())).isPresent()) {
            return new Recorded.Older(stored);
        }
        var kept = before.isPresent() ? confirmed(stored.id(), before.get(), seen) : keep(stored.id(), seen, Set.of());
        var all = new ArrayList<>(stored.sightings());
        all.removeIf(one -> one.source().equals(seen.source()));
        all.add(kept);
        return show(stored, ranking.ranked(all), seen.checkedAt());
    }

    /** What a source shows again: a version of it when it differs; counters are carried along, otherwise only the time of the look is written. */
    private Sighting confirmed(ProductId product, Sighting before, Sighting seen) {
        var differences = Difference.between(before.offer(), seen.offer());
        if (!differences.isEmpty()) {
            return keep(product, seen, differences);
        }
        boolean countersMoved = before.offer().sold() != seen.offer().sold()
                || !before.offer().skus().equals(seen.offer().skus());
        if (countersMoved) {
            table.put(product, seen);
            return seen;
        }
        table.touch(product, seen);
        return new Sighting(before.offer(), seen.checkedAt());
    }

    private Sighting keep(ProductId product, Sighting seen, Set<Difference> differences) {
        table.put(product, seen);
        table.name(seen.offer());
        history.addVersion(TimeOrderedId.next(clock), product, seen, differences);
        return seen;
    }

    private Recorded show(Product before, List<Sighting> sightings, Instant at) {
        var differences =
                Difference.between(before.offer(), sightings.getFirst().offer());
        if (differences.isEmpty()) {
            var now = new Product(before.id(), sightings, before.firstSeenAt(), before.changedAt());
            if (!now.offer().equals(before.offer())) {
                table.update(now);
            }
            forget(now.item());
            return new Recorded.Unchanged(now);
        }
        var now = new Product(before.id(), sightings, before.firstSeenAt(), at);
        table.update(now);
        now.priceFrom()
                .filter(price -> !before.priceFrom().equals(Optional.of(price)))
                .ifPresent(price -> addPricePoint(now, new PricePoint(at, price)));
        tell(now);
        return new Recorded.Changed(now, differences);
    }

    private void addPricePoint(Product product, PricePoint point) {
        history.addPricePoint(TimeOrderedId.next(clock), product.id(), point);
    }

    private void tell(Product product) {
        forget(product.item());
        events.publishEvent(new ProductChanged(product.id(), product.item()));
        table.number(product.id());
    }

    /** After the commit: a read that began before it may have remembered the old product. */
    private void forget(ItemRef item) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                products.invalidate(item);
            }
        });
    }

    /**
     * This source has the item no longer. What it showed stays known; where it never showed the item, nothing is to be said.
     *
     * @return the product as it is now; empty where nothing was to be said
     */
    public Optional<Product> gone(ItemRef item, String source) {
        return transactions.run(() -> {
            var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
            return table.lock(item)
                    .flatMap(stored -> stored.from(source)
                            .map(seen -> compare(
                                            stored, new Sighting(seen.offer().gone(at), at))
                                    .product()));
        });
    }

    /** The product of an item, if an offer of it was ever seen; at most as old as the settings let this node remember. */
    public Optional<Product> find(ItemRef item) {
        return products.get(item, table::find);
    }

    /** The known products among these items, in their order, at most {@value #MOST_ROWS}; one look at the tables for all that are not remembered. */
    public List<Product> find(Collection<ItemRef> items) {
        var wanted = items.stream().distinct().limit(MOST_ROWS).toList();
        Map<ItemRef, Product> found = new LinkedHashMap<>();
        var missing = wanted.stream()
                .filter(item -> {
                    var remembered = products.getIfPresent(item);
                    if (remembered != null) {
                        remembered.ifPresent(product -> found.put(item, product));
                    }
                    return remembered == null;
                })
                .toList();
        if (!missing.isEmpty()) {
            table.find(missing).forEach(product -> found.put(product.item(), product));
        }
        return wanted.stream()
                .flatMap(item -> Optional.ofNullable(found.get(item)).stream())
                .toList();
    }

    /** What is on sale and sold most, by the marketplaces' own counts. */
    public List<Product> popular(int limit) {
        return lists.get(new Popular(bounded(limit)), key -> table.mostSold(bounded(limit)));
    }

    /** Categories with something on sale, those with most first. */
    public List<CategoryCount> categories() {
        return categories.get("all", key -> table.categories(MOST_ROWS));
    }

    /**
     * Products that changed after this place of the list of changes, oldest change first; 0 reads all. A product is listed once, at its latest
     * change. None is ever skipped, on however many nodes: who changes a product takes the next number under the lock of one counter row and
     * holds it until the commit, so a number becomes visible only after all smaller ones.
     */
    public List<Change> changesAfter(long cursor, int limit) {
        return table.changesAfter(cursor, bounded(limit));
    }

    /** What the item cost over time, oldest first, at most the last {@value #MOST_ROWS} moves. */
    public List<PricePoint> priceHistory(ItemRef item) {
        return find(item)
                .map(product -> history.pricePoints(product.id(), MOST_ROWS).reversed())
                .orElse(List.of());
    }

    /** How many products of a marketplace are known, whether on sale or not. */
    public long count(MarketplaceId marketplace) {
        return table.count(marketplace);
    }

    private static int bounded(int rows) {
        return Math.clamp(rows, 1, MOST_ROWS);
    }
}
