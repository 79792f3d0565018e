package io.sampan.buy.ordering;

import io.sampan.buy.payment.Opening;
import io.sampan.buy.payment.PayWay;
import io.sampan.buy.payment.Payable;
import io.sampan.buy.payment.Payments;
import io.sampan.buy.payment.Refunding;
import io.sampan.ground.installation.Installation;
import java.net.URI;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What payments are asked for an order: pages to pay on, money that is given back; and where gateways send its shopper back to. */
@Component
final class OrderPayments {
    private static final Logger LOG = LoggerFactory.getLogger(OrderPayments.class);

    private final Payments payments;
    private final Installation installation;
    private final OrderingSettings settings;

    OrderPayments(Payments payments, Installation installation, OrderingSettings settings) {
        this.payments = payments;
        this.installation = installation;
        this.settings = settings;
    }

    /** The page where what is due for an order is paid, by the way under way or the usual one. */
    PayPage page(Order order) {
        return page(order, payments::open);
    }

    /** The same in the way that the shopper wants. */
    PayPage page(Order order, PayWay way) {
        return page(order, payable -> payments.open(payable, way));
    }

    /** Nobody shall pay for it any more. */
    void close(Order order) {
        payments.close(order.id().value());
    }

    /** Keeps a promise of the order's. */
    void give(Order order, Turn.Refund refund) {
        switch (promised(order, refund)) {
            case Refunding.Accepted _ -> {}
            case Refunding.TooMuch less ->
                // Money that came after a payment was closed is given back by payments themselves.
                LOG.warn("Of {} for order {} only {} is still here", refund.key(), order.number(), less.refundable());
            case Refunding.Conflicting asked ->
                throw new IllegalStateException("Refund " + refund.key() + " of order " + order.number()
                        + " was asked before for " + asked.asked());
        }
    }

    private Refunding promised(Order order, Turn.Refund refund) {
        var id = order.id().value();
        return switch (refund.to()) {
            case SOURCE -> payments.refund(id, refund.amount(), refund.key(), refund.reason());
            case BALANCE ->
                payments.refundToBalance(order.shopper().value(), id, refund.amount(), refund.key(), refund.reason());
        };
    }

    private PayPage page(Order order, Function<Payable, Opening> opening) {
        return new PriceTalk(order)
                .due()
                .map(due -> switch (opening.apply(payable(order, due))) {
                    case Opening.Page page -> (PayPage) new PayPage.Ready(page.page());
                    case Opening.BeingTaken _, Opening.AlreadyPaid _ -> new PayPage.BeingTaken();
                    case Opening.Refused refused -> new PayPage.Refused(refused.code());
                    case Opening.Unavailable not -> new PayPage.NotNow(not.why());
                })
                .orElseGet(() -> new PayPage.NothingDue(order.state()));
    }

    Payable payable(Order order, PriceTalk.Due due) {
        return new Payable(
                order.id().value(),
                due.purpose(),
                due.amount(),
                order.number(),
                paid(order),
                turnedBack(order),
                order.language());
    }

    private URI paid(Order order) {
        return installation.address(settings.returnPath().replace("{number}", order.number()));
    }

    private URI turnedBack(Order order) {
        return installation.address(settings.orderPath().replace("{number}", order.number()));
    }
}
