package io.sampan.browse.catalog;

import io.sampan.browse.catalog.Product.Sighting;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.Offer.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one source told, word for word, and how each of its prices stands. It never leaves the catalogue: what does is {@link #shown}.
 *
 * @param checkedAt when the source last told it
 * @param states one for each price that was told and judged
 */
record Look(Offer told, Instant checkedAt, List<PriceState> states) {
    Look {
        states = List.copyOf(states);
    }

    String source() {
        return told.source();
    }

    Optional<PriceState> state(String key) {
        return states.stream().filter(state -> state.key().equals(key)).findFirst();
    }

    long held() {
        return states.stream().filter(PriceState::isHeld).count();
    }

    /** What may be seen of it: every price that is not believed is gone. */
    Sighting shown() {
        var believed = states.stream()
                .filter(state -> !state.isHeld())
                .collect(Collectors.toMap(PriceState::key, Function.identity(), (one, same) -> one));
        var skus = told.skus().stream()
                .map(sku -> isBelieved(sku, believed) ? sku : sku.unpriced())
                .toList();
        var tiers = told.tiers().stream()
                .filter(tier -> believed.containsKey(ToldPrice.tierKey(told, tier)))
                .toList();
        // Where no variants are shown the first tier is the price of the one choice: without it the others are no price
        // of anything.
        boolean whole = !told.skus().isEmpty() || believed.containsKey(Offer.DESCRIBED);
        var verdicts =
                states.stream().collect(Collectors.toMap(PriceState::key, PriceState::verdict, (one, same) -> one));
        return new Sighting(told.priced(whole ? tiers : List.of(), skus), checkedAt, verdicts);
    }

    private static boolean isBelieved(Sku sku, Map<String, PriceState> believed) {
        var state = believed.get(sku.skuId());
        return state != null && state.told().equals(sku.price());
    }

    /** The source told this now. What stands of the prices before is carried along. */
    static Look of(Offer told, Instant at, @Nullable Look before) {
        var prices = ToldPrice.of(told);
        // A new variant beside old ones may cost what it likes; where all are called otherwise, they are the old ones.
        boolean renamed = before != null
                && prices.stream().allMatch(price -> before.state(price.key()).isEmpty());
        var usual = before == null || !renamed ? null : before.usual();
        var states = new ArrayList<PriceState>();
        for (var price : prices) {
            var known = before == null ? Optional.<PriceState>empty() : before.state(price.key());
            states.add(known.map(state -> state.told(price.price(), at))
                    .orElseGet(() -> PriceState.first(price, at, usual)));
        }
        return new Look(told, at, states);
    }

    /** What of it was believed last, somewhere in the middle; null when nothing ever was. */
    private @Nullable Money usual() {
        var believed = states.stream()
                .flatMap(state -> state.believedBefore().stream())
                .sorted()
                .toList();
        return believed.isEmpty() ? null : believed.get(believed.size() / 2);
    }

    Look judged(Map<String, Verdict> verdicts) {
        return new Look(
                told,
                checkedAt,
                states.stream()
                        .map(state -> state.judged(
                                verdicts.getOrDefault(state.key(), new Verdict.Held(Verdict.Doubt.NO_AMOUNT, "")),
                                checkedAt))
                        .toList());
    }
}
