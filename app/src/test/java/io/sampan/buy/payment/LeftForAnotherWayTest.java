package io.sampan.buy.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.buy.payment.PaymentState.Captured;
import io.sampan.buy.payment.PaymentState.Closed;
import io.sampan.buy.payment.PaymentState.Open;
import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.outside.gateway.PayMethod;
import io.sampan.outside.gateway.Standing;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A shopper leaves a payment for another way: they pay once, whichever of the two brings the money, and in whatever order. */
class LeftForAnotherWayTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Money PRICE = Money.of(1_850, "EUR");
    private static final PayWay CARD = new PayWay(new PayMethod("stripe", "card"), "203.0.113.7");
    private static final PayWay IDEAL = new PayWay(new PayMethod("stripe", "ideal"), "203.0.113.7");

    private final FakeGateway gateway = new FakeGateway();
    private final PaymentRoom room = new PaymentRoom(DATABASE, gateway);
    private final UUID order = UUID.randomUUID();

    @Test
    void theFirstPageIsClosedAndTheSecondCounts() {
        var card = open(CARD);
        var ideal = open(IDEAL);
        room.afterwards();
        assertThat(state(card)).isInstanceOf(Closed.class);
        assertThat(state(ideal)).isInstanceOf(Open.class);
        assertThat(open(IDEAL)).as("a double click").isEqualTo(ideal);
        gateway.payments.get("cs_" + ideal.value()).standing = new Standing.Authorised(PRICE);
        room.payments.look(order);
        assertThat(state(ideal)).isInstanceOf(Captured.class);
        assertThat(open(CARD)).as("paid is paid").isNull();
        assertThat(told(PaymentCaptured.class)).isOne();
    }

    /** The page of the first could not be closed, and the shopper pays on it after all. */
    @Test
    void whatIsPaidFirstCountsAndTheOtherIsLetGo() {
        var card = open(CARD);
        var ideal = open(IDEAL);
        gateway.payments.get("cs_" + card.value()).standing = new Standing.Captured(PRICE, Money.of(30, "EUR"));
        room.afterwards();
        assertThat(state(card)).isInstanceOf(Captured.class);
        assertThat(told(PaymentCaptured.class)).isOne();
        room.payments.look(order);
        assertThat(state(ideal)).isInstanceOf(Closed.class);
        assertThat(balance()).isEqualTo(PRICE.negated());
    }

    @Test
    void whatIsPaidTwiceGoesBackOnce() {
        var card = open(CARD);
        var ideal = open(IDEAL);
        gateway.payments.get("cs_" + card.value()).standing = new Standing.Captured(PRICE, Money.of(30, "EUR"));
        gateway.payments.get("cs_" + ideal.value()).standing = new Standing.Captured(PRICE, Money.of(30, "EUR"));
        room.payments.look(order);
        room.afterwards();
        assertThat(List.of(state(card), state(ideal))).allMatch(Captured.class::isInstance);
        assertThat(told(PaymentCaptured.class)).isOne();
        var refunds = room.payments.of(order).stream()
                .flatMap(payment -> payment.refunds().stream())
                .toList();
        assertThat(refunds).singleElement().satisfies(refund -> {
            assertThat(refund.amount()).isEqualTo(PRICE);
            assertThat(refund.state()).isEqualTo(RefundView.State.DONE);
        });
        assertThat(balance()).isEqualTo(PRICE.negated());
        assertThat(room.ledger.imbalance()).isEmpty();
    }

    /** Who has authorised one page is not asked to pay on another. */
    @Test
    void whatIsUnderWayIsNotLeft() {
        var card = open(CARD);
        gateway.payments.get("cs_" + card.value()).standing = new Standing.Pending();
        room.payments.look(order);
        assertThat(room.payments.open(PaymentRoom.order(order, 1_850), IDEAL)).isEqualTo(new Opening.BeingTaken(card));
    }

    /** The payer's address is kept as long as the page is asked for, and no longer. */
    @Test
    void forgetsWhereThePayerCameFrom() {
        var card = open(CARD);
        assertThat(DATABASE.jdbc()
                        .sql("SELECT payer_address FROM payment.payment WHERE id = ?")
                        .param(card.value())
                        .query(String.class)
                        .single())
                .isEmpty();
    }

    private PaymentId open(PayWay way) {
        return switch (room.payments.open(PaymentRoom.order(order, 1_850), way)) {
            case Opening.Page page -> page.payment();
            case Opening.AlreadyPaid _ -> null;
            case Opening.BeingTaken _, Opening.Refused _, Opening.Unavailable _ ->
                throw new IllegalStateException("No page was opened");
        };
    }

    private PaymentState state(PaymentId id) {
        return room.payments.of(order).stream()
                .filter(payment -> payment.id().equals(id))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private long told(Class<?> event) {
        return room.events.stream().filter(event::isInstance).count();
    }

    private Money balance() {
        return room.ledger.balance(AccountRef.shopperFunds(order), Currency.getInstance("EUR"));
    }
}
