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
    /** Where another source contradicts one price in so many, it speaks against all of the look. */
    private static final int REST_FALLS = 3;

    /** Prices that moved by ratios this near to each other moved together. */
    private static final double TOGETHER = Math.log(1.1);

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
     * @param together whether another source agrees to some of the group at least
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
            var against = contradicting(main, told);
            var with = against.size() * REST_FALLS < main.size() ? agreeing(main, told) : List.<ToldPrice>of();
            together |= !with.isEmpty();
            with.forEach(price -> agreeing.add(price.key()));
            if (!against.isEmpty() && isCredible(told)) {
                // Where much of a look is wrong, what of it seems right is so by chance.
                (with.isEmpty() ? main : against).forEach(price -> contradicted.add(price.key()));
                said = other.source() + " " + FakeAmounts.text(told.getFirst().price());
            }
        }
        return new Testimony(agreeing, contradicted, together, silent, said);
    }

    /**
     * The prices that the other source tells alike: by the same variant. Who tells none of the variants names the least price, as price-only sources
     * do: then it is the least that it speaks for, and the others only where all moved alike.
     */
    private List<ToldPrice> agreeing(List<ToldPrice> main, List<ToldPrice> told) {
        double alike = Math.log(evidence.rules().alike());
        if (main.stream().noneMatch(price -> same(price, told).isPresent())) {
            var least = main.stream()
                    .min(Comparator.comparingDouble(ToldPrice::log))
                    .orElseThrow();
            boolean agrees = distance(least, told.getFirst()) <= alike;
            return !agrees ? List.of() : movedTogether(main) ? main : List.of(least);
        }
        return main.stream()
                .filter(price -> same(price, told)
                        .filter(one -> distance(price, one) <= alike)
                        .isPresent())
                .toList();
    }

    /**
     * The prices that the other source tells otherwise: by the same variant. Where it tells none of them, all, when its price is near none, or when
     * one is far below it: who names the least price says that nothing costs less, while what it names may be a variant that we hold or do not know.
     */
    private List<ToldPrice> contradicting(List<ToldPrice> main, List<ToldPrice> told) {
        double apart = Math.log(evidence.rules().apart());
        if (main.stream().noneMatch(price -> same(price, told).isPresent())) {
            double least = told.getFirst().log();
            boolean near =
                    main.stream().anyMatch(price -> told.stream().anyMatch(one -> distance(price, one) <= apart));
            boolean below = main.stream().anyMatch(price -> price.log() < least - apart);
            return near && !below ? List.of() : main;
        }
        return main.stream()
                .filter(price -> same(price, told)
                        .filter(one -> distance(price, one) > apart)
                        .isPresent())
                .toList();
    }

    /** Whether all prices are the same multiple of what they were. */
    private boolean movedTogether(List<ToldPrice> main) {
        var moves = main.stream()
                .flatMap(price -> look
                        .state(price.key())
                        .map(PriceState::past)
                        .map(past -> price.log() - ToldPrice.log(past.price()))
                        .stream())
                .sorted()
                .toList();
        return moves.size() == main.size() && moves.getLast() - moves.getFirst() <= TOGETHER;
    }

    private static Optional<ToldPrice> same(ToldPrice price, List<ToldPrice> told) {
        return told.stream().filter(one -> one.key().equals(price.key())).findFirst();
    }

    private static double distance(ToldPrice one, ToldPrice other) {
        return Math.abs(one.log() - other.log());
    }

    /** Whether what it says is at least what such goods can cost: what is not speaks against nobody. */
    private boolean isCredible(List<ToldPrice> told) {
        double middle = PriceLevels.median(told.stream().map(ToldPrice::log).toList());
        return evidence.levels().of(look.told()).holds(middle, evidence.rules().enough());
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
