package io.sampan.deliver.procurement;

import io.sampan.deliver.procurement.Desk.Next;
import io.sampan.deliver.procurement.Purchase.Payment;
import io.sampan.deliver.procurement.Purchase.Upstream;
import io.sampan.deliver.procurement.PurchaseState.NeedsHuman;
import io.sampan.deliver.procurement.PurchaseState.Paid;
import io.sampan.deliver.procurement.PurchaseState.Reason;
import io.sampan.deliver.procurement.PurchaseState.Then;
import io.sampan.deliver.procurement.PurchaseState.Withdrawing;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.money.ledger.Entry;
import io.sampan.money.ledger.Ledger;
import io.sampan.money.ledger.Posting;
import io.sampan.outside.marketplace.OrderRead;
import io.sampan.outside.marketplace.PaidUpstream;
import io.sampan.outside.marketplace.UpstreamOrder;
import io.sampan.outside.marketplace.UpstreamOrder.State;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The steps in which the marketplace is paid, each of its orders once; what may have been paid is read before it is paid again. */
@Component
class Settlement {
    private final Desk desk;
    private final Ledger ledger;

    Settlement(Desk desk, Ledger ledger) {
        this.desk = desk;
        this.ledger = ledger;
    }

    Next paying(Purchase purchase) {
        if (purchase.unwanted() && !purchase.mayHavePaid()) {
            return desk.write(purchase, current -> current.to(new Withdrawing(Then.CANCEL)));
        }
        var next = purchase.unpaid();
        if (next.isEmpty()) {
            return desk.write(purchase, this::bought);
        }
        var one = next.get();
        return one.payment() == Payment.ASKED || one.order().state() != State.WAIT_PAY
                ? read(purchase, one)
                : pay(purchase, one);
    }

    private Next read(Purchase purchase, Upstream one) {
        return switch (desk.connector(purchase).read(one.order().orderId())) {
            case OrderRead.Present present -> heard(purchase, one, present.order());
            case OrderRead.Split(var parts) ->
                desk.write(purchase, current -> current.splitting(one.order().orderId(), parts));
            case OrderRead.Later later -> new Next.Later(later.after());
            case OrderRead.Missing _, OrderRead.Traced _, OrderRead.Refused _ -> desk.missing(purchase);
            case OrderRead.Unsupported _ ->
                desk.human(purchase, Reason.PAYMENT_UNCLEAR, one.order().orderId());
        };
    }

    private Next heard(Purchase purchase, Upstream one, UpstreamOrder now) {
        return switch (now.state()) {
            case PAID, PART_SHIPPED, SHIPPED, DONE ->
                desk.write(purchase, current -> paid(current.knowing(List.of(now)), now));
            case WAIT_PAY ->
                one.payTries() >= desk.settings.payTries()
                        ? desk.human(purchase, Reason.PAYMENT_UNCLEAR, now.orderId())
                        : pay(purchase, one);
            case CLOSED, REFUNDING, REFUNDED ->
                desk.write(purchase, current -> lost(current.knowing(List.of(now)), now.told()));
            case UNKNOWN -> desk.human(purchase, Reason.UNKNOWN_STATE, now.orderId());
        };
    }

    private Next pay(Purchase purchase, Upstream one) {
        if (!desk.intend(purchase, current -> mark(current, one, Payment.ASKED, 1))) {
            return new Next.Again();
        }
        return switch (desk.connector(purchase).pay(one.order())) {
            case PaidUpstream.Done _ -> desk.write(purchase, current -> paid(current, one.order()));
            case PaidUpstream.Refused refused ->
                desk.write(
                        purchase,
                        current -> mark(current, one, Payment.NOT_ASKED, 0)
                                .to(new NeedsHuman(Reason.PAYMENT_REFUSED, refused.code() + " " + refused.words())));
            case PaidUpstream.Unsupported _ ->
                desk.write(
                        purchase,
                        current -> mark(current, one, Payment.NOT_ASKED, 0)
                                .to(new NeedsHuman(Reason.NO_PAYING, one.order().orderId())));
            case PaidUpstream.Later later -> {
                desk.write(purchase, current -> mark(current, one, Payment.NOT_ASKED, -1));
                yield new Next.Later(later.after());
            }
            case PaidUpstream.Unclear _ -> new Next.Later(desk.settings.lookUpAfter());
        };
    }

