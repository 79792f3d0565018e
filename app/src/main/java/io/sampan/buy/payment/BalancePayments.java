package io.sampan.buy.payment;

import io.sampan.buy.payment.PaymentState.Captured;
import io.sampan.buy.payment.PaymentState.Closed;
import io.sampan.buy.payment.PaymentState.Requested;
import io.sampan.ground.database.TimeOrderedId;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.money.ledger.Ledger;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Payments from what a shopper has with us: they are taken or refused at once, in the caller's transaction if there is one. */
@Component
public class BalancePayments {
    /** The balance holds less than was to be paid, for instance because it was spent elsewhere meanwhile. */
    public static final String TOO_SMALL = "balance-too-small";

    private final PaymentTable table;
    private final Settling settling;
    private final Afterwards afterwards;
    private final Ledger ledger;
    private final Tools tools;

    BalancePayments(PaymentTable table, Settling settling, Afterwards afterwards, Ledger ledger, Tools tools) {
        this.table = table;
        this.settling = settling;
        this.afterwards = afterwards;
        this.ledger = ledger;
        this.tools = tools;
    }

    /** What an account can spend now. */
    public Money available(UUID account, Currency currency) {
        return ledger.funds(AccountRef.shopperBalance(account), currency).available();
    }

    /**
     * Pays at once. An unfinished payment for the same purpose by another way is left, its page closed; while one of the subject's is being taken,
     * nothing is paid.
     *
     * @param account whose balance it is
     * @return {@link Opening.AlreadyPaid} when it is paid, now or before; else why not
     */
    public Opening pay(Payable payable, UUID account) {
        return tools.transactions().run(() -> {
            if (table.isWithdrawn(payable.subject())) {
                return new Opening.Refused("withdrawn");
            }
            table.lockAll(payable.subject(), payable.purpose());
            for (var other : table.of(payable.subject())) {
                boolean same = other.payable().purpose().equals(payable.purpose());
                if (same && other.state() instanceof Captured && other.isFromBalance()) {
                    return new Opening.AlreadyPaid(other.id());
                }
                if (other.state().isUnderWay() && (same || !other.state().isFinal())) {
                    return new Opening.BeingTaken(other.id());
                }
            }
            var now = tools.clock().instant();
            table.current(payable.subject(), payable.purpose()).ifPresent(left -> {
                table.supersede(left.id(), now);
                afterwards.run(() -> settling.settle(left.id()));
            });
            return paid(payable, account, now);
        });
    }

    private Opening paid(Payable payable, UUID account, Instant now) {
        var amount = payable.amount();
        var nothing = Money.zero(amount.currency());
        var payment = new Payment(
                new PaymentId(TimeOrderedId.next(tools.clock())),
                payable,
                new PayWay(PayWay.BALANCE, ""),
                new Requested(),
                account.toString(),
                Payment.Wanted.YES,
                new PaymentView.Contested(nothing, nothing),
                null,
                now,
                now,
                0);
        if (!table.add(payment, now.plus(tools.settings().claim()))) {
            return new Opening.Unavailable("another-payment");
        }
        var captured = new Captured(amount, nothing, now);
        if (!tools.books().spent(payment, captured).stands()) {
            table.move(payment, new Closed(TOO_SMALL), account.toString(), now);
            return new Opening.Refused(TOO_SMALL);
        }
        table.move(payment, captured, account.toString(), now);
        tools.events().publishEvent(new PaymentCaptured(payment.id(), payable.subject(), payable.purpose()));
        return new Opening.AlreadyPaid(payment.id());
    }
}
