package io.sampan.browse.catalog;

import io.sampan.browse.catalog.Verdict.Doubt;
import io.sampan.browse.catalog.Verdict.Held;
import io.sampan.money.amount.Money;
import java.util.Optional;
import java.util.regex.Pattern;

/** Amounts that stand where a price should: typed by sellers who have none, or shown by marketplaces to programs. Source: docs/sources/prices.md. */
final class FakeAmounts {
    private static final long LEAST_FEN = 2;

    /** Such as 99999, 88888.88, 111111 and 123456: no shop means them. */
    private static final Pattern ABSURD = Pattern.compile("(\\d)\\1{4,}\\.(00|\\1\\1|\\1" + "0)|12345\\d*\\.00");

    /** Such as 9999, 8888 and 1.00: now and then a price, more often none. */
    private static final Pattern SUSPECT =
            Pattern.compile("([1689])\\1{3}\\.(00|\\1\\1|\\1" + "0)|1234\\.00|1\\.00|0\\.10");

    private FakeAmounts() {}

    /** What nothing but an operator's word makes a price. */
    static Optional<Held> absurd(Money price) {
        if (price.minor() <= LEAST_FEN || ABSURD.matcher(text(price)).matches()) {
            return Optional.of(new Held(Doubt.PLACEHOLDER, text(price)));
        }
        return Optional.empty();
    }

    /** What needs another source, or the item's own past, to be believed. */
    static boolean isSuspect(Money price) {
        return SUSPECT.matcher(text(price)).matches();
    }

    static String text(Money price) {
        return price.decimal().toPlainString();
    }
}
