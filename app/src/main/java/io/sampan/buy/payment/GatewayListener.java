package io.sampan.buy.payment;

import io.sampan.outside.gateway.GatewayNews;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** A gateway has news of a payment or refund: it is looked at again, soon. News of what we do not know is not ours. */
@Component
class GatewayListener {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final PaymentTable payments;
    private final RefundTable refundTable;
    private final Settling settling;
    private final Refunds refunds;
    private final Afterwards afterwards;
    private final Tools tools;

    GatewayListener(
            PaymentTable payments,
            RefundTable refundTable,
            Settling settling,
            Refunds refunds,
            Afterwards afterwards,
            Tools tools) {
        this.payments = payments;
        this.refundTable = refundTable;
        this.settling = settling;
        this.refunds = refunds;
        this.afterwards = afterwards;
        this.tools = tools;
    }

    @ApplicationModuleListener
    void on(GatewayNews news) {
        var now = tools.clock().instant();
        switch (news.subject()) {
            case PAYMENT ->
                payment(news).ifPresent(id -> {
                    payments.hear(id, now);
                    afterwards.run(() -> settling.settle(id));
                });
            case REFUND ->
                refund(news).ifPresent(id -> {
                    refundTable.hear(id, now);
                    afterwards.run(() -> refunds.settle(id));
                });
            case DISPUTE -> {} // another room's
        }
    }

    private Optional<PaymentId> payment(GatewayNews news) {
        return key(news.key())
                .map(PaymentId::new)
                .filter(id -> payments.find(id).isPresent())
                .or(() -> payments.byReference(news.gateway(), news.gatewayReference()));
    }

    private Optional<RefundId> refund(GatewayNews news) {
        return key(news.key())
                .map(RefundId::new)
                .filter(id -> refundTable.find(id).isPresent())
                .or(() -> refundTable.byReference(news.gatewayReference()));
    }

    private static Optional<UUID> key(@Nullable String key) {
        return Optional.ofNullable(key).filter(k -> ID.matcher(k).matches()).map(UUID::fromString);
    }
}
