package io.sampan.help.reconciliation;

import io.sampan.buy.ordering.OrderState;
import io.sampan.buy.payment.RefundView;
import io.sampan.ground.database.Stored;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What the book holds of an order's money is what the order holds; once it is over, nothing but what is still the shopper's. It looks last: where a
 * single movement is wrong, that says it all, and the sum is not told besides.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class BookOfOrders implements OrderCheck {
    private static final Set<Kind> EXPLAINED = EnumSet.of(
            Kind.CAPTURE_NOT_BOOKED,
            Kind.CAPTURE_BOOKED_OTHERWISE,
            Kind.CAPTURE_BOOKED_UNTAKEN,
            Kind.CAPTURE_NOT_TOLD,
            Kind.RECEIPT_WITHOUT_CAPTURE,
            Kind.RECEIPT_AMOUNT_DIFFERS,
            Kind.REFUND_NOT_BOOKED,
            Kind.REFUND_BOOKED_OTHERWISE,
            Kind.REFUND_BOOKED_UNDONE,
            Kind.REFUND_RETURN_NOT_BOOKED,
            Kind.GIVEN_BACK_DIFFERS,
            Kind.DELIVERY_NOT_EARNED,
            Kind.EARNED_UNDELIVERED,
            Kind.BOOKED_FOR_NOTHING,
            Kind.FUNDS_CURRENCY_MIXED);

    @Override
    public Set<Kind> kinds() {
        return Set.of(
                Kind.DELIVERY_NOT_EARNED,
                Kind.EARNED_UNDELIVERED,
                Kind.FUNDS_CURRENCY_MIXED,
                Kind.FUNDS_DIFFER,
                Kind.FUNDS_LEFT_OVER,
                Kind.BOOKED_FOR_NOTHING);
    }

    @Override
    public void look(Dossier dossier, Findings run, List<Finding> found) {
        earned(dossier, found);
        origins(dossier, found);
        funds(dossier, found);
    }

    private static void earned(Dossier dossier, List<Finding> found) {
        var order = dossier.order();
        var entry = "delivered:" + order.id();
        boolean booked = dossier.book().has(entry);
        var kept = order.funds().left().minus(order.funds().bounced());
        if (order.state() instanceof OrderState.Delivered delivered) {
            if (!booked && kept.isPositive()) {
                found.add(Finding.of(Kind.DELIVERY_NOT_EARNED, order, order.id())
                        .differs(kept, "-")
                        .since(delivered.at()));
            }
        } else if (booked) {
            found.add(Finding.of(Kind.EARNED_UNDELIVERED, order, order.id())
                    .differs(order.state().slug(), entry));
        }
    }

    /** Every entry of the story names something that there is. */
    private static void origins(Dossier dossier, List<Finding> found) {
        var known = new HashSet<String>();
        dossier.payments().forEach(one -> {
            known.add("capture:" + one.key());
            known.add("gateway-fee:" + one.key());
        });
        dossier.refunds().forEach(one -> {
            known.add("refund:" + one.key());
            known.add("refund-returned:" + one.key());
            known.add("gateway-fee:" + one.key());
        });
        dossier.parcels().forEach(one -> known.add("freight:" + one.key()));
        known.add("delivered:" + dossier.order().id());
        dossier.bought().all().stream()
                .map(Stored::thing)
                .forEach(purchase -> purchase.upstream().forEach(one -> {
                    var ids = purchase.id() + ":" + one.order().orderId();
                    known.add("purchase:" + ids);
                    known.add("purchase-returned:" + ids);
                }));
        dossier.book().ids().stream()
                .filter(BookOfOrders::hasOrigin)
                .filter(entry -> !known.contains(entry))
                .forEach(entry -> found.add(Finding.of(Kind.BOOKED_FOR_NOTHING, dossier.order(), entry)
                        .differs(entry, "-")));
    }

    private static boolean hasOrigin(String entry) {
        return entry.matches(
                "(capture|gateway-fee|refund|refund-returned|purchase|purchase-returned|freight|delivered):.*");
    }

    private static void funds(Dossier dossier, List<Finding> found) {
        var order = dossier.order();
        var account = AccountRef.shopperFunds(order.id().value());
        var currency = order.total().currency();
        var others = dossier.book().on(account).stream()
                .filter(line -> !line.currency().equals(currency.getCurrencyCode()))
                .toList();
        if (!others.isEmpty()) {
            found.add(Finding.of(Kind.FUNDS_CURRENCY_MIXED, order, order.id())
                    .differs(others.getFirst().currency(), currency.getCurrencyCode()));
        }
        boolean unusual =
                dossier.payments().stream().anyMatch(one -> one.thing().attention() != null);
        if (unusual || found.stream().anyMatch(one -> EXPLAINED.contains(one.kind()))) {
            return;
        }
        boolean delivered = order.state() instanceof OrderState.Delivered;
        boolean over = delivered || order.state() instanceof OrderState.Cancelled;
        var theirs = delivered ? order.funds().bounced() : order.funds().left();
        var held = theirs.plus(underWay(dossier, theirs));
        long booked = Math.negateExact(dossier.book().balance(account));
        if (booked != held.minor()) {
            found.add(Finding.of(over ? Kind.FUNDS_LEFT_OVER : Kind.FUNDS_DIFFER, order, order.id())
                    .differs(held, new Money(booked, currency))
                    .since(dossier.kept().changedAt()));
        }
    }

    /** What is promised back and has not left us yet: the book still holds it for the shopper. */
    private static Money underWay(Dossier dossier, Money like) {
        return dossier.refunds().stream()
                .map(Stored::thing)
                .filter(refund ->
                        refund.state() == RefundView.State.ASKED || refund.state() == RefundView.State.PENDING)
                .map(RefundView::amount)
                .reduce(Money.zero(like.currency()), Money::plus);
    }
}
