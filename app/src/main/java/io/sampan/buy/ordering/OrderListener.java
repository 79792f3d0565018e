package io.sampan.buy.ordering;

import io.sampan.buy.payment.PaymentCaptured;
import io.sampan.buy.payment.PaymentClosed;
import io.sampan.buy.payment.PaymentView;
import io.sampan.buy.payment.Payments;
import io.sampan.buy.payment.RefundFailed;
import io.sampan.buy.payment.RefundSettled;
import io.sampan.buy.payment.RefundView;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What orders hear from payments. Each may come twice; a payment of something that is no order is not for us. */
@Component
class OrderListener {
    private final Orders orders;
    private final Payments payments;

    OrderListener(Orders orders, Payments payments) {
        this.orders = orders;
        this.payments = payments;
    }

    @ApplicationModuleListener
    void on(PaymentCaptured news) {
        payments.of(news.subject()).stream()
                .filter(payment -> payment.id().equals(news.payment()))
                .map(OrderListener::receipt)
                .filter(_ -> isOrder(news.subject()))
                .forEach(receipt -> orders.captured(new OrderId(news.subject()), receipt));
    }

    @ApplicationModuleListener
    void on(PaymentClosed news) {
        tell(news.subject(), news.payment().value(), TimelineEvent.Kind.PAYMENT_CLOSED);
    }

    @ApplicationModuleListener
    void on(RefundSettled news) {
        tell(news.subject(), news.refund().value(), TimelineEvent.Kind.REFUND_SETTLED);
    }

    @ApplicationModuleListener
    void on(RefundFailed news) {
        if (!isOrder(news.subject())) {
            return;
        }
        for (var payment : payments.of(news.subject())) {
            payment.refunds().stream()
                    .filter(refund -> refund.id().equals(news.refund()))
                    .forEach(refund -> bounced(payment, refund));
        }
    }

    private void bounced(PaymentView payment, RefundView refund) {
        var told = TimelineEvent.Kind.REFUND_FAILED.slug() + ":" + refund.id().value();
        orders.bounced(new OrderId(payment.subject()), told, receipt(payment), refund.amount());
    }

    private static Funds.Receipt receipt(PaymentView payment) {
        return new Funds.Receipt(payment.id().value(), payment.purpose(), payment.captured());
    }

    private void tell(UUID subject, UUID what, TimelineEvent.Kind kind) {
        if (isOrder(subject)) {
            orders.hears(new OrderId(subject), kind.slug() + ":" + what, kind);
        }
    }

    private boolean isOrder(UUID subject) {
        return orders.find(new OrderId(subject)).isPresent();
    }
}
