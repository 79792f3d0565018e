package io.sampan.browse.catalog;

import io.sampan.browse.catalog.PriceEvidence.Word;
import io.sampan.browse.catalog.Verdict.Doubt;
import io.sampan.ground.database.TimeOrderedId;
import io.sampan.ground.database.Transactions;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.Offer.Attribute;
import io.sampan.outside.marketplace.Offer.Sku;
import io.sampan.people.identity.AccountId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prices that are kept back, for the operator: why, by what evidence, and the word that releases one or lets it stay. No shopper's page reads it. */
@Component
public class HeldPrices {
    private static final int MOST_POINTS = 60;

    private final TruthTable truth;
    private final CatalogTable table;
    private final HistoryTable history;
    private final PriceTruth knowledge;
    private final Recording recording;
    private final Transactions transactions;
    private final Clock clock;

    HeldPrices(
            TruthTable truth,
            CatalogTable table,
            HistoryTable history,
            PriceTruth knowledge,
            Recording recording,
            Transactions transactions,
            Clock clock) {
        this.truth = truth;
        this.table = table;
        this.history = history;
        this.knowledge = knowledge;
        this.recording = recording;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * One amount that a source tells for one or more variants, for one and the same doubt.
     *
     * @param variants the options of each variant; of a tier, or where there are no options, an empty list
     * @param since when the source first told it
     * @param before what was believed last; null when nothing ever was
     * @param word the last operator's word about it; null before anybody said something
     */
    public record Held(
            String source,
            Money price,
            Doubt doubt,
            String detail,
            List<List<Attribute>> variants,
            Instant since,
            @Nullable Money before,
            @Nullable Word word) {
        Held and(Held other) {
            var all = new ArrayList<>(variants);
            all.addAll(other.variants());
            return new Held(
                    source,
                    price,
                    doubt,
                    detail,
                    List.copyOf(all),
                    since.isBefore(other.since()) ? since : other.since(),
                    before,
                    word);
        }
    }

    /** @param priceFrom what is believed of this source's prices; empty when nothing is */
    public record Source(String name, Instant checkedAt, Optional<Money> priceFrom) {}

    /**
     * What such goods cost.
     *
     * @param known goods that it was learnt from; 0 where nothing is known of the category
     */
    public record Range(Money least, Money most, int known) {}

    /**
     * One item with what is held of it, and what speaks for and against.
     *
     * @param history believed prices over time, oldest first
     * @param words of operators about it, the latest first
     */
    public record Item(
            ItemRef item,
            Offer offer,
            List<Held> held,
            List<PricePoint> history,
            List<Source> sources,
            Range range,
            List<Word> words) {}

    /** Items with prices that wait for a word, those that waited longest first. */
    public List<Item> waiting(int limit) {
        return truth.held(Math.clamp(limit, 1, Catalog.MOST_ROWS)).stream()
                .flatMap(item -> item(item).stream())
                .filter(item -> item.held().stream().anyMatch(one -> one.word() == null))
                .toList();
    }

    /** How many items have prices that wait for a word; counted up to this many. */
    public int countWaiting(int most) {
        return truth.held(Math.clamp(most, 1, Catalog.MOST_ROWS)).size();
    }

    /** Items with prices of which an operator said that they stay held. */
    public List<Item> kept(int limit) {
        return truth.kept(Math.clamp(limit, 1, Catalog.MOST_ROWS)).stream()
                .flatMap(item -> item(item).stream())
                .toList();
    }

    /** The item with all that is held of it; empty when it is not known. */
    public Optional<Item> item(ItemRef item) {
        return table.stored(item).map(this::item);
    }

    private Item item(StoredProduct stored) {
        var evidence = knowledge.about(stored.id());
        var first = stored.looks().getFirst();
        var held = stored.looks().stream()
                .flatMap(look -> held(look, evidence).stream())
                .toList();
        var sources = stored.looks().stream()
                .map(look -> new Source(
                        look.source(), look.checkedAt(), look.shown().offer().priceFrom()))
                .toList();
        return new Item(
                first.told().item(),
                first.shown().offer(),
                held,
                history.pricePoints(stored.id(), MOST_POINTS).reversed(),
                sources,
                range(evidence.levels().of(first.told())),
                evidence.words());
    }

    private Range range(PriceLevels.Level level) {
        double reach = level.reach(knowledge.rules().enough());
        return new Range(
                Money.fen(Math.round(Math.exp(level.middle() - reach))),
                Money.fen(Math.round(Math.exp(level.middle() + reach))),
                level.known());
    }

    private static List<Held> held(Look look, PriceEvidence evidence) {
        Map<List<Object>, Held> found = new LinkedHashMap<>();
        for (var state : look.states()) {
            if (state.verdict() instanceof Verdict.Held(var doubt, var detail)) {
                var one = new Held(
                        look.source(),
                        state.told(),
                        doubt,
                        detail,
                        List.of(options(look.told(), state.key())),
                        state.since(),
                        state.believedBefore().orElse(null),
                        evidence.word(state.told()).orElse(null));
                found.merge(List.of(state.told(), doubt, detail), one, Held::and);
            }
        }
        return List.copyOf(found.values());
    }

    private static List<Attribute> options(Offer offer, String key) {
        return offer.sku(key).map(Sku::options).orElse(List.of());
    }

    /**
     * This amount is a price of the item: from now on it is believed, whichever source and variant shows it, until somebody says otherwise.
     *
     * @return false when the item is not known
     */
    public boolean release(ItemRef item, Money price, AccountId by) {
        return say(item, price, true, by);
    }

    /** This amount is no price of the item: it stays held, and waits for nobody any more. False when the item is not known. */
    public boolean keep(ItemRef item, Money price, AccountId by) {
        return say(item, price, false, by);
    }

    private boolean say(ItemRef item, Money price, boolean released, AccountId by) {
        return transactions.run(() -> {
            var stored = table.lock(item);
            stored.ifPresent(known -> truth.say(
                    TimeOrderedId.next(clock),
                    known.id(),
                    new Word(price, released, by, clock.instant().truncatedTo(ChronoUnit.MICROS))));
            return recording.judgeAgain(item).isPresent();
        });
    }
}
