package io.sampan.buy.paychoice;

import io.sampan.buy.payment.PaymentCaptured;
import io.sampan.buy.payment.PaymentDeclined;
import io.sampan.buy.payment.PaymentId;
import io.sampan.buy.payment.PaymentView;
import io.sampan.buy.payment.Payments;
import java.util.Optional;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** How tries to pay end: each may be told twice, and counts once. */
@Component
class PaymentListener {
    private final PayAdvice advice;
    private final Payments payments;

    PaymentListener(PayAdvice advice, Payments payments) {
        this.advice = advice;
        this.payments = payments;
    }

    @ApplicationModuleListener
    void on(PaymentCaptured news) {
        payment(news.subject(), news.payment())
                .ifPresent(payment -> advice.ended(news.subject(), payment.method(), true));
    }

    @ApplicationModuleListener
    void on(PaymentDeclined news) {
        payment(news.subject(), news.payment())
                .ifPresent(payment -> advice.ended(news.subject(), payment.method(), false));
    }

    private Optional<PaymentView> payment(UUID subject, PaymentId id) {
        return payments.of(subject).stream()
                .filter(payment -> payment.id().equals(id) && !payment.isFromBalance())
                .findFirst();
    }
}
