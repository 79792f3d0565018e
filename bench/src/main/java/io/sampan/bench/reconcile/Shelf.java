package io.sampan.bench.reconcile;

import io.sampan.browse.catalog.Catalog;
import io.sampan.ground.database.Transactions;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.Words;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** The catalogue: products of two marketplaces, told to it offer by offer as their sources would, and believed. */
final class Shelf {
    private static final int CATEGORIES = 40;
    private static final int SHOPS = 200;
    private static final int AT_ONCE = 200;

    /** A product and the source that shows it. */
    record Stocked(UUID id, Offer offer) {}

    private final List<Stocked> stock = new ArrayList<>();
    private final Catalog catalog;
    private final Transactions transactions;
    private final Random random;

    Shelf(Catalog catalog, Transactions transactions, Random random) {
        this.catalog = catalog;
        this.transactions = transactions;
        this.random = random;
    }

    /** Only what the catalogue believes the price of is stocked: the rest is not for sale. */
    void fill(Tables tables, int products, Instant seen) {
        for (int first = 1; first <= products; first += AT_ONCE) {
            int begin = first;
            transactions.run(() -> {
                for (int n = begin; n < begin + AT_ONCE && n <= products; n++) {
                    put(n, seen);
                }
            });
        }
        // What more knowledge of such goods might change is not looked at again while faults are looked for.
        tables.run("UPDATE catalog.offer SET undecided = false");
    }

    private void put(int n, Instant seen) {
        var market = n % 2 == 0 ? MarketplaceId.ALI1688 : MarketplaceId.TAOBAO;
        var product = catalog.record(offer(market, "62000" + n, n, seen)).product();
        if (product.priceFrom().isPresent()) {
            stock.add(new Stocked(product.id().value(), product.offer()));
        }
    }

    Stocked any() {
        return stock.get(random.nextInt(stock.size()));
    }

    Stocked take() {
        return stock.removeLast();
    }

    private Offer offer(MarketplaceId market, String item, int n, Instant seen) {
        var price = Money.fen(500 + random.nextInt(20_000));
        var sku = new Offer.Sku("s" + n, "k" + n, List.of(), price, 500, null);
        return new Offer(
                new ItemRef(market, item),
                new Words("商品" + n, Map.of("en", "Thing " + n)),
                URI.create("https://example.com/item/" + item),
                new Offer.Shop("shop" + n % SHOPS, "店铺" + n % SHOPS),
                new Offer.Category("c" + n % CATEGORIES, List.of(Words.chinese("类目" + n % CATEGORIES))),
                List.of(URI.create("https://example.com/picture/" + item + ".jpg")),
                List.of(),
                List.of(),
                List.of(sku),
                1,
                null,
                null,
                null,
                Set.of(),
                Offer.Availability.ON_SALE,
                random.nextInt(10_000),
                source(market),
                seen);
    }

    static String source(MarketplaceId market) {
        return market == MarketplaceId.ALI1688 ? "ali1688" : "taobao-global";
    }
}
