package io.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.buy.ordering.OrderId;
import io.sampan.buy.ordering.OrderState;
import io.sampan.deliver.procurement.Purchase;
import io.sampan.deliver.procurement.Purchase.Payment;
import io.sampan.deliver.procurement.PurchaseState.NeedsHuman;
import io.sampan.deliver.procurement.PurchaseState.Reason;
import io.sampan.money.ledger.Entry;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.OrderRead;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** JD's enterprise purchase: placed without an answer, confirmed without an answer, split in two, sent from two warehouses, received as one. */
class OneJdOrderSplitInTwoTest extends Journey {
    /** JD shows a split two minutes after the payment. */
    private static final Duration SPLIT_SHOWS = Duration.ofMinutes(3);

    @Test
    void whatJdSendsFromTwoWarehousesIsOnePurchaseOfTwoOrders() {
        WORLD.nextTime("jd-vop", "order/submitOrder", "SPLIT_ORDER");
        WORLD.nextTime("jd-vop", "order/submitOrder", "DROP_AFTER_SUCCESS");
        WORLD.nextTime("jd-vop", "order/confirmOrder", "DROP_AFTER_SUCCESS");
        var goods = Goods.of(shop, MarketplaceId.JD);
        assertThat(goods.offer().source()).as("who can buy shows first").isEqualTo("jd-vop");
        var anna = Shopper.signsUp(shop).puts(goods).puts(goods, goods.skus().getLast());
        var placed = anna.orders();
        var order = placed.order();
        anna.pays(placed.payPage());

        shop.untilAsTimePasses(order, OrderState.Bought.class);
        assertThat(WORLD.armed()).isZero();
        var books = AllBooks.upstream(shop, order);
        assertThat(books).as("two parts").hasSize(2).allMatch(one -> one.yes("paid"));
        assertThat(books)
                .as("of one order")
                .extracting(one -> one.text("jdOrderId"))
                .containsOnly(books.getFirst().text("jdOrderId"));
        AllBooks.agree(shop, order);

        WORLD.advance(SPLIT_SHOWS);
        shop.until("JD told of the split", () -> only(order).open().size() == 2);
        assertThat(only(order).open()).extracting(Purchase.Upstream::payment).containsOnly(Payment.PAID);
        assertThat(only(order).open().stream()
                        .map(one -> one.order().total().minor())
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(books.stream()
                        .mapToLong(one -> one.whole("totalFen").orElseThrow())
                        .sum());
        assertThat(AllBooks.entries(shop, order, Entry.Kind.PURCHASE)).isOne();
        AllBooks.agree(shop, order);

        var depot = new Depot(shop);
        depot.waitsForTheSellers(order);
        assertThat(depot.waybills(order)).doesNotHaveDuplicates().hasSize(2);
        WORLD.advance(Duration.ofHours(24));
        for (var part : only(order).open()) {
            var connector = shop.marketplaces.at(MarketplaceId.JD, "jd-vop");
            var traced = (OrderRead.Traced) connector.trace(part.order());
            assertThat(traced.steps())
                    .isNotEmpty()
                    .allSatisfy(step -> assertThat(step.waybillNumber())
                            .isEqualTo(waybill(part.order().orderId())));
        }
        depot.receives(order);
        depot.accepts(order);
        AllBooks.agree(shop, order);
    }

    @Test
    void whatJdClosesAfterItWasPaidIsAPersonsTaskAndNoMoneyIsBookedAsBack() {
        var order = Shopper.signsUp(shop).buys(Goods.of(shop, MarketplaceId.JD));
        shop.until(order, OrderState.Bought.class);
        var upstream = AllBooks.upstream(shop, order).getFirst().text("orderId");
        WORLD.act("jd-vop", "close-by-seller", Map.of("orderId", upstream));
        shop.until("a person is asked", () -> only(order).state() instanceof NeedsHuman);
        assertThat(((NeedsHuman) only(order).state()).reason()).isEqualTo(Reason.CLOSED_BY_SELLER);
        assertThat(AllBooks.entries(shop, order, Entry.Kind.PURCHASE_RETURNED)).isZero();
    }

    private Purchase only(OrderId order) {
        assertThat(shop.purchases.of(order)).hasSize(1);
        return shop.purchases.of(order).getFirst();
    }

    /** As JD's own books say. */
    private static String waybill(String part) {
        return WORLD.booksOf("jd-vop").list("orders").stream()
                .filter(one -> one.text("orderId").equals(part))
                .map(one -> one.text("waybill"))
                .findFirst()
                .orElseThrow();
    }
}
