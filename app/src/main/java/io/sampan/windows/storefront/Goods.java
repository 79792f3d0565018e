package io.sampan.windows.storefront;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sampan.browse.catalog.Catalog;
import io.sampan.browse.catalog.Product;
import io.sampan.browse.freshness.Freshness;
import io.sampan.browse.landedcost.LandedQuote;
import io.sampan.browse.search.Card;
import io.sampan.browse.search.Search;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Words;
import io.sampan.windows.frame.Frame;
import io.sampan.windows.frame.NotThere;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes cards: what an item is, and, where the catalogue knows it, what it costs at the visitor's door. */
@Component
final class Goods {
    /** @param known those of the cards that the catalogue knows */
    private record Listed(List<GoodsCard> cards, List<ItemRef> known) {}

    private record Rail(ItemRef item, Locale locale, String country, Currency currency) {}

    private final Catalog catalog;
    private final Freshness freshness;
    private final Search search;
    private final DoorPrices doors;
    private final int similarGoods;
    private final Cache<Rail, Listed> rails;

    Goods(Catalog catalog, Freshness freshness, Search search, DoorPrices doors, StorefrontSettings settings) {
        this.catalog = catalog;
        this.freshness = freshness;
        this.search = search;
        this.doors = doors;
        this.similarGoods = settings.similarGoods();
        this.rails = Caffeine.newBuilder()
                .maximumSize(settings.railsKept())
                .expireAfterWrite(settings.doorPricesFor())
                .build();
    }

    /** Goods like this one, remembered for as long as prices at the door are: they depend on country, currency and language, not on the person. */
    List<GoodsCard> similar(Product product, Frame frame) {
        var visitor = frame.visitor();
        var rail = new Rail(product.item(), frame.texts().locale(), visitor.country(), visitor.currency());
        return shown(rails.get(rail, wanted -> listed(search.similar(product, similarGoods), frame)));
    }

    /** @throws NotThere when an address names no marketplace, or nothing that could be an item of it */
    static ItemRef item(String marketplace, String itemId) {
        return MarketplaceId.ofSlug(marketplace)
                .filter(known -> ItemRef.isId(itemId))
                .map(known -> new ItemRef(known, itemId))
                .orElseThrow(NotThere::new);
    }

    static String path(ItemRef item) {
        return "/p/" + item.marketplace().slug() + "/" + item.itemId();
    }

    /** The language that a text is shown in: the marketplace's Chinese where it has no translation. */
    static String language(Words words, Locale locale) {
        return words.speaks(locale) ? locale.getLanguage() : "zh";
    }

    List<GoodsCard> ofProducts(List<Product> products, Frame frame) {
        var cards =
                products.stream().flatMap(product -> Card.of(product).stream()).toList();
        return shown(listed(cards, products, frame));
    }

    List<GoodsCard> of(List<Card> cards, Frame frame) {
        return shown(listed(cards, frame));
    }

    /** What is shown is interest in it: it should not be old when somebody chooses it. */
    private List<GoodsCard> shown(Listed listed) {
        freshness.listed(listed.known());
        return listed.cards();
    }

    private Listed listed(List<Card> cards, Frame frame) {
        return listed(cards, catalog.find(cards.stream().map(Card::item).toList()), frame);
    }

    private Listed listed(List<Card> cards, List<Product> products, Frame frame) {
        Map<ItemRef, Product> known =
                products.stream().collect(Collectors.toMap(Product::item, Function.identity(), (one, same) -> one));
        var shown = cards.stream()
                .map(card -> card(card, Optional.ofNullable(known.get(card.item())), frame))
                .toList();
        return new Listed(shown, List.copyOf(known.keySet()));
    }

    private GoodsCard card(Card card, Optional<Product> product, Frame frame) {
        var locale = frame.texts().locale();
        var quote = product.flatMap(known -> doors.from(known, frame.visitor()));
        return new GoodsCard(
                path(card.item()),
                card.title().in(locale),
                language(card.title(), locale),
                card.picture().toString(),
                card.priceFrom(),
                quote.map(LandedQuote::total).orElse(null),
                quote.map(found -> found.basket().lines().getFirst().quantity()).orElse(1),
                card.sold());
    }
}