    /** The order is paid: that stands in the ledger in the same moment. */
    Purchase paid(Purchase purchase, UpstreamOrder order) {
        if (!order.total().isZero()) {
            var id = "purchase:" + purchase.id() + ":" + order.orderId();
            var postings = spent(purchase, order);
            ledger.post(new Entry(id, Entry.Kind.PURCHASE, purchase.order().toString(), desk.now(), postings))
                    .orThrow();
        }
        return purchase.paying(order.orderId(), old -> new Upstream(old.order(), Payment.PAID, old.payTries()));
    }

    /** Everything is paid: the order hears of it. Of one that was cancelled meanwhile the money is asked back. */
    Purchase bought(Purchase purchase) {
        var wanted = purchase.lines().stream()
                .filter(line ->
                        desk.orders.bought(purchase.order(), line.line()).stands())
                .toList();
        if (wanted.isEmpty()) {
            return purchase.unwanting().to(new Withdrawing(Then.CANCEL));
        }
        return wanted.size() == purchase.lines().size()
                ? purchase.to(new Paid())
                : purchase.to(new NeedsHuman(
                        Reason.CANCELLED_AFTER_PAYING, purchase.total().toString()));
    }

    /** Its seller, or the marketplace, closed orders of it: the shopper's order hears of that, and a person decides how it goes on. */
    Purchase lost(Purchase purchase, String told) {
        purchase.open().stream()
                .filter(Losses::isLost)
                .flatMap(one -> UpstreamLines.of(purchase, one.order()).stream())
                .distinct()
                .forEach(line -> desk.orders.saleClosed(purchase.order(), line));
        var settled = returned(purchase);
        var next = settled.open().isEmpty() ? settled.anew() : settled;
        return next.to(new NeedsHuman(Reason.CLOSED_BY_SELLER, told));
    }

    /** Orders that ended with our money back stand in the ledger as such, and count no more; nor do those that ended without it. */
    Purchase returned(Purchase purchase) {
        for (var one : purchase.open()) {
            boolean back = one.payment() == Payment.PAID && Losses.afterwards(one) == Payment.RETURNED;
            if (back && !one.order().total().isZero()) {
                var id =
                        "purchase-returned:" + purchase.id() + ":" + one.order().orderId();
                var postings = spent(purchase, one.order()).stream()
                        .map(posting ->
                                new Posting(posting.account(), posting.amount().negated()))
                        .toList();
                var order = purchase.order().toString();
                ledger.post(new Entry(id, Entry.Kind.PURCHASE_RETURNED, order, desk.now(), postings))
                        .orThrow();
            }
        }
        return Losses.settled(purchase);
    }

    private static List<Posting> spent(Purchase purchase, UpstreamOrder order) {
        var postings = new ArrayList<Posting>();
        add(postings, AccountRef.cost("goods"), order.total().minus(order.freight()));
        add(postings, AccountRef.cost("domestic-freight"), order.freight());
        add(
                postings,
                AccountRef.supplier(purchase.marketplace().slug()),
                order.total().negated());
        return postings;
    }

    private static void add(List<Posting> postings, AccountRef account, Money amount) {
        if (!amount.isZero()) {
            postings.add(new Posting(account, amount));
        }
    }

    private static Purchase mark(Purchase purchase, Upstream one, Payment payment, int moreTries) {
        return purchase.paying(
                one.order().orderId(), old -> new Upstream(old.order(), payment, old.payTries() + moreTries));
    }
}
