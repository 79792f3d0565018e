package io.sampan.windows.console;

import static io.sampan.windows.console.Pile.MOST_COUNTED;

import io.sampan.browse.catalog.HeldPrices;
import io.sampan.people.language.Texts;
import io.sampan.windows.console.Pile.Task;
import io.sampan.windows.frame.Frame;
import org.springframework.stereotype.Component;

/** Prices that are kept back until somebody says whether they are any, as work. */
@Component
final class PriceTasks {
    private final HeldPrices prices;

    PriceTasks(HeldPrices prices) {
        this.prices = prices;
    }

    /** @param shown most rows of it */
    Pile held(Texts texts, int shown) {
        var first = prices.waiting(shown).stream()
                .map(item -> Task.at("/console/prices", item.item().toString())
                        .about(item.offer().title().in(texts.locale()))
                        .because(
                                "price.doubt."
                                        + Frame.slug(item.held().getFirst().doubt()),
                                "")
                        .since(item.held().getFirst().since()))
                .toList();
        return new Pile("held-prices", "/console/prices", first, prices.countWaiting(MOST_COUNTED));
    }
}
