package io.sampan.bench.reconcile;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
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
import tools.jackson.databind.json.JsonMapper;

/** The catalogue: products of two marketplaces, each with its offer, its first version and its first price. */
final class Shelf {
    private static final int CATEGORIES = 40;
    private static final int SHOPS = 200;

    /** A product and the source that shows it. */
    record Stocked(UUID id, Offer offer) {}

    private final List<Stocked> stock = new ArrayList<>();
    private final JsonMapper json;
    private final Random random;

    Shelf(JsonMapper plain, Random random) {
        this.json = plain.rebuild()
                .changeDefaultVisibility(seen -> seen.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
                .build();
        this.random = random;
    }

    void fill(Tables tables, int products, Instant seen) {
        for (int category = 0; category < CATEGORIES; category++) {
            for (var market : List.of(MarketplaceId.ALI1688, MarketplaceId.TAOBAO)) {
                tables.add(
                        "catalog.category",
                        "marketplace, id, path::jsonb",
                        market.slug(),
                        "c" + category,
                        json.writeValueAsString(List.of(Words.chinese("类目" + category))));
            }
        }
        for (int n = 1; n <= products; n++) {
            put(tables, n, seen);
        }
        tables.flush();
        tables.run("UPDATE catalog.change_counter SET last = ? WHERE id = 1", products);
    }

    Stocked any() {
        return stock.get(random.nextInt(stock.size()));
    }

    Stocked take() {
        return stock.removeLast();
    }

    private void put(Tables tables, int n, Instant seen) {
        var market = n % 2 == 0 ? MarketplaceId.ALI1688 : MarketplaceId.TAOBAO;
        var offer = offer(market, "62000" + n, n, seen);
        var id = new UUID(0x0190_0000_0000_7000L + n, 0x8000_0000_0000_0000L | n);
        stock.add(new Stocked(id, offer));
        tables.add(
                "catalog.product",
                "id, marketplace, item_id, availability, price_from_minor, currency, category_id, sold, first_seen_at, changed_at, change_seq",
                id,
                market.slug(),
                offer.item().itemId(),
                "ON_SALE",
                price(offer).minor(),
                "CNY",
                offer.category().id(),
                offer.sold(),
                seen,
                seen,
                (long) n);
        var document = json.writeValueAsString(offer);
        tables.add(
                "catalog.offer",
                "product_id, source, offer::jsonb, checked_at, prices::jsonb, undecided",
                id,
                offer.source(),
                document,
                seen,
                believed(offer, seen),
                false);
        tables.add(
                "catalog.version",
                "id, product_id, source, seen_at, changes, offer::jsonb",
                UUID.randomUUID(),
                id,
                offer.source(),
                seen,
                "",
                document);
        tables.add(
                "catalog.price_point",
                "id, product_id, seen_at, price_from_minor, currency",
                UUID.randomUUID(),
                id,
                seen,
                price(offer).minor(),
                "CNY");
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

    private static Money price(Offer offer) {
        return offer.priceFrom().orElseThrow();
    }

    /** As the catalogue writes that the price of the one variant is believed. */
    private String believed(Offer offer, Instant since) {
        return json.writeValueAsString(List.of(Map.of(
                "key",
                offer.skus().getFirst().skuId(),
                "told",
                price(offer),
                "since",
                since,
                "confidence",
                "USUAL",
                "detail",
                "",
                "jumps",
                0,
                "past",
                Map.of("price", price(offer), "believed", true, "wellKnown", true, "since", since))));
    }

    static String source(MarketplaceId market) {
        return market == MarketplaceId.ALI1688 ? "ali1688" : "taobao-global";
    }
}
