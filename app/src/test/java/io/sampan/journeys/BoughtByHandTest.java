package io.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.browse.freshness.Looked;
import io.sampan.browse.freshness.Need;
import io.sampan.buy.ordering.OrderId;
import io.sampan.deliver.procurement.Purchase;
import io.sampan.deliver.procurement.PurchaseState.NeedsHuman;
import io.sampan.deliver.procurement.PurchaseState.Reason;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.Searched.Listing;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pinduoduo sells nothing to programs, and shows them no variants: what is ordered there is described in words, and a person buys it. */
class BoughtByHandTest extends Journey {
    private static final String WISH = "浅蓝色，M 码";

    @Test
    void whatPinduoduoShowsIsOrderedInWordsBoughtByHandAndReceived() {
        var offer = offer();
        var anna = Shopper.signsUp(shop).describes(offer.item(), 2, WISH);
        var placed = anna.orders();
        var order = placed.order();
        anna.pays(placed.payPage());

        // procurement: at once a person's task, with all that a person needs.
        shop.until("it is a person's task", () -> only(order).state() instanceof NeedsHuman);
        assertThat(((NeedsHuman) only(order).state()).reason()).isEqualTo(Reason.NO_API);
        assertThat(shop.purchases.needingHuman(1_000))
                .extracting(Purchase::id)
                .contains(only(order).id());
        var errand = shop.purchases.errand(only(order));
        assertThat(errand.told()).as("nobody tells us what the seller sends").isFalse();
        assertThat(errand.request().remark()).contains(WISH);
        assertThat(errand.request().receiver().street()).isNotBlank();
        assertThat(offer.link())
                .hasToString("https://mobile.yangkeduo.com/goods.html?goods_id="
                        + offer.item().itemId());

        // The buyer buys it in the app, tells what was paid and the parcel's number, and it is received like any other.
        new Depot(shop).buysByHand(only(order), Money.fen(0), 400);
        assertThat(shop.ledger.imbalance()).isEmpty();
    }

    private Purchase only(OrderId order) {
        assertThat(shop.purchases.of(order)).hasSize(1);
        return shop.purchases.of(order).getFirst();
    }

    /** Something that may be flown and of which only a price is shown. */
    private Offer offer() {
        return Stream.of("抱枕", "马克杯", "围巾", "收纳盒")
                .flatMap(words -> Goods.found(shop, MarketplaceId.PINDUODUO, words).stream())
                .map(Listing::item)
                .flatMap(item -> seen(item).stream())
                .filter(Offer::isPriceOnly)
                .filter(offer -> new Goods(offer.item(), offer, offer.choices(), 2).canBeSent(shop))
                .findFirst()
                .orElseThrow();
    }

    private List<Offer> seen(ItemRef item) {
        return shop.freshness.look(item, new Need.InCart(Duration.ofMinutes(5))) instanceof Looked.Fresh fresh
                ? List.of(fresh.product().offer())
                : List.of();
    }
}
