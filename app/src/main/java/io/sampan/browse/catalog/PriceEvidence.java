package io.sampan.browse.catalog;

import io.sampan.money.amount.Money;
import io.sampan.people.identity.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known beside the offers themselves when their prices are judged.
 *
 * @param levels what goods of each category cost
 * @param words of operators about this item's prices, the latest first
 * @param foreign by currency code, how much of the currency one yuan makes
 */
public record PriceEvidence(PriceRules rules, PriceLevels levels, List<Word> words, Map<String, Double> foreign) {
    public PriceEvidence {
        words = List.copyOf(words);
        foreign = Map.copyOf(foreign);
    }

    /**
     * An operator's word about one price of one item, whichever source and variant shows it.
     *
     * @param released whether it is believed from now on; otherwise it stays held
     */
    public record Word(Money price, boolean released, AccountId by, Instant at) {}

    /** The last word about this price. */
    Optional<Word> word(Money price) {
        return words.stream().filter(word -> word.price().equals(price)).findFirst();
    }
}
