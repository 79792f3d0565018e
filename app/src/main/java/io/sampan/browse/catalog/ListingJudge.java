package io.sampan.browse.catalog;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.Searched.Listing;
import java.util.List;

/** Judges the lines of a marketplace's own search, of which nothing is known but title and price. */
final class ListingJudge {
    private ListingJudge() {}

    /** Those that are believed, in their order. */
    static List<Listing> believed(List<Listing> found, PriceRules rules) {
        var plain = found.stream().filter(ListingJudge::isPlain).toList();
        var level = PriceLevels.among(plain.stream()
                .map(listing -> ToldPrice.log(listing.priceFrom()))
                .toList());
        return plain.stream()
                .filter(listing -> level.holds(ToldPrice.log(listing.priceFrom()), rules.enough()))
                .toList();
    }

    private static boolean isPlain(Listing listing) {
        var price = listing.priceFrom();
        return price.currency().equals(Money.CNY)
                && price.isPositive()
                && FakeAmounts.absurd(price).isEmpty()
                && !FakeAmounts.isSuspect(price)
                && PriceWords.title(listing.title().chinese()).isEmpty();
    }
}
