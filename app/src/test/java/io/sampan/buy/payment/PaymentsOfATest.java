package io.sampan.buy.payment;

import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.Ledger;
import io.sampan.outside.gateway.GatewayNews;
import io.sampan.outside.gateway.Returned;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Real payments with a gateway in memory, for the tests of rooms that have something to be paid. */
public final class PaymentsOfATest {
    private final FakeGateway gateway = new FakeGateway();
    private final PaymentRoom room;

    public PaymentsOfATest(TestDatabase database) {
        room = new PaymentRoom(database, gateway);
    }

    public Payments payments() {
        return room.payments;
    }

    public BalancePayments balances() {
        return room.balances;
    }

    public Ledger ledger() {
        return room.ledger;
    }

    public Clock clock() {
        return room.clock;
    }

    public void forward(Duration time) {
        room.clock.forward(time);
    }

    /** News since it was last asked, oldest first. */
    public List<Object> news() {
        var news = List.copyOf(room.events);
        room.events.removeAll(news);
        return news;
    }

    /** The shopper pays on every page that is open for the subject, and comes back. */
    public void shopperPays(UUID subject) {
        room.payments.of(subject).stream()
                .filter(payment -> payment.state() instanceof PaymentState.Open)
                .forEach(payment -> gateway.authorise(payment.id()));
        room.payments.look(subject);
        room.afterwards();
    }

    /** The gateway says of everything that it gave back that it came back to it, days later. */
    public void refundsBounce(UUID subject) {
        room.payments.of(subject).stream()
                .flatMap(payment -> payment.refunds().stream())
                .filter(refund -> refund.state() == RefundView.State.DONE)
                .forEach(refund -> {
                    var held = gateway.held("cs_" + refund.payment().value());
                    held.returned = held.returned.minus(refund.amount());
                    gateway.refundNow(refund.id(), new Returned.Failed("", "lost_or_stolen_card"));
                    var reference = "re_" + refund.id().value();
                    room.listener.on(new GatewayNews(
                            "fake",
                            GatewayNews.Subject.REFUND,
                            reference,
                            refund.id().value().toString(),
                            "evt_" + reference,
                            room.clock.instant()));
                });
        room.afterwards();
    }

    /** Does what payments put off until after the transaction. */
    public void afterwards() {
        room.afterwards();
    }

    /** What went back to the shopper at the gateway. */
    public Money returned(UUID subject) {
        return room.payments.of(subject).stream()
                .filter(payment -> !payment.isFromBalance())
                .map(payment -> gateway.held("cs_" + payment.id().value()).returned)
                .reduce(Money::plus)
                .orElseThrow();
    }
}
