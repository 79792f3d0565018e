package io.sampan.buy.payment;

import io.sampan.buy.payment.PaymentState.Captured;
import io.sampan.buy.payment.PaymentState.Capturing;
import io.sampan.buy.payment.PaymentState.Closed;
import io.sampan.buy.payment.PaymentState.Open;
import io.sampan.buy.payment.PaymentState.Requested;
import io.sampan.ground.database.TimeOrderedId;
import io.sampan.money.amount.Money;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Payments of anything that has an id. Money is authorised on the gateway's page and taken by us at once; every taking and giving back stands
 * in the ledger in the same moment as it does here. What happens is told by {@link PaymentCaptured}, {@link PaymentClosed},
 * {@link RefundSettled} and {@link RefundFailed}.
 */
@Component
public class Payments {
    /** A page that ends within this time is no longer given to a shopper who comes back to it. */
    private static final Duration ENOUGH_TIME = Duration.ofMinutes(1);

    private static final String WITHDRAWN = "withdrawn";
    /** As long as the other click may be at the gateway, within what a shopper bears. */
    private static final int MOST_WAITS = 100;

    private static final Duration WAIT = Duration.ofMillis(100);

    private final PaymentTable table;
    private final RefundTable refundTable;
    private final Settling settling;
    private final Refunds refunds;
    private final Afterwards afterwards;
    private final Tools tools;

    Payments(
            PaymentTable table,
            RefundTable refundTable,
            Settling settling,
            Refunds refunds,
            Afterwards afterwards,
            Tools tools) {
        this.table = table;
        this.refundTable = refundTable;
        this.settling = settling;
        this.refunds = refunds;
        this.afterwards = afterwards;
        this.tools = tools;
    }

    /**
     * Opens the payment of a subject for a purpose, or finds the one that is under way: a double click gives the same page. Once its page has
     * expired, a new one is opened; so it is for a shopper who chooses another method before they have paid, and the page of the first is closed.
     * Waits for the gateway.
     *
     * @throws IllegalStateException within a transaction
     */
    public Opening open(Payable payable, PayWay way) {
        outsideTransactions();
        if (tools.gateways().named(way.method().gateway()).isEmpty()) {
            return new Opening.Unavailable("gateway-missing");
        }
        if (table.isWithdrawn(payable.subject())) {
            return new Opening.Refused(WITHDRAWN);
        }
        // The second round is for a payment that turned out to have ended.
        return opened(payable, way).or(() -> opened(payable, way)).orElseGet(() -> new Opening.Unavailable("ended"));
    }

    /** The same by the method under way, or else by that which this installation names for whom does not choose. */
    public Opening open(Payable payable) {
        var method = table.current(payable.subject(), payable.purpose())
                .map(payment -> payment.way().method())
                .filter(way -> !way.equals(PayWay.BALANCE))
                .orElseGet(tools.settings()::usualMethod);
        return open(payable, new PayWay(method, ""));
    }

    /** All payments of a subject, the oldest first. */
    public List<PaymentView> of(UUID subject) {
        var all = refundTable.of(subject).stream().map(Refund::view).toList();
        return table.of(subject).stream().map(payment -> view(payment, all)).toList();
    }

    /**
     * Asks the gateway now how the subject's unfinished payments stand, takes what was authorised, and says how they stand then: for the page
     * to which a shopper returns who paid. A payment of which the gateway does not say yet what came of it is under way. Waits for the gateway.
     *
     * @throws IllegalStateException within a transaction
     */
    public List<PaymentView> look(UUID subject) {
        outsideTransactions();
        table.cameBack(subject);
        table.of(subject).stream()
                .filter(payment -> !payment.state().isFinal())
                .forEach(payment -> settling.settle(payment.id()));
        return of(subject);
    }

    /**
     * Promises to give back money of the subject's, to where it came from, and starts to do so when the transaction under way has ended. The
     * same key again is the same refund. Never more is promised than was taken and not yet given back or promised.
     *
     * @param refundKey the caller's own id of this refund, unique within the subject
     * @param reason for operators; without personal data
     */
    public Refunding refund(UUID subject, Money amount, String refundKey, String reason) {
        return refunds.give(new Refunds.Wish(subject, amount, refundKey, reason, null));
    }

    /** The same to an account's balance. */
    public Refunding refundToBalance(UUID account, UUID subject, Money amount, String refundKey, String reason) {
        return refunds.give(new Refunds.Wish(subject, amount, refundKey, reason, account));
    }

    /**
     * Nobody wants the subject's unfinished payments any more: their pages are closed, and money that is authorised or even taken in spite of
     * that is let go or given back by itself. Money that was taken before stays; it is given back by {@link #refund}.
     */
    public void close(UUID subject) {
        var withdrawn = tools.transactions()
                .run(() -> table.withdraw(subject, tools.clock().instant()));
        withdrawn.forEach(id -> afterwards.run(() -> settling.settle(id)));
    }

    /** Payments that an operator should look at: unclear for too long, not as expected, or with a refund that failed; the oldest first. */
    public List<PaymentView> unsettled(int limit) {
        var slowSince = tools.clock().instant().minus(tools.settings().slow());
        return table.unsettled(slowSince, limit).stream()
                .map(payment -> view(
                        payment,
                        refundTable.of(payment.payable().subject()).stream()
                                .map(Refund::view)
                                .toList()))
                .toList();
    }

    /** An operator has seen to what was unusual about a payment. */
    public void attended(PaymentId payment) {
        table.attend(payment, null);
    }

    /** Has the caretaker look at a payment that nobody would look at again by itself. */
    public void wake(PaymentId id) {
        table.hear(id, tools.clock().instant());
    }

