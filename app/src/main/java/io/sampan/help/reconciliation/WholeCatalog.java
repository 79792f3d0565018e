package io.sampan.help.reconciliation;

import io.sampan.browse.catalog.Product;
import io.sampan.browse.catalog.Upkeep;
import io.sampan.browse.catalog.Upkeep.Kept;
import io.sampan.browse.search.Card;
import io.sampan.browse.search.Search;
import io.sampan.ground.database.Stored;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.Marketplaces;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A product's row, its offers, its history and what search finds say the same; offers of sources that are ours no more are retired. */
@Component
final class WholeCatalog implements Check {
    private final Upkeep catalog;
    private final Search search;
    private final Marketplaces marketplaces;
    private final ReconciliationSettings settings;

    WholeCatalog(Upkeep catalog, Search search, Marketplaces marketplaces, ReconciliationSettings settings) {
        this.catalog = catalog;
        this.search = search;
        this.marketplaces = marketplaces;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "the catalogue";
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(
                Kind.PRODUCT_WITHOUT_OFFER,
                Kind.PRODUCT_ROW_DIFFERS,
                Kind.PRODUCT_VERSION_MISSING,
                Kind.PRICE_POINT_DIFFERS,
                Kind.CATEGORY_UNNAMED,
                Kind.CHANGE_NUMBER_AHEAD,
                Kind.OFFER_OF_CLOSED_SOURCE,
                Kind.SEARCH_INDEX_DIFFERS);
    }

    @Override
    public void look(Findings findings) {
        var batch = catalog.after(Stored.START, settings.batch());
        while (!batch.isEmpty()) {
            long last = catalog.lastPlace();
            var quiet = batch.stream()
                    .filter(one -> one.isQuiet(findings.quietSince(), findings.now()))
                    .map(Stored::thing)
                    .toList();
            var held = search.finds(
                    quiet.stream().flatMap(one -> one.product().stream()).toList());
            for (var kept : quiet) {
                row(kept, last, findings);
                history(kept, findings);
                sources(kept, findings);
                kept.product().ifPresent(product -> index(product, held, findings));
            }
            batch = catalog.after(batch.getLast().key(), settings.batch());
        }
    }

    private static void row(Kept kept, long last, Findings findings) {
        if (kept.product().isEmpty()) {
            findings.add(of(Kind.PRODUCT_WITHOUT_OFFER, kept.item()).differs(kept.availability(), "-"));
            return;
        }
        var product = kept.product().get();
        var offer = product.offer();
        var price = product.priceFrom().map(money -> (Long) money.minor()).orElse(null);
        boolean same = kept.availability().equals(offer.availability().name())
                && kept.category().equals(offer.category().id())
                && Objects.equals(kept.priceFrom(), price);
        if (!same) {
            findings.add(of(Kind.PRODUCT_ROW_DIFFERS, kept.item())
                    .differs(
                            kept.availability() + " " + kept.priceFrom() + " " + kept.category(),
                            offer.availability() + " " + price + " "
                                    + offer.category().id()));
        }
        if (!kept.categoryNamed()) {
            findings.add(of(Kind.CATEGORY_UNNAMED, kept.item()).differs(kept.category(), "-"));
        }
        if (kept.place() > last) {
            findings.add(of(Kind.CHANGE_NUMBER_AHEAD, kept.item()).differs(kept.place(), last));
        }
    }

    private static void history(Kept kept, Findings findings) {
        kept.sources().stream()
                .filter(source -> !source.hasVersion())
                .forEach(source ->
                        findings.add(Finding.of(Kind.PRODUCT_VERSION_MISSING, kept.item() + "@" + source.name())
                                .about(kept.item().toString())
                                .differs(source.name(), "-")));
        var price = kept.product().flatMap(Product::priceFrom);
        if (price.isPresent() && !kept.lastPrice().equals(price)) {
            findings.add(of(Kind.PRICE_POINT_DIFFERS, kept.item())
                    .differs(price.get(), kept.lastPrice().map(Object::toString).orElse("-")));
        }
    }

    private void sources(Kept kept, Findings findings) {
        var ours = marketplaces.at(kept.item().marketplace()).sources();
        var since = findings.now().minus(settings.retireAfter());
        kept.sources().stream()
                .filter(source ->
                        !ours.contains(source.name()) && source.checkedAt().isBefore(since))
                .filter(source -> kept.sources().size() > 1
                        || kept.product().filter(product -> !product.isGone()).isPresent())
                .forEach(source ->
                        findings.add(Finding.of(Kind.OFFER_OF_CLOSED_SOURCE, kept.item() + "@" + source.name())
                                .about(kept.item().toString())
                                .differs(source.name(), String.join(" ", ours))
                                .since(source.checkedAt())
                                .target(kept.item() + "@" + source.name())));
    }

    private static void index(Product product, Set<ItemRef> held, Findings findings) {
        boolean belongs = Card.of(product).isPresent();
        if (belongs != held.contains(product.item())) {
            findings.add(of(Kind.SEARCH_INDEX_DIFFERS, product.item())
                    .differs(product.offer().availability(), belongs ? "-" : "found"));
        }
    }

    private static Finding of(Kind kind, ItemRef item) {
        return Finding.of(kind, item).about(item.toString()).target(item);
    }
}
