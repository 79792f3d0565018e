package io.sampan.browse.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.Searched.Listing;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The products that we know. Pages read from a small memory of this node; the truth is in the tables. */
@Component
public class Catalog {
    /** Most rows of any list, page or batch of changes. */
    public static final int MOST_ROWS = 500;

    private static final int MOST_LISTS = 500;

    private final CatalogTable table;
    private final CategoryTable categoryTable;
    private final HistoryTable history;
    private final Recording recording;
    private final ProductMemory products;
    private final PriceRules rules;
    private final Cache<Object, List<Product>> lists;
    private final Cache<Object, List<CategoryCount>> categories;

    private record Popular(int limit) {}

    Catalog(
            CatalogTable table,
            CategoryTable categoryTable,
            HistoryTable history,
            Recording recording,
            ProductMemory products,
            CatalogSettings settings) {
        this.table = table;
        this.categoryTable = categoryTable;
        this.history = history;
        this.recording = recording;
        this.products = products;
        this.rules = settings.prices();
        var brief = Caffeine.newBuilder().maximumSize(MOST_LISTS).expireAfterWrite(settings.rememberListsFor());
        this.lists = brief.build();
        this.categories = brief.build();
    }

    /**
     * Remembers an offer that a source made beside those of other sources. A version is kept only when it differs from what this source showed
     * before; the same offer again only moves the time of the last look. An offer that was seen before the stored one never replaces it. Each price
     * is judged, see {@link Verdict}, and only what is believed is handed out again. {@link ProductChanged} is told only when what is shown of the
     * product is another now.
     */
    public Recorded record(Offer offer) {
        return recording.record(offer);
    }

    /**
     * This source has the item no longer. What it showed stays known; where it never showed the item, nothing is to be said.
     *
     * @return the product as it is now; empty where nothing was to be said
     */
    public Optional<Product> gone(ItemRef item, String source) {
        return recording.gone(item, source);
    }

    /**
     * Of what a marketplace's own search found, that whose prices are believed: by their titles and amounts, and by each other, since goods that are
     * found by the same words cost about the same. Nothing is known of such goods but what their lines say.
     */
    public List<Listing> believed(List<Listing> found) {
        return ListingJudge.believed(found, rules);
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
                    var remembered = products.remembered(item);
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
        return categories.get("all", key -> categoryTable.categories(MOST_ROWS));
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
