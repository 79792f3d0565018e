package io.sampan.buy.ordering;

import io.sampan.browse.catalog.Product;
import io.sampan.browse.freshness.Freshness;
import io.sampan.browse.freshness.Looked;
import io.sampan.browse.freshness.Need;
import io.sampan.browse.landedcost.Basket;
import io.sampan.browse.landedcost.BasketLine;
import io.sampan.browse.landedcost.Destination;
import io.sampan.browse.landedcost.LandedCosts;
import io.sampan.buy.ordering.Prepared.Hindrance;
import io.sampan.buy.ordering.Prepared.Hindrance.BlockedLine;
import io.sampan.buy.ordering.Prepared.Hindrance.Why;
import io.sampan.buy.ordering.Prepared.Priced;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.Offer;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.stereotype.Component;

/** Looks at every line of a cart and prices what can be bought. */
@Component
class CartCheck {
    private final Freshness freshness;
    private final LandedCosts landedCosts;

    CartCheck(Freshness freshness, LandedCosts landedCosts) {
        this.freshness = freshness;
        this.landedCosts = landedCosts;
    }

    Prepared check(Cart cart, Destination destination, Currency currency, Need need) {
        if (cart.isEmpty()) {
            return new Hindrance.EmptyCart();
        }
        var looks = look(cart, need);
        var blocked = new ArrayList<BlockedLine>();
        var priced = new ArrayList<Priced>();
        for (var line : cart.lines()) {
            switch (looks.get(new Question(line.item(), line.source()))) {
                case Looked.Fresh(var product) -> judge(cart, line, product, priced, blocked);
                case Looked.Gone _ -> blocked.add(new BlockedLine(line, Why.SOLD_OUT, 0));
                case Looked.Stale _, Looked.Unknown _ -> blocked.add(new BlockedLine(line, Why.UNREACHABLE, 0));
                case null -> throw new IllegalStateException("Nobody looked at " + line.item());
            }
        }
        if (!blocked.isEmpty()) {
            return new Hindrance.Blocked(blocked);
        }
        var basket = new Basket(priced.stream().map(Priced::basketLine).toList());
        var quotes = landedCosts.estimate(basket, destination, currency);
        return quotes.isEmpty()
                ? cannotShip(priced, destination, currency)
                : new Prepared.Ready(priced, quotes, landedCosts.excluded(basket, destination, currency));
    }

    /** What no line takes even alone is named; else no line goes there, or each thing could go, but not all in one parcel. */
    private Hindrance cannotShip(List<Priced> priced, Destination destination, Currency currency) {
        if (!landedCosts.isServed(destination)) {
            return new Hindrance.CannotShip(Hindrance.Reason.NO_LINE);
        }
        var notCarried = priced.stream()
                .filter(one -> landedCosts
                        .estimate(Basket.of(one.basketLine()), destination, currency)
                        .isEmpty())
                .map(one -> new BlockedLine(one.line(), Why.NOT_CARRIED, 0))
                .toList();
        return notCarried.isEmpty()
                ? new Hindrance.CannotShip(Hindrance.Reason.NO_LINE)
                : new Hindrance.Blocked(notCarried);
    }

    private static void judge(
            Cart cart, Cart.Line line, Product product, List<Priced> priced, List<BlockedLine> blocked) {
        var offer = line.offer(product).filter(Offer::onSale).orElse(null);
        var sku = offer == null ? null : offer.sku(line.skuId()).orElse(null);
        if (offer == null || sku == null || !sku.inStock(1)) {
            blocked.add(new BlockedLine(line, Why.SOLD_OUT, 0));
        } else if (!sku.inStock(line.quantity())) {
            int left = sku.stock() == null ? 0 : sku.stock();
            blocked.add(new BlockedLine(line, Why.TOO_FEW_LEFT, left));
        } else if (cart.pieces(line.item()) < offer.minOrderQuantity()) {
            blocked.add(new BlockedLine(line, Why.BELOW_MINIMUM, offer.minOrderQuantity()));
        } else {
            var basketLine = BasketLine.of(offer, sku, line.quantity(), cart.pieces(line.item()));
            basketLine.ifPresentOrElse(
                    one -> priced.add(new Priced(line, product, offer, sku, one)),
                    () -> blocked.add(new BlockedLine(line, Why.NO_PRICE, 0)));
        }
    }

    private record Question(ItemRef item, String source) {}

    /** All items at once, each through the source that it will be bought from: a cart waits as long as its slowest item. */
    private Map<Question, Looked> look(Cart cart, Need need) {
        var asked = new HashMap<Question, Future<Looked>>();
        var looks = new HashMap<Question, Looked>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            cart.lines().stream()
                    .map(line -> new Question(line.item(), line.source()))
                    .distinct()
                    .forEach(one ->
                            asked.put(one, threads.submit(() -> freshness.look(one.item(), one.source(), need))));
            for (var entry : asked.entrySet()) {
                looks.put(entry.getKey(), entry.getValue().get());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while looking at a cart", stopped);
        } catch (ExecutionException broken) {
            throw new IllegalStateException("Could not look at a cart", broken.getCause());
        }
        return looks;
    }
}
