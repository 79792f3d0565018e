package io.sampan.windows.storefront;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sampan.browse.catalog.Product;
import io.sampan.browse.landedcost.Basket;
import io.sampan.browse.landedcost.BasketLine;
import io.sampan.browse.landedcost.Destination;
import io.sampan.browse.landedcost.Excluded;
import io.sampan.browse.landedcost.LandedCosts;
import io.sampan.browse.landedcost.LandedQuote;
import io.sampan.money.exchange.Rates;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.Offer;
import io.sampan.windows.frame.Visitor;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The price at the door of single goods, remembered for a few minutes: it depends on country and currency, not on the person. */
@Component
final class DoorPrices {
    private record Key(
            ItemRef item, Instant changedAt, String skuId, int quantity, String country, Currency currency) {}

    private final LandedCosts landedCosts;
    private final Rates rates;
    private final ShipChoices ship;
    private final Cache<Key, List<LandedQuote>> remembered;

    DoorPrices(LandedCosts landedCosts, Rates rates, ShipChoices ship, StorefrontSettings settings) {
        this.landedCosts = landedCosts;
        this.rates = rates;
        this.ship = ship;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(settings.doorPricesKept())
                .expireAfterWrite(settings.doorPricesFor())
                .build();
    }

    /** The quotes of all lines to the visitor's country, in the order for this visitor; none where no line goes, or no rate or no price is known. */
    List<LandedQuote> of(Product product, Offer.Sku sku, int quantity, Visitor visitor) {
        var key = new Key(
                product.item(), product.changedAt(), sku.skuId(), quantity, visitor.country(), visitor.currency());
        var quotes = remembered.get(key, _ -> estimate(product, sku, quantity, visitor));
        return visitor.isSignedIn() ? ship.ordered(quotes, visitor) : quotes;
    }

    /** In the order for somebody of whom nothing is known. */
    private List<LandedQuote> estimate(Product product, Offer.Sku sku, int quantity, Visitor visitor) {
        if (!rates.currencies().contains(visitor.currency())) {
            return List.of();
        }
        var destination = Destination.country(visitor.country());
        return BasketLine.of(product.offer(), sku, quantity, quantity)
                .map(line -> landedCosts.estimate(Basket.of(line), destination, visitor.currency()))
                .map(ship::ordered)
                .orElse(List.of());
    }

    /** Why the lines to the visitor's country do not take it; asked when there are no quotes, so seldom. */
    List<Excluded> excluded(Product product, Offer.Sku sku, int quantity, Visitor visitor) {
        var reasons = rates.currencies().contains(visitor.currency())
                ? BasketLine.of(product.offer(), sku, quantity, quantity)
                        .map(line -> landedCosts.excluded(
                                Basket.of(line), Destination.country(visitor.country()), visitor.currency()))
                        .orElse(List.of())
                : List.<Excluded>of();
        return reasons.stream()
                .filter(Excluded::isOfEveryLine)
                .findFirst()
                .map(List::of)
                .orElse(reasons);
    }

    /** The best quote for the fewest pieces of the cheapest variant that the seller sells. */
    Optional<LandedQuote> from(Product product, Visitor visitor) {
        var offer = product.offer();
        var least =
                Comparator.comparing((Offer.Sku sku) -> offer.unitPrice(sku, 1).orElseThrow());
        return offer.skus().stream()
                .filter(sku -> sku.inStock(1) && sku.price() != null)
                .min(least)
                .flatMap(sku -> of(product, sku, Math.max(1, offer.minOrderQuantity()), visitor).stream()
                        .findFirst());
    }
}
