package io.sampan.buy.payment;

import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.PayMethod;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment, to be shown.
 *
 * @param amount what was to be paid
 * @param contested what of it others withhold from us, or have taken back
 * @param refunds oldest first
 * @param attention why an operator should look at it, or null
 */
public record PaymentView(
        PaymentId id,
        UUID subject,
        String purpose,
        PayMethod method,
        Money amount,
        PaymentState state,
        Contested contested,
        List<RefundView> refunds,
        @Nullable Attention attention,
        Instant openedAt,
        Instant changedAt) {
    /**
     * @param open contested, and not decided
     * @param lost decided for the shopper, who has it back from their bank or the gateway
     */
    public record Contested(Money open, Money lost) {}

    public PaymentView {
        refunds = List.copyOf(refunds);
    }

    /** By whom it is taken, a {@link io.sampan.outside.gateway.Gateway#name}. */
    public String gateway() {
        return method.gateway();
    }

    /** Whether it was paid from what the shopper has with us, so that no gateway knows of it. */
    public boolean isFromBalance() {
        return method.equals(PayWay.BALANCE);
    }

    /** Why it is among {@link Payments#unsettled}: what was noted, or that it takes too long. */
    public Attention whyUnsettled() {
        return attention == null ? Attention.of(Attention.Why.SLOW) : attention;
    }

    /** What was taken; zero until it was. */
    public Money captured() {
        return state instanceof PaymentState.Captured captured ? captured.amount() : Money.zero(amount.currency());
    }

    /** What was given back or is promised back; never more than {@link #captured}, or something is wrong. */
    public Money promised() {
        return refunds.stream()
                .filter(RefundView::counts)
                .map(RefundView::amount)
                .reduce(Money.zero(amount.currency()), Money::plus);
    }

    /** What was taken and is neither given back nor promised back, nor contested. */
    public Money refundable() {
        var left = captured().minus(contested.open()).minus(contested.lost());
        for (var refund : refunds) {
            left = refund.counts() && !refund.contested() ? left.minus(refund.amount()) : left;
        }
        return left.isNegative() ? Money.zero(left.currency()) : left;
    }

    /** What of the contested money no refund has spoken for: the shopper gets it from their bank, or from us once the dispute is won. */
    Money contestedLeft() {
        var left = contested.open().plus(contested.lost());
        for (var refund : refunds) {
            left = refund.counts() && refund.contested() ? left.minus(refund.amount()) : left;
        }
        return left.isNegative() ? Money.zero(left.currency()) : left;
    }
}
