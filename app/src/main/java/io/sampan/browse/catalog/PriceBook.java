package io.sampan.browse.catalog;

import io.sampan.browse.catalog.Product.Sighting;
import io.sampan.outside.marketplace.Offer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** All that the sources of one item told, of each its latest, with the verdict on every price. What was told can be read only judged. Immutable. */
public final class PriceBook {
    private final List<Look> looks;

    private PriceBook(List<Look> looks) {
        this.looks = List.copyOf(looks);
    }

    /** Nobody told anything yet. */
    public static PriceBook empty() {
        return new PriceBook(List.of());
    }

    static PriceBook of(List<Look> looks) {
        return new PriceBook(looks);
    }

    List<Look> looks() {
        return looks;
    }

    /** A source told this. It replaces what it told before, and all that is known of the item is judged anew. */
    public PriceBook told(Offer offer, Instant at, PriceEvidence evidence) {
        var all = new ArrayList<Look>();
        Look before = null;
        for (var look : looks) {
            if (look.source().equals(offer.source())) {
                before = look;
            } else {
                all.add(look);
            }
        }
        all.add(Look.of(offer, at, before));
        return new PriceBook(all).judged(evidence);
    }

    /** The same looks by the evidence of now. */
    public PriceBook judged(PriceEvidence evidence) {
        UnaryOperator<Look> judge = look -> {
            var others = looks.stream().filter(other -> other != look).toList();
            Map<String, Verdict> verdicts = new PriceJudge(look, others, evidence).judge();
            return look.judged(verdicts);
        };
        return new PriceBook(looks.stream().map(judge).toList());
    }

    /** What each source may be shown to say; the newest is last. */
    public List<Sighting> shown() {
        return looks.stream().map(Look::shown).toList();
    }

    /** What the item costs in fen by what was told last, whether believed or not: the middle of its prices. Categories learn from it. */
    public OptionalLong usualFen() {
        return looks.isEmpty() ? OptionalLong.empty() : usualFen(looks.getLast().told());
    }

    /** The middle of an offer's prices, whether they are believed or not; empty where it tells none in CNY. */
    static OptionalLong usualFen(Offer offer) {
        var prices = ToldPrice.of(offer).stream()
                .filter(price -> PriceWitnesses.against(offer, price).isEmpty())
                .mapToLong(price -> price.price().minor())
                .sorted()
                .toArray();
        return prices.length == 0 ? OptionalLong.empty() : OptionalLong.of(prices[prices.length / 2]);
    }
}
