package io.sampan.help.reconciliation;

import io.sampan.buy.ordering.OrderState;
import io.sampan.buy.payment.PaymentState;
import io.sampan.buy.payment.PaymentView;
import io.sampan.buy.payment.RefundView;
import io.sampan.ground.database.Stored;
import io.sampan.money.amount.Money;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What an order believes of its money agrees with its payments and refunds, and each of these is looked after. */
@Component
final class MoneyOfOrders implements OrderCheck {
    private static final String WITHDRAWN = "withdrawn:";

    private final ReconciliationSettings settings;

    MoneyOfOrders(ReconciliationSettings settings) {
        this.settings = settings;
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(
                Kind.RECEIPT_WITHOUT_CAPTURE,
                Kind.RECEIPT_AMOUNT_DIFFERS,
                Kind.CAPTURE_NOT_TOLD,
                Kind.PAYMENT_LEFT_OPEN,
                Kind.PAYMENT_ASLEEP,
                Kind.REFUND_ASLEEP,
                Kind.GIVEN_BACK_DIFFERS,
                Kind.REFUNDED_TOO_MUCH);
    }

    @Override
    public void look(Dossier dossier, Findings run, List<Finding> found) {
        receipts(dossier, found);
        dossier.payments().forEach(payment -> payment(dossier, payment, run, found));
        refunds(dossier, found);
    }

    /** Each receipt is a payment that was taken, of the same amount. */
    private static void receipts(Dossier dossier, List<Finding> found) {
        var payments = dossier.payments().stream()
                .map(Stored::thing)
                .collect(Collectors.toMap(one -> one.id().value(), one -> one));
        for (var receipt : dossier.order().funds().receipts()) {
            var payment = payments.get(receipt.payment());
            if (payment == null || !(payment.state() instanceof PaymentState.Captured)) {
                var state = payment == null ? "-" : payment.state().getClass().getSimpleName();
                found.add(Finding.of(Kind.RECEIPT_WITHOUT_CAPTURE, dossier.order(), receipt.payment())
                        .differs(receipt.amount(), state));
            } else if (!payment.captured().equals(receipt.amount())) {
                found.add(Finding.of(Kind.RECEIPT_AMOUNT_DIFFERS, dossier.order(), receipt.payment())
                        .differs(receipt.amount(), payment.captured()));
            }
        }
    }

    private void payment(Dossier dossier, Stored<PaymentView> kept, Findings run, List<Finding> found) {
        var order = dossier.order();
        var payment = kept.thing();
        var id = payment.id().value();
        boolean settled =
                payment.state() instanceof PaymentState.Captured || payment.state() instanceof PaymentState.Closed;
        if (payment.state() instanceof PaymentState.Captured && isUntold(dossier, payment)) {
            found.add(Finding.of(Kind.CAPTURE_NOT_TOLD, order, id)
                    .differs(payment.captured(), order.state().slug())
                    .since(kept.changedAt())
                    .target(id));
        }
        boolean forgotten = dossier.kept().changedAt().isBefore(run.now().minus(settings.letGo()));
        if (!settled && order.state() instanceof OrderState.Cancelled && forgotten) {
            found.add(Finding.of(Kind.PAYMENT_LEFT_OPEN, order, id)
                    .differs(kept.state(), order.state().slug())
                    .since(dossier.kept().changedAt())
                    .target(order.id()));
        } else if (!settled && kept.isAsleep()) {
            found.add(Finding.of(Kind.PAYMENT_ASLEEP, order, id)
                    .differs(kept.state(), "-")
                    .since(kept.changedAt())
                    .target(id));
        }
        if (payment.promised().compareTo(payment.captured()) > 0) {
            found.add(Finding.of(Kind.REFUNDED_TOO_MUCH, order, id).differs(payment.promised(), payment.captured()));
        }
    }

    /** Payments give back by themselves what came after the end; what was too little waits for an operator anyhow. */
    private static boolean isUntold(Dossier dossier, PaymentView payment) {
        return dossier.order().funds().receipts().stream()
                        .noneMatch(
                                receipt -> receipt.payment().equals(payment.id().value()))
                && payment.attention() == null
                && payment.refunds().stream().noneMatch(refund -> refund.key().startsWith(WITHDRAWN));
    }

    private static void refunds(Dossier dossier, List<Finding> found) {
        var order = dossier.order();
        var promised = Money.zero(order.total().currency());
        for (var kept : dossier.refunds()) {
            var refund = kept.thing();
            boolean counts =
                    refund.state() != RefundView.State.FAILED && !refund.key().startsWith(WITHDRAWN);
            promised = counts ? promised.plus(refund.amount()) : promised;
            boolean underWay = refund.state() == RefundView.State.ASKED || refund.state() == RefundView.State.PENDING;
            if (underWay && kept.isAsleep()) {
                found.add(Finding.of(Kind.REFUND_ASLEEP, order, refund.id().value())
                        .differs(refund.state(), "-")
                        .since(kept.changedAt())
                        .target(refund.id().value()));
            }
        }
        if (!promised.equals(order.funds().givenBack())) {
            found.add(Finding.of(Kind.GIVEN_BACK_DIFFERS, order, order.id())
                    .differs(order.funds().givenBack(), promised));
        }
    }
}
