package io.sampan.browse.catalog;

import io.sampan.money.amount.Money;
import io.sampan.money.exchange.Rates;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What this node knows about prices in general: the range of each category, learnt from the catalogue again and again, and exchange rates. */
@Component
class PriceTruth {
    /** Most goods that categories are learnt from, the newest ones. */
    private static final int MOST_SAMPLES = 100_000;

    /** The currencies in which sources show prices to the people of a language when asked in it. */
    private static final Set<String> SHOWN = Set.of("USD", "EUR", "JPY", "KRW", "RUB", "VND");

    private final TruthTable table;
    private final CategoryTable categories;
    private final Rates rates;
    private final PriceRules rules;
    private volatile PriceLevels levels = PriceLevels.none();

    PriceTruth(TruthTable table, CategoryTable categories, Rates rates, CatalogSettings settings) {
        this.table = table;
        this.categories = categories;
        this.rates = rates;
        this.rules = settings.prices();
    }

    @Scheduled(fixedDelayString = "${sampan.catalog.learn-prices-every:10m}")
    void learn() {
        levels = PriceLevels.learnt(categories.samples(MOST_SAMPLES));
    }

    PriceRules rules() {
        return rules;
    }

    PriceLevels levels() {
        return levels;
    }

    /** What is known when the prices of an item are judged that nobody knew before. */
    PriceEvidence aboutNew() {
        return new PriceEvidence(rules, levels, List.of(), foreign());
    }

    /** What is known when this product's prices are judged. */
    PriceEvidence about(ProductId product) {
        return new PriceEvidence(rules, levels, table.words(product), foreign());
    }

    private Map<String, Double> foreign() {
        var foreign = new HashMap<String, Double>();
        for (var currency : rates.currencies().contains(Money.CNY) ? rates.currencies() : Set.<Currency>of()) {
            if (SHOWN.contains(currency.getCurrencyCode())) {
                var rate = rates.mid(Money.CNY, currency).value();
                foreign.put(currency.getCurrencyCode(), rate.doubleValue());
            }
        }
        return foreign;
    }
}
