package io.sampan.browse.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sampan.browse.catalog.Catalog;
import io.sampan.browse.catalog.Product;
import io.sampan.outside.marketplace.ItemRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds goods among what the catalogue knows and what the marketplaces' own searches know. */
@Component
public class Search {
    private static final int MOST_SIMILAR = 24;
    private static final int REMEMBERED = 5_000;

    private final Catalog catalog;
    private final ProductIndex index;
    private final Elsewhere elsewhere;
    private final Cache<Rail, List<Card>> rails;

    private record Rail(ItemRef item, int limit) {}

    Search(Catalog catalog, ProductIndex index, Elsewhere elsewhere, SearchSettings settings) {
        this.catalog = catalog;
        this.index = index;
        this.elsewhere = elsewhere;
        this.rails = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(settings.rememberSimilarFor())
                .build();
    }

    /**
     * Finds what fits all words, or, when nothing does, at least half of them. On the first page it also waits, within the settings' limit, for the
     * marketplaces' own searches when the request asks for that; a marketplace that stays silent costs nothing but its cards.
     */
    public Results find(SearchRequest request) {
        var asked = asksElsewhere(request) ? elsewhere.ask(request) : none();
        int skip = (request.page() - 1) * request.size();
        var found = index.find(Question.all(request), request.sort(), skip, request.size());
        boolean loosened = found.total() == 0 && !request.words().isEmpty();
        if (loosened) {
            found = index.find(Question.some(request), request.sort(), skip, request.size());
        }
        var cards = cards(found.items());
        var heard = asked.get();
        var others = others(request, cards, heard);
        int pages =
                (int) Math.clamp((found.total() + request.size() - 1) / request.size(), 1, SearchRequest.MOST_PAGES);
        var sources = heard.stream()
                .map(one -> new Results.Source(one.marketplace(), one.answered()))
                .toList();
        return new Results(cards, others, found.total(), request.page(), pages, loosened && found.total() > 0, sources);
    }

    /** Goods of the same kind whose titles are nearest, the kind widened where there are too few; at most {@value #MOST_SIMILAR}. Served from memory. */
    public List<Card> similar(Product product, int limit) {
        int bound = Math.clamp(limit, 1, MOST_SIMILAR);
        return rails.get(new Rail(product.item(), bound), rail -> {
            var near = new ArrayList<>(like(product, true, bound));
            like(product, false, bound).stream()
                    .filter(item -> near.size() < bound && !near.contains(item))
                    .forEach(near::add);
            return cards(near);
        });
    }

    /** Which of these products can be found on this node now; each is known by {@link Card#of} to belong there or not. */
    public Set<ItemRef> finds(Collection<Product> known) {
        return index.holds(known.stream().map(Product::item).toList());
    }

    private List<ItemRef> like(Product product, boolean sameCategory, int limit) {
        return index.find(Question.like(product, sameCategory), SearchRequest.Sort.RELEVANCE, 0, limit)
                .items();
    }

    /** A category is the catalogue's notion: marketplaces cannot be asked for it. */
    private static boolean asksElsewhere(SearchRequest request) {
        return request.askMarketplaces()
                && request.page() == 1
                && !request.words().isEmpty()
                && request.filter().categoryId().isEmpty();
    }

    private static Supplier<List<Elsewhere.Heard>> none() {
        return List::of;
    }

    /** The index may be a second behind: the catalogue has the last word on prices, and on what is still there. */
    private List<Card> cards(List<ItemRef> items) {
        return catalog.find(items).stream()
                .flatMap(product -> Card.of(product).stream())
                .toList();
    }

    /** Goods that look like a picture, by the marketplaces' own searches; what the catalogue knows is shown as the catalogue knows it. */
    public Results find(PictureRequest request) {
        var heard = elsewhere.ask(request).get();
        var cards = inTurn(heard).stream().limit(SearchRequest.MOST_CARDS).toList();
        var sources = heard.stream()
                .map(one -> new Results.Source(one.marketplace(), one.answered()))
                .toList();
        return new Results(List.of(), cards, 0, 1, 1, false, sources);
    }

    private List<Card> others(SearchRequest request, List<Card> shown, List<Elsewhere.Heard> heard) {
        var already = shown.stream().map(Card::item).collect(Collectors.toSet());
        return inTurn(heard).stream()
                .filter(card -> !already.contains(card.item()))
                .filter(request.filter()::admits)
                .limit(SearchRequest.MOST_CARDS)
                .toList();
    }

    /** One card of each marketplace in turn; what the catalogue knows is shown as the catalogue knows it, and nothing twice. */
    private List<Card> inTurn(List<Elsewhere.Heard> heard) {
        Map<ItemRef, Optional<Card>> inTurn = new LinkedHashMap<>();
        List<Iterator<Elsewhere.Line>> rows =
                heard.stream().map(one -> one.lines().iterator()).toList();
        while (rows.stream().anyMatch(Iterator::hasNext)) {
            rows.stream()
                    .filter(Iterator::hasNext)
                    .map(Iterator::next)
                    .forEach(line -> inTurn.putIfAbsent(line.item(), line.card()));
        }
        catalog.find(inTurn.keySet())
                .forEach(known -> inTurn.computeIfPresent(known.item(), (item, listed) -> Card.of(known)));
        return inTurn.values().stream().flatMap(Optional::stream).toList();
    }
}
