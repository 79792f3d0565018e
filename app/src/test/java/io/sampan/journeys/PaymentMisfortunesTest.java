package io.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.buy.ordering.LineState;
import io.sampan.buy.ordering.Moved;
import io.sampan.buy.ordering.OrderState;
import io.sampan.buy.ordering.Orders.By;
import io.sampan.buy.ordering.PayPage;
import io.sampan.buy.ordering.TimelineEvent.Kind;
import io.sampan.deliver.warehouse.Receiving;
import io.sampan.money.ledger.Entry;
import io.sampan.outside.marketplace.MarketplaceId;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What can go wrong between a shopper's card and our books. */
class PaymentMisfortunesTest extends Journey {
    @AfterAll
    static void inTheEndAllRoomsAgree(@Autowired ApplicationContext app) throws InterruptedException {
        AllRooms.agree(app);
    }

    private Goods goods() {
        return Goods.of(shop, MarketplaceId.ALI1688);
    }

    @Test
    void aPaymentThatIsToldTwiceAndBeforeTheShopperIsBackIsTakenOnce() {
        WORLD.nextTime("stripe", "*", "DUPLICATE_PUSH", Map.of("count", "2"));
        var anna = Shopper.signsUp(shop).puts(goods());
        var placed = anna.orders();
        var order = placed.order();
        var back = anna.paysAndLosesTheConnection(placed.payPage());
        shop.until(order, OrderState.Bought.class);
        anna.comesBack(back);
        anna.comesBack(back);

        assertThat(WORLD.armed()).as("pushes were told twice").isZero();
        assertThat(AllBooks.charges(shop, order)).hasSize(1);
        assertThat(AllBooks.entries(shop, order, Entry.Kind.CAPTURE)).isEqualTo(1);
        assertThat(Collections.frequency(shop.told(order), Kind.PAID)).isEqualTo(1);
        assertThat(AllBooks.upstream(shop, order)).hasSize(1);
        AllBooks.agree(shop, order);
    }

    @Test
    void whoComesBackFromPayingIsNotAskedToPay() {
        for (int i = 0; i < 2; i++) {
            var anna = Shopper.signsUp(shop);
            var order = anna.buys(goods());
            assertThat(anna.seesTheOrder(order)).doesNotContain("/pay\"", "Not paid yet");
        }
    }

    @Test
    void anAnswerLostAfterTheMoneyWasTakenTakesItOnce() {
        WORLD.nextTime("stripe", "capture", "DROP_AFTER_SUCCESS");
        var order = Shopper.signsUp(shop).buys(goods());

        shop.untilAsTimePasses(order, OrderState.Bought.class);
        assertThat(WORLD.armed()).isZero();
        assertThat(AllBooks.charges(shop, order)).hasSize(1);
        AllBooks.agree(shop, order);
    }

    @Test
    void aPaymentThatStaysUnclearForMinutesIsNeitherLostNorAskedAgain() {
        WORLD.nextTime("stripe", "pay", "PAY_UNCLEAR");
        var anna = Shopper.signsUp(shop);
        var order = anna.buys(goods());
        assertThat(WORLD.armed()).isZero();
        assertThat(shop.order(order).state()).isInstanceOf(OrderState.AwaitingPayment.class);
        assertThat(anna.seesTheOrder(order))
                .contains("Your payment is being checked", "every 2s", "<noscript><meta http-equiv=\"refresh\"")
                .doesNotContain("/pay\"");
        assertThat(shop.orders.payPage(order)).isEqualTo(new PayPage.BeingTaken());

        WORLD.advance(Duration.ofMinutes(11));
        shop.untilAsTimePasses(order, OrderState.Bought.class);
        assertThat(AllBooks.charges(shop, order)).hasSize(1);
        AllBooks.agree(shop, order);
    }

