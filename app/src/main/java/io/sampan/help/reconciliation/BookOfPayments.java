package io.sampan.help.reconciliation;

import io.sampan.buy.payment.PaymentState;
import io.sampan.buy.payment.PaymentView;
import io.sampan.buy.payment.RefundView;
import io.sampan.money.ledger.AccountRef;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What was taken and given back stands in the book, with its amount; what was not, does not. */
@Component
final class BookOfPayments implements OrderCheck {
    @Override
    public Set<Kind> kinds() {
        return Set.of(
                Kind.CAPTURE_NOT_BOOKED,
                Kind.CAPTURE_BOOKED_OTHERWISE,
                Kind.CAPTURE_BOOKED_UNTAKEN,
                Kind.FEE_NOT_BOOKED,
                Kind.REFUND_NOT_BOOKED,
                Kind.REFUND_BOOKED_OTHERWISE,
                Kind.REFUND_BOOKED_UNDONE,
                Kind.REFUND_RETURN_NOT_BOOKED);
    }

    @Override
    public void look(Dossier dossier, Findings run, List<Finding> found) {
        dossier.payments().forEach(payment -> capture(dossier, payment.thing(), found));
        dossier.refunds().forEach(refund -> refund(dossier, refund.thing(), found));
    }

    private static void capture(Dossier dossier, PaymentView payment, List<Finding> found) {
        var id = payment.id().value();
        var entry = "capture:" + id;
        boolean booked = dossier.book().has(entry);
        if (!(payment.state() instanceof PaymentState.Captured captured)) {
            if (booked) {
                found.add(Finding.of(Kind.CAPTURE_BOOKED_UNTAKEN, dossier.order(), id)
                        .differs(entry, payment.state().getClass().getSimpleName()));
            }
            return;
        }
        long moved = dossier.book()
                .moved(entry, payment.isFromBalance() ? AccountRef.Kind.SHOPPER_BALANCE : AccountRef.Kind.GATEWAY);
        if (!booked) {
            found.add(Finding.of(Kind.CAPTURE_NOT_BOOKED, dossier.order(), id)
                    .differs(captured.amount(), "-")
                    .since(captured.at())
                    .target(id));
        } else if (moved != captured.amount().minor()) {
            found.add(Finding.of(Kind.CAPTURE_BOOKED_OTHERWISE, dossier.order(), id)
                    .differs(captured.amount().minor(), moved)
                    .since(captured.at()));
        }
        if (captured.fee().isPositive() && !dossier.book().has("gateway-fee:" + id)) {
            found.add(Finding.of(Kind.FEE_NOT_BOOKED, dossier.order(), id)
                    .differs(captured.fee(), "-")
                    .since(captured.at())
                    .target(id));
        }
    }

    private static void refund(Dossier dossier, RefundView refund, List<Finding> found) {
        var id = refund.id().value();
        var entry = "refund:" + id;
        boolean booked = dossier.book().has(entry);
        switch (refund.state()) {
            case DONE -> {
                long moved = dossier.book().moved(entry, AccountRef.Kind.SHOPPER_FUNDS);
                if (!booked) {
                    found.add(of(Kind.REFUND_NOT_BOOKED, dossier, refund)
                            .differs(refund.amount(), "-")
                            .target(refund.payment().value()));
                } else if (moved != refund.amount().minor()) {
                    found.add(of(Kind.REFUND_BOOKED_OTHERWISE, dossier, refund)
                            .differs(refund.amount().minor(), moved));
                }
            }
            case ASKED, PENDING -> {
                if (booked) {
                    found.add(of(Kind.REFUND_BOOKED_UNDONE, dossier, refund).differs(refund.state(), entry));
                }
            }
            case FAILED -> {
                if (booked && !dossier.book().has("refund-returned:" + id)) {
                    found.add(of(Kind.REFUND_RETURN_NOT_BOOKED, dossier, refund).differs(refund.state(), entry));
                }
            }
        }
    }

    private static Finding of(Kind kind, Dossier dossier, RefundView refund) {
        return Finding.of(kind, dossier.order(), refund.id().value()).since(refund.changedAt());
    }
}
