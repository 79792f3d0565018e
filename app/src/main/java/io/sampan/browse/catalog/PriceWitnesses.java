package io.sampan.browse.catalog;

import io.sampan.browse.catalog.Verdict.Doubt;
import io.sampan.browse.catalog.Verdict.Held;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.Offer.Tier;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What other sources say about the prices of one look, as far as they are worth hearing. */
final class PriceWitnesses {
    private final Look look;
    private final List<Look> others;
    private final PriceEvidence evidence;

    PriceWitnesses(Look look, List<Look> others, PriceEvidence evidence) {
        this.look = look;
        this.others = others;
        this.evidence = evidence;
    }

    /** What speaks against a price whatever the others are. */
    static Optional<Held> against(Offer offer, ToldPrice price) {
        if (!price.price().currency().equals(Money.CNY)) {
            return Optional.of(new Held(Doubt.CURRENCY, price.price().currency().getCurrencyCode()));
        }
        if (!price.price().isPositive()) {
            return Optional.of(new Held(Doubt.NO_AMOUNT, ""));
        }
        return FakeAmounts.absurd(price.price())
                .or(() -> PriceWords.against(offer, price))
                .or(() -> forMany(offer, price));
    }

    /**
     * A variant's price that is the tiers' price for many: no variant costs what the tiers say that the fewest cost, and this one costs what they say
     * for more; or the tiers begin at more pieces than the seller asks for.
     */
    private static Optional<Held> forMany(Offer offer, ToldPrice price) {
        var first = offer.tiers().stream().min(Comparator.comparingInt(Tier::fromQuantity));
        boolean ofVariant = offer.skus().stream().anyMatch(sku -> sku.skuId().equals(price.key()));
        if (first.isEmpty() || !first.get().price().currency().equals(Money.CNY)) {
            return Optional.empty();
        }
        int least = Math.max(1, offer.minOrderQuantity());
        if (first.get().fromQuantity() > least) {
            boolean dearer = price.price().minor() > first.get().price().minor() * 1.01;
            boolean plain = ofVariant ? dearer : !offer.skus().isEmpty();
            return plain
                    ? Optional.empty()
                    : Optional.of(
                            new Held(Doubt.MINIMUM_QUANTITY, "≥ " + first.get().fromQuantity()));
        }
        boolean reached = offer.skus().stream()
                .flatMap(sku -> Optional.ofNullable(sku.price()).stream())
                .anyMatch(own -> own.minor() >= first.get().price().minor() * 0.99);
        return !ofVariant || reached
                ? Optional.empty()
                : offer.tiers().stream()
                        .filter(tier -> tier.fromQuantity() > least
                                && Math.abs(tier.price().minor() - price.price().minor()) * 100
                                        <= price.price().minor())
                        .findFirst()
                        .map(tier -> new Held(Doubt.MINIMUM_QUANTITY, "≥ " + tier.fromQuantity()));
    }

    /**
     * What other sources say about a group of prices.
     *
     * @param agreeing keys of the prices that another source tells alike
     * @param contradicted keys of the prices that another source tells otherwise
     * @param together whether another source's prices lie where the group does, whichever variant they are of
     * @param isSilent whether no other source was worth hearing
     * @param said by whom and what, where one contradicts; else empty
     */
    record Testimony(Set<String> agreeing, Set<String> contradicted, boolean together, boolean isSilent, String said) {
        boolean agrees(ToldPrice price) {
            return agreeing.contains(price.key());
        }

        boolean contradicts(ToldPrice price) {
            return contradicted.contains(price.key()) && !agrees(price);
        }
    }

    Testimony about(List<ToldPrice> main) {
        var agreeing = new HashSet<String>();
        var contradicted = new HashSet<String>();
        boolean together = false;
        boolean silent = true;
        String said = "";
        for (var other : main.isEmpty() ? List.<Look>of() : others) {
            var told = hearable(other);
            if (told.isEmpty()) {
                continue;
            }
            silent = false;
            together |= distance(main, told) <= alike();
            main.stream()
                    .filter(price -> isAlike(price, told))
                    .map(ToldPrice::key)
                    .forEach(agreeing::add);
            if (isCredible(told)) {
                var against = main.stream()
                        .filter(price -> isApart(price, main, told))
                        .map(ToldPrice::key)
                        .toList();
                contradicted.addAll(against);
                said = against.isEmpty()
                        ? said
                        : other.source() + " "
                                + FakeAmounts.text(told.getFirst().price());
            }
        }
        return new Testimony(agreeing, contradicted, together, silent, said);
    }

    private double alike() {
        return Math.log(evidence.rules().alike());
    }

    private static Optional<ToldPrice> same(ToldPrice price, List<ToldPrice> told) {
        return told.stream()
                .filter(one -> one.key().equals(price.key()) && !one.key().equals(Offer.DESCRIBED))
                .findFirst();
    }

    /** By the same variant where the other source tells it too; else by being one of its prices. */
    private boolean isAlike(ToldPrice price, List<ToldPrice> told) {
        return same(price, told)
                .map(one -> distance(List.of(price), List.of(one)) <= alike())
                .orElseGet(() -> distance(List.of(price), told) <= alike());
    }

    /** By the same variant where the other source tells it too; else group from group, since nobody knows which variant its price is of. */
    private boolean isApart(ToldPrice price, List<ToldPrice> main, List<ToldPrice> told) {
        double apart = same(price, told)
                .map(one -> distance(List.of(price), List.of(one)))
                .orElseGet(() -> distance(main, told));
        return apart > Math.log(evidence.rules().apart());
    }

    /** Whether what it says is at least what such goods can cost: what is not speaks against nobody. */
    private boolean isCredible(List<ToldPrice> told) {
        double middle = PriceLevels.median(told.stream().map(ToldPrice::log).toList());
        return evidence.levels().of(look.told()).holds(middle, evidence.rules().enough());
    }

    /** The gap between two ranges of prices, as the logarithm of a ratio; 0 where they meet. */
    private static double distance(List<ToldPrice> some, List<ToldPrice> others) {
        return Math.max(0, Math.max(least(some) - most(others), least(others) - most(some)));
    }

    private static double least(List<ToldPrice> prices) {
        return prices.stream().mapToDouble(ToldPrice::log).min().orElseThrow();
    }

    private static double most(List<ToldPrice> prices) {
        return prices.stream().mapToDouble(ToldPrice::log).max().orElseThrow();
    }

    /** What of another source's prices can be believed as a witness: seen after ours or not long before, and nothing said against it. */
    private List<ToldPrice> hearable(Look other) {
        var before = Duration.between(other.checkedAt(), look.checkedAt());
        if (before.compareTo(evidence.rules().evidenceFor()) > 0
                || other.told().availability() == Offer.Availability.GONE) {
            return List.of();
        }
        return ToldPrice.of(other.told()).stream()
                .filter(price -> against(other.told(), price).isEmpty() && !FakeAmounts.isSuspect(price.price()))
                .sorted(Comparator.comparingDouble(ToldPrice::log))
                .toList();
    }
}