    /** The same for a refund. */
    public void wake(RefundId id) {
        refundTable.hear(id, tools.clock().instant());
    }

    /**
     * Money of a payment is contested, or no longer so: as much of it is not given back a second time.
     *
     * @param contested asked while the payment is held, so that of two disputes each sees the other
     * @return what it was paid for; empty when it is none of ours
     */
    public Optional<UUID> contest(PaymentId id, Supplier<PaymentView.Contested> contested) {
        return tools.transactions()
                .run(() -> table.lock(id).map(payment -> {
                    table.contest(id, contested.get());
                    refundTable.wakeContested(id, tools.clock().instant());
                    return payment.payable().subject();
                }));
    }

    /** Tells again that a payment was taken; who heard it before does nothing. Nothing is told of one that was not. */
    public void tellAgain(PaymentId id) {
        tools.transactions()
                .run(() -> table.lock(id)
                        .filter(payment -> payment.state() instanceof Captured)
                        .ifPresent(payment -> tools.events()
                                .publishEvent(new PaymentCaptured(
                                        id,
                                        payment.payable().subject(),
                                        payment.payable().purpose()))));
    }

    /** Writes what was taken and given back into the book where it is missing there; what stands there already stays as it is. */
    public void book(PaymentId id) {
        tools.transactions()
                .run(() -> table.lock(id).ifPresent(payment -> {
                    if (payment.state() instanceof Captured captured) {
                        tools.books().captured(payment, captured);
                    }
                    refundTable.of(payment.payable().subject()).stream()
                            .filter(refund -> refund.view().payment().equals(id))
                            .filter(refund -> refund.view().state() == RefundView.State.DONE)
                            .forEach(refund -> tools.books()
                                    .refunded(
                                            refund,
                                            payment.gateway(),
                                            refund.view().changedAt()));
                }));
    }

    private Optional<Opening> opened(Payable payable, PayWay way) {
        var payment = found(payable, way);
        if (!payment.amount().equals(payable.amount())) {
            return Optional.of(new Opening.Refused("other-amount"));
        }
        if (payment.state() instanceof Captured) {
            return Optional.of(new Opening.AlreadyPaid(payment.id()));
        }
        settling.settle(payment.id());
        return outcome(waitedFor(payment.id()));
    }

    private Payment found(Payable payable, PayWay way) {
        return tools.transactions().run(() -> {
            table.lockAll(payable.subject(), payable.purpose());
            var now = tools.clock().instant();
            var current = table.current(payable.subject(), payable.purpose());
            if (current.isPresent()) {
                if (!isLeftFor(way, payable.amount(), current.get())) {
                    return current.get();
                }
                var left = current.get().id();
                table.supersede(left, now);
                afterwards.run(() -> settling.settle(left));
            }
            var id = new PaymentId(TimeOrderedId.next(tools.clock()));
            var nothing = Money.zero(payable.amount().currency());
            var none = new PaymentView.Contested(nothing, nothing);
            var fresh =
                    new Payment(id, payable, way, new Requested(), null, Payment.Wanted.YES, none, null, now, now, 0);
            table.add(fresh, now.plus(tools.settings().claim()));
            return table.current(payable.subject(), payable.purpose()).orElseThrow();
        });
    }

    /** Whether the shopper leaves a payment for another way or another amount, which they can as long as they have not paid by it. */
    private static boolean isLeftFor(PayWay way, Money amount, Payment payment) {
        boolean same =
                payment.way().method().equals(way.method()) && payment.amount().equals(amount);
        return !same && !payment.state().isUnderWay();
    }

    /**
     * Another click may be at the gateway for the same page. Whether anyone is at it is read before how it stands: what they did before they
     * left is then seen.
     */
    private Payment waitedFor(PaymentId id) {
        for (int i = 0; i < MOST_WAITS; i++) {
            boolean claimed = isClaimed(id);
            var payment = table.find(id).orElseThrow();
            if (!claimed || !(payment.state() instanceof Requested)) {
                return payment;
            }
            try {
                Thread.sleep(WAIT);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return payment;
            }
        }
        return table.find(id).orElseThrow();
    }

    private boolean isClaimed(PaymentId id) {
        return table.isClaimed(id, tools.clock().instant());
    }

    /** Empty when the payment has ended so that another can be opened. */
    private Optional<Opening> outcome(Payment payment) {
        return switch (payment.state()) {
            case Requested _ -> Optional.of(new Opening.Unavailable("gateway-silent"));
            case Open _ when payment.isWithdrawn() -> Optional.of(new Opening.Refused(WITHDRAWN));
            case Open open when open.checking() -> Optional.of(new Opening.BeingTaken(payment.id()));
            case Open open
            when tools.clock().instant().plus(ENOUGH_TIME).isAfter(open.expires()) ->
                Optional.of(new Opening.Unavailable("page-ends"));
            case Open open -> Optional.of(new Opening.Page(payment.id(), open.page(), open.expires()));
            case Capturing _ -> Optional.of(new Opening.BeingTaken(payment.id()));
            case Captured _ -> Optional.of(new Opening.AlreadyPaid(payment.id()));
            case Closed _ when payment.isWithdrawn() -> Optional.of(new Opening.Refused(WITHDRAWN));
            case Closed closed
            when payment.reference() == null && !Payment.NEVER_OPENED.equals(closed.why()) ->
                Optional.of(new Opening.Refused(closed.why()));
            case Closed _ -> Optional.empty();
        };
    }

    private static PaymentView view(Payment payment, List<RefundView> all) {
        return payment.view(
                all.stream().filter(r -> r.payment().equals(payment.id())).toList());
    }

    private static void outsideTransactions() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("The gateway is never called within a transaction");
        }
    }
}
