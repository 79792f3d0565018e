package io.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.buy.ordering.OrderState;
import io.sampan.buy.ordering.TimelineEvent.Kind;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.outside.marketplace.MarketplaceId;
import java.nio.charset.StandardCharsets;
import java.util.Currency;

/** Rooms in the order in which an order passes them: ordering, payment, procurement, warehouse, shipping, and the ledger in every one. */
class OneOrderFromClickToDeliveredTest extends Journey {
    @AtEachMarketplace
    void whatSomebodyInBerlinOrdersIsAtTheirDoorAndEverybodysBooksAgree(MarketplaceId marketplace) {
        // ordering: a cart becomes an order at the price that the shopper saw, and nothing is owed yet.
        var goods = Goods.of(shop, marketplace);
        var anna = Shopper.signsUp(shop).puts(goods);
        var price = anna.seesThePrice();
        var placed = anna.orders();
        var order = placed.order();
        assertThat(shop.order(order).state()).isInstanceOf(OrderState.AwaitingPayment.class);
        assertThat(shop.order(order).total()).isEqualTo(price.total());
        AllBooks.agree(shop, order);

        // payment: she pays on Stripe's page; Stripe tells us, and we take the money once.
        anna.pays(placed.payPage());
        shop.until("she has paid", () -> shop.told(order).contains(Kind.PAID));
        assertThat(AllBooks.charges(shop, order)).hasSize(1);
        assertThat(shop.order(order).funds().taken()).isEqualTo(price.total());

        // procurement: bought once, paid once, at the price that was agreed.
        shop.until(order, OrderState.Bought.class);
        assertThat(AllBooks.upstream(shop, order)).hasSize(1).allMatch(one -> one.yes("paid"));
        AllBooks.agree(shop, order);

        // The seller packs and sends, and the warehouse hears which parcel to expect.
        var depot = new Depot(shop);
        depot.waitsForTheSellers(order);
        AllBooks.agree(shop, order);

        // warehouse: received by its number, photographed, weighed, found good, packed.
        depot.receives(order);
        depot.accepts(order);
        assertThat(shop.warehouse.of(order))
                .allSatisfy(
                        item -> assertThat(shop.warehouse.photosOf(item.id())).hasSize(1));
        AllBooks.agree(shop, order);

        // shipping: booked with the carrier, handed over, followed by its pushes to the door.
        var parcel = depot.packs(order);
        depot.handsOver(order, parcel);
        AllBooks.agree(shop, order);
        depot.seesItDelivered(order);
        assertThat(WORLD.pushes("17track")).anyMatch(push -> push.endsWith(" 200"));
        assertThat(shop.parcels.delivery(parcel).events()).hasSizeGreaterThan(2);

        // The page tells one time of delivery, the carrier's, and leads to the page on which anybody follows its
        // number.
        var delivered = shop.parcels.delivery(parcel).events().getLast();
        assertThat(shop.order(order).state()).isEqualTo(new OrderState.Delivered(delivered.at()));
        assertThat(shop.orders.timeline(order).getLast().at()).isEqualTo(delivered.at());
        var number = shop.parcels.find(parcel).orElseThrow().trackingNumber();
        assertThat(anna.seesTheOrder(order)).contains(number, "/en?nums=" + number);
        assertThat(new String(
                        anna.opens(shop.tracking.page(number).orElseThrow()).body(), StandardCharsets.UTF_8))
                .contains(number, delivered.at().toString());

        // ledger: nothing of hers is left with us; what was kept is earned.
        AllBooks.agree(shop, order);
        var funds = AccountRef.shopperFunds(order.value());
        assertThat(shop.ledger.balance(funds, Currency.getInstance("EUR")))
                .isEqualTo(Money.zero(Currency.getInstance("EUR")));
        assertThat(shop.told(order))
                .containsExactly(
                        Kind.PLACED,
                        Kind.PAID,
                        Kind.BUYING,
                        Kind.BOUGHT,
                        Kind.SELLER_SHIPPED,
                        Kind.RECEIVED,
                        Kind.ACCEPTED,
                        Kind.PACKED,
                        Kind.HANDED_OVER,
                        Kind.DELIVERED);
    }
}
