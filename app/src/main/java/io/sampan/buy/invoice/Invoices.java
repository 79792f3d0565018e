package io.sampan.buy.invoice;

import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderId;
import io.sampan.buy.ordering.OrderNews;
import io.sampan.buy.ordering.Orders;
import io.sampan.buy.payment.PaymentView;
import io.sampan.buy.payment.Payments;
import io.sampan.buy.payment.RefundFailed;
import io.sampan.buy.payment.RefundId;
import io.sampan.buy.payment.RefundSettled;
import io.sampan.buy.payment.RefundView;
import io.sampan.ground.database.Transactions;
import io.sampan.money.amount.Money;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Issues the papers of orders as their money moves: an invoice once an order is paid, a supplement for what was paid on top, a credit note for
 * what was given back. Together they always come to what we kept. Each is issued once, whatever is heard twice.
 */
@Component
public class Invoices {
    /** Money that nothing was owed for goes back without a paper, as it came. */
    private static final String SURPLUS = "surplus:";

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

    /** The papers of an order, the oldest first. */
    public List<Invoice> of(OrderId order) {
        return table.of(order.value());
    }

    @ApplicationModuleListener
    void on(OrderNews.OrderPaid news) {
        var order = orders.find(news.order()).orElseThrow();
        issue(Invoice.Kind.INVOICE, order, order.id().value(), order.total());
    }

    @ApplicationModuleListener
    void on(OrderNews.OrderPriceAccepted news) {
        var order = orders.find(news.order()).orElseThrow();
        var paid = payments.of(order.id().value());
        for (var receipt : order.funds().receipts()) {
            if (receipt.purpose().startsWith(TOP_UP)) {
                var kept = receipt.amount().minus(surplus(paid, receipt.payment()));
                issue(Invoice.Kind.SUPPLEMENT, order, receipt.payment(), kept);
            }
        }
    }

    @ApplicationModuleListener
    void on(RefundSettled news) {
        refund(news.subject(), news.refund())
                .ifPresent(refund -> orders.find(new OrderId(news.subject()))
                        .filter(order -> table.has(order.id().value()))
                        .ifPresent(order -> issue(
                                Invoice.Kind.CREDIT_NOTE, order, refund.id().value(), refund.amount())));
    }

    /** It had a credit note, and the money came back to us: until it is given back in another way it is owed again. */
    @ApplicationModuleListener
    void on(RefundFailed news) {
        var order = orders.find(new OrderId(news.subject()));
        var refund = refund(news.subject(), news.refund())
                .filter(one -> table.has(one.id().value()));
        if (order.isPresent() && refund.isPresent()) {
            var cause = "returned:" + refund.get().id().value();
            var id = UUID.nameUUIDFromBytes(cause.getBytes(StandardCharsets.UTF_8));
            issue(Invoice.Kind.SUPPLEMENT, order.get(), id, refund.get().amount());
        }
    }

    private void issue(Invoice.Kind kind, Order order, UUID cause, Money amount) {
        if (!amount.isPositive()) {
            return;
        }
        var seller = new Invoice.Seller(settings.sellerName(), settings.sellerAddress(), settings.sellerTaxId());
        transactions.run(() -> {
            long last = table.lock();
            if (!table.has(cause)) {
                table.add(new Invoice(last + 1, kind, order.id().value(), cause, amount, seller, clock.instant()));
            }
        });
    }

    private Optional<RefundView> refund(UUID subject, RefundId id) {
        return payments.of(subject).stream()
                .flatMap(payment -> payment.refunds().stream())
                .filter(refund -> refund.id().equals(id) && !refund.key().startsWith(SURPLUS))
                .findFirst();
    }

    private static Money surplus(List<PaymentView> payments, UUID payment) {
        return payments.stream()
                .flatMap(one -> one.refunds().stream())
                .filter(refund -> refund.key().equals(SURPLUS + payment))
                .map(RefundView::amount)
                .reduce(Money::plus)
                .orElse(Money.zero(payments.getFirst().amount().currency()));
    }
}
