package io.sampan.windows.storefront;

import io.sampan.browse.catalog.Catalog;
import io.sampan.browse.catalog.Product;
import io.sampan.browse.landedcost.LandedQuote;
import io.sampan.browse.search.Card;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.Words;
import io.sampan.windows.frame.Frame;
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
    private final Catalog catalog;
    private final DoorPrices doors;

    Goods(Catalog catalog, DoorPrices doors) {
        this.catalog = catalog;
        this.doors = doors;
    }

    static String path(ItemRef item) {
        return "/p/" + item.marketplace().slug() + "/" + item.itemId();
    }

    /** The language that a text is shown in: the marketplace's Chinese where it has no translation. */
    static String language(Words words, Locale locale) {
        return words.speaks(locale) ? locale.getLanguage() : "zh";
    }

    List<GoodsCard> ofProducts(List<Product> products, Frame frame) {
        return cards(
                products.stream().flatMap(product -> Card.of(product).stream()).toList(), products, frame);
    }

    List<GoodsCard> of(List<Card> cards, Frame frame) {
        return cards(cards, catalog.find(cards.stream().map(Card::item).toList()), frame);
    }

    private List<GoodsCard> cards(List<Card> cards, List<Product> products, Frame frame) {
        Map<ItemRef, Product> known =
                products.stream().collect(Collectors.toMap(Product::item, Function.identity(), (one, same) -> one));
        return cards.stream()
                .map(card -> card(card, Optional.ofNullable(known.get(card.item())), frame))
                .toList();
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
