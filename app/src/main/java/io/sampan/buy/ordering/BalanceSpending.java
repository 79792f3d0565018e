package io.sampan.buy.ordering;

import io.sampan.buy.payment.BalancePayments;
import io.sampan.buy.payment.Opening;
import io.sampan.ground.database.Transactions;
import io.sampan.money.amount.Money;
import io.sampan.people.identity.AccountId;
import java.util.Currency;
import org.springframework.stereotype.Component;

/** Orders that are paid, wholly or first of all, from what their shopper has with us. */
@Component
class BalanceSpending {
    private final OrderTable table;
    private final Orders orders;
    private final BalancePayments payments;
    private final OrderPayments orderPayments;
    private final Transactions transactions;

    BalanceSpending(
            OrderTable table,
            Orders orders,
            BalancePayments payments,
            OrderPayments orderPayments,
            Transactions transactions) {
        this.table = table;
        this.orders = orders;
        this.payments = payments;
        this.orderPayments = orderPayments;
        this.transactions = transactions;
    }

    Money available(AccountId shopper, Currency currency) {
        return payments.available(shopper.value(), currency);
    }

    /** What the shopper's balance would pay of what is due now; zero when it would pay nothing. */
    Money offered(Order order) {
        return new PriceTalk(order)
                .from(available(order.shopper(), order.total().currency()))
                .map(PriceTalk.Due::amount)
                .orElse(Money.zero(order.total().currency()));
    }

    /** Pays as much of what is due as the balance holds, and moves the order in the same moment. Whether it paid anything. */
    boolean pay(OrderId id) {
        return transactions.run(() -> {
            var order = table.lock(id);
            var available = available(order.shopper(), order.total().currency());
            var due = new PriceTalk(order).from(available);
            if (due.isEmpty()) {
                return false;
            }
            var opening = payments.pay(
                    orderPayments.payable(order, due.get()), order.shopper().value());
            if (!(opening instanceof Opening.AlreadyPaid paid)) {
                return false;
            }
            var receipt = new Funds.Receipt(
                    paid.payment().value(), due.get().purpose(), due.get().amount());
            orders.captured(id, receipt);
            return true;
        });
    }
}
