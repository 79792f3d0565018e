package io.sampan.buy.payment;

import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.Ledger;
import io.sampan.money.ledger.LedgerOfATest;
import io.sampan.outside.gateway.Gateway;
import io.sampan.outside.gateway.Gateways;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** The payment room put together by hand over a fresh database, with a clock that a test moves and work afterwards that a test starts. */
final class PaymentRoom {
    /** A clock that stands until it is moved. */
    static class Hands extends Clock {
        private volatile Instant now = Instant.parse("2026-11-22T12:00:00Z");

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    final TestDatabase database;
    final Hands clock;
    final List<Object> events = new CopyOnWriteArrayList<>();
    final ConcurrentLinkedQueue<Runnable> afterwards = new ConcurrentLinkedQueue<>();
    final Ledger ledger;
    final Payments payments;
    final BalancePayments balances;
    final Settling settling;
    final Refunds refunds;
    final Caretaker caretaker;
    final GatewayListener listener;

    /** Over a database whose payments of earlier tests are removed; its ledger keeps them, as it must. */
    PaymentRoom(TestDatabase database, Gateway gateway) {
        this(database, gateway, new Hands());
    }

    PaymentRoom(TestDatabase database, Gateway gateway, Hands clock) {
        this.database = database;
        this.clock = clock;
        database.jdbc().sql("DELETE FROM payment.refund").update();
        database.jdbc().sql("DELETE FROM payment.payment").update();
        ledger = LedgerOfATest.on(database, clock);
        var table = new PaymentTable(database.jdbc());
        var refundTable = new RefundTable(database.jdbc());
        var settings = new PaymentSettings(
                "stripe.card",
                Duration.ofSeconds(2),
                20,
                Duration.ofSeconds(90),
                Duration.ofSeconds(4),
                Duration.ofMinutes(30),
                List.of(Duration.ofDays(1), Duration.ofDays(3), Duration.ofDays(30)),
                Duration.ofMinutes(15));
        var tools = new Tools(
                database.transactions(),
                clock,
                new Gateways(List.of(gateway)),
                new Books(ledger),
                settings,
                events::add);
        var after = new Afterwards(afterwards::add);
        refunds = new Refunds(refundTable, table, after, tools);
        settling = new Settling(
                table, refunds, new SavedWays(new CustomerTable(database.jdbc()), tools.gateways()), tools, after);
        payments = new Payments(table, refundTable, settling, refunds, after, tools);
        balances = new BalancePayments(table, settling, after, ledger, tools);
        caretaker = new Caretaker(table, refundTable, settling, refunds, tools);
        listener = new GatewayListener(table, refundTable, settling, refunds, after, tools);
    }

    /** Does what was put off until after the transaction. */
    void afterwards() {
        for (var work = afterwards.poll(); work != null; work = afterwards.poll()) {
            work.run();
        }
    }

    static Payable order(UUID subject, long cents) {
        return new Payable(
                subject,
                "order",
                Money.of(cents, "EUR"),
                "Sampan SP-1",
                URI.create("https://shop.example/order?paid"),
                URI.create("https://shop.example/order"),
                Locale.GERMANY);
    }

    PaymentId page(UUID subject, long cents) {
        if (payments.open(order(subject, cents)) instanceof Opening.Page page) {
            return page.payment();
        }
        throw new IllegalStateException("No page was opened");
    }

    PaymentView view(UUID subject) {
        return payments.of(subject).getFirst();
    }
}
