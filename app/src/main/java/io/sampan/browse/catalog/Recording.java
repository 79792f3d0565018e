package io.sampan.browse.catalog;

import io.sampan.ground.database.TimeOrderedId;
import io.sampan.ground.database.Transactions;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.Offer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Writes what sources tell, judges it together with all that is known of the item, and tells who follows when what is shown is another. */
@Component
class Recording {
    private final CatalogTable table;
    private final HistoryTable history;
    private final CategoryTable categories;
    private final PriceTruth truth;
    private final Transactions transactions;
    private final Telling telling;
    private final Clock clock;

    Recording(
            CatalogTable table,
            HistoryTable history,
            CategoryTable categories,
            PriceTruth truth,
            Transactions transactions,
            Telling telling,
            Clock clock) {
        this.table = table;
        this.history = history;
        this.categories = categories;
        this.truth = truth;
        this.transactions = transactions;
        this.telling = telling;
        this.clock = clock;
    }

    Recorded record(Offer offer) {
        var at = offer.seenAt().truncatedTo(ChronoUnit.MICROS);
        return transactions.run(() -> {
            var stored = table.lock(offer.item());
            var first = stored.isEmpty() ? begin(offer, at) : Optional.<Recorded>empty();
            return first.orElseGet(() ->
                    compare(stored.or(() -> table.lock(offer.item())).orElseThrow(), offer, at));
        });
    }

    /** Empty when another transaction was first. */
    private Optional<Recorded> begin(Offer offer, Instant at) {
        var id = new ProductId(TimeOrderedId.next(clock));
        var evidence = truth.aboutNew();
        var stored = new StoredProduct(id, PriceBook.empty().told(offer, at, evidence), at, at);
        if (!table.insert(stored)) {
            return Optional.empty();
        }
        var look = stored.looks().getFirst();
        table.put(id, look, Standing.of(look, evidence), now());
        keep(id, look, Set.of());
        var product = table.shown(stored);
        product.priceFrom().ifPresent(price -> addPricePoint(product, new PricePoint(at, price)));
        telling.changed(product);
        return Optional.of(new Recorded.First(product));
    }

    private Recorded compare(StoredProduct stored, Offer offer, Instant at) {
        var before = stored.looks().stream()
                .filter(look -> look.source().equals(offer.source()))
                .findFirst();
        if (before.filter(old -> at.isBefore(old.checkedAt())).isPresent()) {
            return new Recorded.Older(table.shown(stored));
        }
        var differences =
                before.map(old -> Difference.between(old.told(), offer)).orElse(Set.of());
        // What is the same stays what it was, with the time when it was first seen.
        boolean same = before.isPresent()
                && differences.isEmpty()
                && before.get().told().sold() == offer.sold()
                && before.get().told().skus().equals(offer.skus());
        var evidence = truth.about(stored.id());
        var now = stored.with(stored.book().told(same ? before.get().told() : offer, at, evidence));
        var look = now.looks().getLast();
        if (same) {
            table.touch(stored.id(), look);
        } else {
            table.put(stored.id(), look, Standing.of(look, evidence), now());
        }
        if (before.isEmpty() || !differences.isEmpty()) {
            keep(stored.id(), look, differences);
        }
        stand(stored.id(), news(stored.looks(), now.looks()), evidence);
        return show(table.shown(stored), now, at);
    }

    private void keep(ProductId product, Look look, Set<Difference> differences) {
        categories.name(look.told());
        history.addVersion(TimeOrderedId.next(clock), product, look, differences);
    }

    /** Those looks whose prices stand otherwise than before. */
    private static List<Look> news(List<Look> before, List<Look> now) {
        return now.stream()
                .filter(look -> before.stream()
                        .noneMatch(old -> old.source().equals(look.source())
                                && old.states().equals(look.states())))
                .toList();
    }

    /** Writes how prices stand. A sudden one asks for a second look. */
    private void stand(ProductId product, List<Look> looks, PriceEvidence evidence) {
        looks.forEach(look -> table.judged(product, look, Standing.of(look, evidence), now()));
        for (var look : looks) {
            look.states().stream()
                    .filter(state -> state.doubt() == Verdict.Doubt.SUDDEN)
                    .map(PriceState::since)
                    .min(Instant::compareTo)
                    .ifPresent(since -> telling.doubted(
                            look.told().item(), since.plus(evidence.rules().lookAgainAfter())));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Recorded show(Product before, StoredProduct stored, Instant at) {
        var now = table.shown(stored);
        var differences = Difference.between(before.offer(), now.offer());
        if (differences.isEmpty()) {
            if (!now.offer().equals(before.offer())) {
                table.update(stored);
            }
            telling.looked(now.item());
            return new Recorded.Unchanged(now);
        }
        var changed = new StoredProduct(stored.id(), stored.book(), stored.firstSeenAt(), at);
        var product = table.shown(changed);
        table.update(changed);
        product.priceFrom()
                .filter(price -> !before.priceFrom().equals(Optional.of(price)))
                .ifPresent(price -> addPricePoint(product, new PricePoint(at, price)));
        telling.changed(product);
        return new Recorded.Changed(product, differences);
    }

    /** Judges what was told before by what is known now. Empty when the item is not known. */
    Optional<Recorded> judgeAgain(ItemRef item) {
        return transactions.run(() -> table.lock(item).map(stored -> {
            var evidence = truth.about(stored.id());
            var now = stored.with(stored.book().judged(evidence));
            stand(stored.id(), now.looks(), evidence);
            return show(table.shown(stored), now, now());
        }));
    }

    /** Empty where the source never showed the item. */
    Optional<Product> gone(ItemRef item, String source) {
        return transactions.run(() -> {
            var at = now();
            return table.lock(item)
                    .flatMap(stored -> stored.looks().stream()
                            .filter(look -> look.source().equals(source))
                            .findFirst()
                            .map(look ->
                                    compare(stored, look.told().gone(at), at).product()));
        });
    }

    private void addPricePoint(Product product, PricePoint point) {
        history.addPricePoint(TimeOrderedId.next(clock), product.id(), point);
    }
}
