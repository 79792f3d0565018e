package io.sampan.help.reconciliation;

import io.sampan.deliver.procurement.Purchase;
import io.sampan.deliver.procurement.Purchase.Payment;
import io.sampan.deliver.procurement.PurchaseState;
import io.sampan.money.ledger.AccountRef;
import io.sampan.outside.marketplace.UpstreamOrder;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What was paid to a marketplace stands in the book, with its amount; what was not, does not. */
@Component
final class BookOfPurchases implements OrderCheck {
    @Override
    public Set<Kind> kinds() {
        return Set.of(
                Kind.PURCHASE_NOT_BOOKED,
                Kind.PURCHASE_BOOKED_OTHERWISE,
                Kind.PURCHASE_BOOKED_UNPAID,
                Kind.PURCHASE_RETURN_NOT_BOOKED);
    }

    @Override
    public void look(Dossier dossier, Findings run, List<Finding> found) {
        for (var kept : dossier.bought().all()) {
            var purchase = kept.thing();
            if (purchase.upstream().stream().anyMatch(one -> one.payment() == Payment.SPLIT)) {
                whole(dossier, purchase, found);
            } else {
                purchase.upstream().forEach(one -> paid(dossier, purchase, one, found));
            }
            purchase.upstream().forEach(one -> returned(dossier, purchase, one, found));
        }
    }

    /** What was paid for an order that was split later stands for its parts: only the sum tells. */
    private static void whole(Dossier dossier, Purchase purchase, List<Finding> found) {
        long paid = purchase.upstream().stream()
                .filter(one -> isPaid(one.payment()))
                .mapToLong(one -> one.order().total().minor())
                .sum();
        long moved = purchase.upstream().stream()
                .mapToLong(one -> moved(dossier, ids(purchase, one)))
                .sum();
        if (paid != moved) {
            found.add(of(Kind.PURCHASE_BOOKED_OTHERWISE, dossier, purchase.id().toString())
                    .differs(paid, moved));
        }
    }

    private static void paid(Dossier dossier, Purchase purchase, Purchase.Upstream one, List<Finding> found) {
        var total = one.order().total();
        var ids = ids(purchase, one);
        boolean booked = dossier.book().has("purchase:" + ids);
        boolean unpaid = one.payment() == Payment.NOT_ASKED || one.payment() == Payment.ASKED;
        if (unpaid && booked) {
            found.add(of(Kind.PURCHASE_BOOKED_UNPAID, dossier, ids).differs(one.payment(), "purchase:" + ids));
        }
        if (!isPaid(one.payment()) || total.isZero()) {
            return;
        }
        boolean back = one.order().state() == UpstreamOrder.State.REFUNDED;
        if (!booked && one.payment() == Payment.PAID) {
            found.add(of(Kind.PURCHASE_NOT_BOOKED, dossier, ids)
                    .differs(total, "-")
                    .target(purchase.id()));
        } else if (booked && moved(dossier, ids) != total.minor() && !back) {
            found.add(of(Kind.PURCHASE_BOOKED_OTHERWISE, dossier, ids).differs(total.minor(), moved(dossier, ids)));
        }
    }

    private static void returned(Dossier dossier, Purchase purchase, Purchase.Upstream one, List<Finding> found) {
        var ids = ids(purchase, one);
        boolean givenUp = purchase.state() instanceof PurchaseState.Cancelled && one.payment() == Payment.PAID;
        boolean back = one.order().state() == UpstreamOrder.State.REFUNDED;
        boolean owed = one.payment() == Payment.RETURNED || givenUp && back;
        if (owed && dossier.book().has("purchase:" + ids) && !dossier.book().has("purchase-returned:" + ids)) {
            found.add(of(Kind.PURCHASE_RETURN_NOT_BOOKED, dossier, ids)
                    .differs(one.order().total(), "-")
                    .target(purchase.id()));
        }
    }

    private static boolean isPaid(Payment payment) {
        return switch (payment) {
            case PAID, RETURNED -> true;
            case NOT_ASKED, ASKED, WITHDRAWN, SPLIT -> false;
        };
    }

    private static String ids(Purchase purchase, Purchase.Upstream one) {
        return purchase.id() + ":" + one.order().orderId();
    }

    private static long moved(Dossier dossier, String ids) {
        return Math.negateExact(dossier.book().moved("purchase:" + ids, AccountRef.Kind.SUPPLIER));
    }

    private static Finding of(Kind kind, Dossier dossier, String ids) {
        return Finding.of(kind, dossier.order(), ids);
    }
}
