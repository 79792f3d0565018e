package io.sampan.help.reconciliation;

import io.sampan.deliver.procurement.Purchase;
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
            kept.thing().upstream().forEach(one -> upstream(dossier, kept.thing(), one, found));
        }
    }

    private static void upstream(Dossier dossier, Purchase purchase, Purchase.Upstream one, List<Finding> found) {
        var total = one.order().total();
        var ids = purchase.id() + ":" + one.order().orderId();
        boolean booked = dossier.book().has("purchase:" + ids);
        long moved = Math.negateExact(dossier.book().moved("purchase:" + ids, AccountRef.Kind.SUPPLIER));
        boolean paid = one.payment() == Purchase.Payment.PAID;
        if (!paid && booked) {
            found.add(of(Kind.PURCHASE_BOOKED_UNPAID, dossier, ids).differs(one.payment(), "purchase:" + ids));
        }
        if (!paid || total.isZero()) {
            return;
        }
        boolean back = one.order().state() == UpstreamOrder.State.REFUNDED;
        if (!booked) {
            found.add(of(Kind.PURCHASE_NOT_BOOKED, dossier, ids)
                    .differs(total, "-")
                    .target(purchase.id()));
        } else if (moved != total.minor() && !back) {
            found.add(of(Kind.PURCHASE_BOOKED_OTHERWISE, dossier, ids).differs(total.minor(), moved));
        }
        boolean givenUp = purchase.state() instanceof PurchaseState.Cancelled;
        if (back && givenUp && !dossier.book().has("purchase-returned:" + ids)) {
            found.add(of(Kind.PURCHASE_RETURN_NOT_BOOKED, dossier, ids)
                    .differs(total, "-")
                    .target(purchase.id()));
        }
    }

    private static Finding of(Kind kind, Dossier dossier, String ids) {
        return Finding.of(kind, dossier.order(), ids);
    }
}