    @Test
    void anOrderThatNobodyPaidInTimeSaysSo() {
        var anna = Shopper.signsUp(shop).puts(goods());
        var order = anna.orders().order();
        WORLD.advance(Duration.ofHours(25));
        shop.until(order, OrderState.Cancelled.class);
        assertThat(anna.seesTheOrder(order))
                .contains("This order was not paid in time. Nothing was taken from you.")
                .doesNotContain("refunded", "goes back");
        shop.until("she is told", () -> anna.sees("/account").contains("was not paid in time and has ended"));
    }

    @Test
    void aForgedWebhookIsRefusedAndChangesNothing() {
        var anna = Shopper.signsUp(shop).puts(goods());
        var order = anna.orders().order();
        var session =
                WORLD.booksOf("stripe").list("checkout_sessions").getLast().text("id");
        var event = """
                {"id":"evt_forged","object":"event","type":"checkout.session.completed","created":1,
                 "data":{"object":{"id":"%s","object":"checkout.session","status":"complete","payment_status":"paid"}}}
                """.formatted(session);
        var now = java.time.Instant.parse(WORLD.get("/control/clock").text("now"));
        var forged = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + WORLD.port() + "/hooks/stripe"))
                .header("Content-Type", "application/json")
                .header("Stripe-Signature", "t=" + now.getEpochSecond() + ",v1=" + "0f".repeat(32))
                .POST(BodyPublishers.ofString(event));

        assertThat(WORLD.send(forged).statusCode()).isEqualTo(400);
        assertThat(shop.order(order).state()).isInstanceOf(OrderState.AwaitingPayment.class);
        assertThat(shop.told(order)).containsExactly(Kind.PLACED);
        assertThat(shop.ledger.entriesOf(order.value().toString())).isEmpty();
    }

    @Test
    void aWebhookWhoseSignatureIsBrokenOnTheWayComesAgain() {
        WORLD.nextTime("stripe", "*", "BAD_PUSH_SIGNATURE", Map.of("count", "4"));
        var anna = Shopper.signsUp(shop).puts(goods());
        var placed = anna.orders();
        anna.paysAndLosesTheConnection(placed.payPage());

        shop.untilAsTimePasses(placed.order(), OrderState.Bought.class);
        assertThat(AllBooks.charges(shop, placed.order())).hasSize(1);
        AllBooks.agree(shop, placed.order());
    }

    @Test
    void whoCancelsAndPaysInAnotherWindowPaysNothing() {
        WORLD.nextTime("stripe", "expire", "ERROR_5XX", Map.of("count", "2"));
        var anna = Shopper.signsUp(shop).puts(goods());
        var placed = anna.orders();
        var order = placed.order();
        assertThat(shop.orders.cancel(order, By.SHOPPER)).isInstanceOf(Moved.Done.class);
        anna.pays(placed.payPage());

        shop.untilAsTimePasses(
                "the money is let go",
                () -> AllBooks.charges(shop, order).stream().allMatch(charge -> charge.yes("refunded")));
        assertThat(shop.order(order).state()).isInstanceOf(OrderState.Cancelled.class);
        assertThat(AllBooks.upstream(shop, order)).isEmpty();
        AllBooks.agree(shop, order);
    }

    @Test
    void piecesThatComeInTwoParcelsAreReceivedWithTheSecond() {
        WORLD.nextTime("1688", "createCrossOrder", "SPLIT_ORDER");
        var order = Shopper.signsUp(shop).buys(goods());
        shop.untilAsTimePasses(order, OrderState.Bought.class);
        assertThat(AllBooks.upstream(shop, order)).hasSize(2);
        AllBooks.agree(shop, order);

        var depot = new Depot(shop);
        depot.waitsForTheSellers(order);
        var first = depot.waybills(order).getFirst();
        var operator = depot.operator();
        assertThat(shop.inbounds.receive(first, operator)).isInstanceOf(Receiving.Matched.class);
        assertThat(shop.onlyLine(order).state()).isInstanceOf(LineState.SellerShipped.class);
        assertThat(shop.inbounds.receive(depot.waybills(order).getLast(), operator))
                .isInstanceOf(Receiving.Matched.class);
        assertThat(shop.onlyLine(order).state()).isInstanceOf(LineState.Received.class);
    }
}
