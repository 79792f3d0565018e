package io.sampan.bench;

import io.sampan.bench.PriceDraft.Price;
import io.sampan.browse.catalog.Product.Sighting;
import io.sampan.browse.catalog.Verdict;
import io.sampan.browse.catalog.Verdict.Doubt;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.Offer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts what was told, what was shown, and what of it was true. */
final class PriceTally {
    /** Who sees a price this near to the true one sees no wrong price. */
    private static final double NEAR = 0.02;

    /** Of one kind of fault, or of goods with which nothing is wrong. */
    static final class Count {
        long faulty;
        long wrongShown;
        long good;
        long withheld;
        final Map<Doubt, Long> doubts = new EnumMap<>(Doubt.class);

        void add(Count other) {
            faulty += other.faulty;
            wrongShown += other.wrongShown;
            good += other.good;
            withheld += other.withheld;
            other.doubts.forEach((doubt, count) -> doubts.merge(doubt, count, Long::sum));
        }
    }

    private final Map<PriceFault, Count> byFault = new EnumMap<>(PriceFault.class);
    private final Count clean = new Count();

    Count clean() {
        return clean;
    }

    Count of(PriceFault fault) {
        return byFault.computeIfAbsent(fault, fresh -> new Count());
    }

    /** What was just told by a source, and what may be shown of it. */
    void looked(@Nullable PriceFault fault, PriceDraft told, Sighting shown) {
        var count = fault == null ? clean : of(fault);
        for (var price : told.prices) {
            boolean visible = visible(price, shown).isPresent();
            if (isTrue(price, fault, price.money())) {
                count.good++;
                count.withheld += visible ? 0 : 1;
            } else {
                count.faulty++;
            }
            if (!visible && shown.verdict(price.key).orElse(null) instanceof Verdict.Held(var doubt, var _)) {
                count.doubts.merge(doubt, 1L, Long::sum);
            }
        }
        seen(fault, told, shown);
    }

    /** What may be shown of what a source told earlier, in the light of what another told since. */
    void seen(@Nullable PriceFault fault, PriceDraft told, Sighting shown) {
        var count = fault == null ? clean : of(fault);
        for (var price : told.prices) {
            count.wrongShown += visible(price, shown)
                    .filter(money -> !isTrue(price, fault, money))
                    .map(wrong -> 1)
                    .orElse(0);
        }
    }

    private static Optional<Money> visible(Price price, Sighting shown) {
        if (price.from > 0 && !price.key.equals(Offer.DESCRIBED)) {
            return shown.offer().tiers().stream()
                    .filter(tier -> tier.fromQuantity() == price.from)
                    .map(Offer.Tier::price)
                    .findFirst();
        }
        return shown.offer().sku(price.key).flatMap(sku -> Optional.ofNullable(sku.price()));
    }

    private static boolean isTrue(Price price, @Nullable PriceFault fault, Money told) {
        return (fault == null || fault.hasTruth().test(price))
                && told.currency().equals(Money.CNY)
                && Math.abs(told.minor() - price.truth) <= Math.max(1, NEAR * price.truth);
    }
}
