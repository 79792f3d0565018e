package io.sampan.journeys;

import io.sampan.browse.freshness.Looked;
import io.sampan.browse.freshness.Need;
import io.sampan.browse.landedcost.Basket;
import io.sampan.browse.landedcost.BasketLine;
import io.sampan.browse.landedcost.Destination;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.Offer.Hazard;
import io.sampan.outside.marketplace.Searched;
import io.sampan.outside.marketplace.Searched.Listing;
import java.time.Duration;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Something of the world to buy, for one journey alone, so that what befalls it disturbs no other.
 *
 * @param skus variants of which there is plenty, at least two
 * @param quantity pieces that the seller sells at once
 */
record Goods(ItemRef item, Offer offer, List<Offer.Sku> skus, int quantity) {
    private static final List<String> WORDS = List.of(
            "马克杯", "抱枕", "收纳盒", "毛绒玩具", "帽子", "围巾", "地毯", "袜子", "台灯", "茶具", "饭盒", "连衣裙", "衬衫", "文具", "花瓶", "拖鞋", "项链",
            "背包", "手机壳", "运动鞋");
    private static final List<String> BATTERIES = List.of("小夜灯", "露营灯", "充电宝", "蓝牙耳机", "小风扇", "智能手表");
    private static final int PLENTY = 60;
    private static final int MOST_AT_ONCE = 6;
    private static final Money LEAST = Money.fen(4_000);
    private static final Money MOST = Money.fen(40_000);
    private static final Destination GERMANY = Destination.country("DE");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Set<ItemRef> TAKEN = new HashSet<>();

    /** An item that nobody took, which can be sent to Berlin by the express line. */
    static Goods of(Shop shop, MarketplaceId marketplace) {
        return of(shop, marketplace, WORDS, offer -> offer.hazards().isEmpty());
    }

    /** Something with a battery in it. */
    static Goods withBattery(Shop shop, MarketplaceId marketplace) {
        return of(shop, marketplace, BATTERIES, offer -> offer.hazards().equals(Set.of(Hazard.BATTERY)));
    }

    /** The same of what this connector shows, while it is the one that shows it. */
    static Goods of(Shop shop, MarketplaceId marketplace, String source) {
        return of(
                shop,
                marketplace,
                WORDS,
                offer -> offer.hazards().isEmpty() && offer.source().equals(source));
    }

    private static Goods of(Shop shop, MarketplaceId marketplace, List<String> kinds, Predicate<Offer> fits) {
        for (var words : kinds) {
            for (var listing : found(shop, marketplace, words)) {
                var goods = TAKEN.contains(listing.item()) ? Optional.<Goods>empty() : seen(shop, listing.item());
                if (goods.filter(one -> fits.test(one.offer())).isPresent() && TAKEN.add(listing.item())) {
                    return goods.get();
                }
            }
        }
        throw new IllegalStateException("Nothing left to buy at " + marketplace);
    }

    static List<Listing> found(Shop shop, MarketplaceId marketplace, String words) {
        var query = new Searched.Query(words, "en", 1, 20, Searched.Order.SALES);
        return shop.marketplaces.at(marketplace).search(query) instanceof Searched.Page page
                ? page.listings()
                : List.of();
    }

    private static Optional<Goods> seen(Shop shop, ItemRef item) {
        return shop.freshness.look(item, new Need.InCart(Duration.ofMinutes(5))) instanceof Looked.Fresh fresh
                ? of(fresh.product().offer()).filter(goods -> goods.canBeSent(shop))
                : Optional.empty();
    }

    private static Optional<Goods> of(Offer offer) {
        var plenty = offer.skus().stream()
                .filter(sku -> sku.inStock(PLENTY) && isPlain(sku.price()))
                .limit(2)
                .toList();
        return offer.onSale() && plenty.size() == 2 && offer.minOrderQuantity() <= MOST_AT_ONCE
                ? Optional.of(new Goods(offer.item(), offer, plenty, Math.max(2, offer.minOrderQuantity())))
                : Optional.empty();
    }

    /** @param price null where it is held back */
    private static boolean isPlain(@Nullable Money price) {
        return price != null && price.compareTo(LEAST) >= 0 && price.compareTo(MOST) <= 0;
    }

    boolean canBeSent(Shop shop) {
        return shop.landedCosts.estimate(basket(), GERMANY, EUR).stream()
                .anyMatch(quote -> quote.line().equals(Shopper.EXPRESS));
    }

    Basket basket() {
        return Basket.of(BasketLine.of(offer, sku(), quantity, quantity).orElseThrow());
    }

    Offer.Sku sku() {
        return skus.getFirst();
    }

    private Map<String, String> here(String more, String value) {
        return Map.of("marketplace", item.marketplace().slug(), "itemId", item.itemId(), more, value);
    }

    /** The seller asks so many times as much from now on. */
    void nowCost(String times) {
        JourneyWorld.world().act("world", "price", here("factor", times));
    }
}
