package io.sampan.bench;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.Offer.Attribute;
import io.sampan.outside.marketplace.Offer.Sku;
import io.sampan.outside.marketplace.Offer.Tier;
import io.sampan.outside.marketplace.Words;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/** An offer before it is told: each price beside what is true, so that a fault can change the one and not the other. */
final class PriceDraft {
    /** What has no true price: a deposit, freight, or another thing that is no goods. */
    static final long NONE = -1;

    /** One price; {@code from} is 0 for a variant, and the quantity of a tier. */
    static final class Price {
        final String key;
        final int from;
        final long truth;
        String words;
        long told;
        Currency currency = Money.CNY;

        Price(String key, int from, String words, long truth) {
            this.key = key;
            this.from = from;
            this.words = words;
            this.truth = truth;
            this.told = truth;
        }

        Money money() {
            return new Money(Math.max(0, told), currency);
        }
    }

    final List<Price> prices = new ArrayList<>();
    String title = "";
    int least = 1;

    List<Price> variants() {
        return prices.stream().filter(price -> price.from == 0).toList();
    }

    List<Price> tiers() {
        return prices.stream().filter(price -> price.from > 0).toList();
    }

    Offer offer(String item, String category, String source, Instant at) {
        var skus = variants().stream()
                .map(price -> new Sku(
                        price.key,
                        price.key,
                        List.of(new Attribute(Words.chinese("规格"), Words.chinese(price.words))),
                        price.money(),
                        null,
                        null))
                .toList();
        var tiers = tiers().stream()
                .map(price -> new Tier(price.from, price.money()))
                .toList();
        return new Offer(
                new ItemRef(MarketplaceId.TAOBAO, item),
                Words.chinese(title),
                URI.create("https://detail.example/" + item),
                new Offer.Shop("s", "店"),
                new Offer.Category(category, List.of(Words.chinese(category))),
                List.of(),
                List.of(),
                tiers,
                skus,
                least,
                null,
                null,
                null,
                Set.of(),
                Offer.Availability.ON_SALE,
                0,
                source,
                at);
    }
}
