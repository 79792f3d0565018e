package io.sampan.browse.request;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.Words;
import io.sampan.people.identity.AccountId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What an operator offers for a request.
 *
 * @param link the page where a person buys it
 * @param title of the goods
 * @param options the variant that is meant, in words; may be empty
 * @param price of one piece, CNY
 * @param freight of one order within China, CNY; zero where the seller pays it
 * @param grams weight of one packed piece, as far as the operator knows
 * @param by who offers it
 * @param at when
 * @param until how long it holds; afterwards it cannot be ordered
 */
public record Answer(
        URI link,
        Words title,
        String options,
        Money price,
        Money freight,
        int grams,
        AccountId by,
        Instant at,
        Instant until) {
    public static final int MOST_GRAMS = 100_000;
    public static final Duration SHORTEST = Duration.ofHours(1);
    public static final Duration LONGEST = Duration.ofDays(30);

    /** What cannot be so. */
    public enum Fault {
        TITLE,
        TRANSLATION,
        OPTIONS,
        LINK,
        PRICE,
        FREIGHT,
        WEIGHT,
        VALIDITY
    }

    /** Everything that is wrong with it; none when it can be offered. */
    public List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        if (title.chinese().isBlank() || title.chinese().length() > Wish.LONGEST_NAME) {
            faults.add(Fault.TITLE);
        }
        if (title.translations().values().stream().anyMatch(text -> text.length() > Wish.LONGEST_NAME)) {
            faults.add(Fault.TRANSLATION);
        }
        if (options.length() > Wish.LONGEST_OPTIONS) {
            faults.add(Fault.OPTIONS);
        }
        if (link.toString().length() > Wish.LONGEST_LINK) {
            faults.add(Fault.LINK);
        }
        if (!price.currency().equals(Money.CNY) || !price.isPositive()) {
            faults.add(Fault.PRICE);
        }
        if (!freight.currency().equals(Money.CNY) || freight.minor() < 0) {
            faults.add(Fault.FREIGHT);
        }
        if (grams < 1 || grams > MOST_GRAMS) {
            faults.add(Fault.WEIGHT);
        }
        var validity = Duration.between(at, until);
        if (validity.compareTo(SHORTEST) < 0 || validity.compareTo(LONGEST) > 0) {
            faults.add(Fault.VALIDITY);
        }
        return List.copyOf(faults);
    }
}
