package io.sampan.buy.invoice;

import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderId;
import io.sampan.buy.ordering.OrderNews;
import io.sampan.buy.ordering.Orders;
import io.sampan.buy.payment.Payments;
import io.sampan.buy.payment.RefundFailed;
import io.sampan.buy.payment.RefundSettled;
import io.sampan.buy.payment.RefundView;
import io.sampan.ground.database.Transactions;
import io.sampan.money.amount.Money;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Issues the papers of orders as their money moves: an invoice once an order is paid, a supplement for what was paid on top, a credit note for
 * what was given back. Together they come to what we kept. Each is issued once.
 */
@Component
public class Invoices {
    /** Money that nothing was owed for goes back without a paper, as it came. */
    private static final String SURPLUS = "surplus:";

    /** The same of what came by a way that the shopper had left. */
    private static final String UNWANTED = "withdrawn:";

    private static final String TOP_UP = "top-up-";

    private final InvoiceTable table;
    private final Orders orders;
    private final Payments payments;
    private final Transactions transactions;
    private final InvoiceSettings settings;
    private final Clock clock;

    Invoices(
            InvoiceTable table,
            Orders orders,
            Payments payments,
            Transactions transactions,
            InvoiceSettings settings,
            Clock clock) {
        this.table = table;
        this.orders = orders;
        this.payments = payments;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** The papers of an order, the oldest first. What should be issued by now, is. */
    public List<Invoice> of(OrderId order) {
        bring(order);
        return table.of(order.value());
    }

    @ApplicationModuleListener
    void on(OrderNews.OrderPaid news) {
        bring(news.order());
    }

    @ApplicationModuleListener
    void on(OrderNews.OrderPriceAccepted news) {
        bring(news.order());
    }

    @ApplicationModuleListener
    void on(RefundSettled news) {
        bring(new OrderId(news.subject()));
    }

    @ApplicationModuleListener
    void on(RefundFailed news) {
        bring(new OrderId(news.subject()));
    }

    /** Issues what is missing. Everything follows from how the order and its payments stand, whatever was heard of them, and when. */
    private void bring(OrderId id) {
        orders.find(id).ifPresent(order -> {
            var paid = payments.of(id.value());
            var refunds =
                    paid.stream().flatMap(payment -> payment.refunds().stream()).toList();
            if (wasPaid(order, refunds)) {
                transactions.run(() -> {
                    issue(Invoice.Kind.INVOICE, order, id.value(), order.total());
                    order.funds().receipts().stream()
                            .filter(receipt -> receipt.purpose().startsWith(TOP_UP))
                            .forEach(receipt -> issue(
                                    Invoice.Kind.SUPPLEMENT,
                                    order,
                                    receipt.payment(),
                                    receipt.amount().minus(surplus(order, refunds, SURPLUS + receipt.payment()))));
                    refunds.forEach(refund -> bring(order, refund));
                });
            }
        });
    }

    /** One that had its credit note and came back to us is owed again until it is given back in another way. */
    private void bring(Order order, RefundView refund) {
        var id = refund.id().value();
        if (isSurplus(refund)) {
            return;
        }
        switch (refund.state()) {
            case DONE -> issue(Invoice.Kind.CREDIT_NOTE, order, id, refund.amount());
            case FAILED -> {
                if (table.has(id)) {
                    var cause = UUID.nameUUIDFromBytes(("returned:" + id).getBytes(StandardCharsets.UTF_8));
                    issue(Invoice.Kind.SUPPLEMENT, order, cause, refund.amount());
                }
            }
            case ASKED, PENDING -> {}
        }
    }

    /** Whether it was paid in full at some time; money that nothing waited for does not count. */
    private static boolean wasPaid(Order order, List<RefundView> refunds) {
        var kept = order.funds().taken().minus(surplus(order, refunds, SURPLUS));
        return kept.compareTo(order.total()) >= 0;
    }

    private void issue(Invoice.Kind kind, Order order, UUID cause, Money amount) {
        if (!amount.isPositive() || table.has(cause)) {
            return;
        }
        long last = table.lock();
        // Somebody else may have issued it while we waited.
        if (!table.has(cause)) {
            var seller = new Invoice.Seller(settings.sellerName(), settings.sellerAddress(), settings.sellerTaxId());
            table.add(new Invoice(last + 1, kind, order.id().value(), cause, amount, seller, clock.instant()));
        }
    }

    private static boolean isSurplus(RefundView refund) {
        return refund.key().startsWith(SURPLUS) || refund.key().startsWith(UNWANTED);
    }

    /** @param key the beginning of the refunds' keys */
    private static Money surplus(Order order, List<RefundView> refunds, String key) {
        return refunds.stream()
                .filter(refund -> refund.key().startsWith(key))
                .map(RefundView::amount)
                .reduce(Money.zero(order.total().currency()), Money::plus);
    }
}
