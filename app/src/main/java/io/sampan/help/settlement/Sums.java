package io.sampan.help.settlement;

import io.sampan.money.amount.Money;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Amounts of several currencies, added up. */
final class Sums {
    private Sums() {}

    /** One for each currency, in the order of their codes. */
    static List<Money> of(Stream<Money> amounts) {
        return List.copyOf(amounts.collect(Collectors.toMap(
                        amount -> amount.currency().getCurrencyCode(), amount -> amount, Money::plus, TreeMap::new))
                .values());
    }
}
