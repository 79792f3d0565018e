package io.sampan.buy.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.ground.database.TestDatabase;
import io.sampan.money.ledger.Ledger;
import io.sampan.money.ledger.LedgerOfATest;
import io.sampan.outside.gateway.Gateway;
import io.sampan.outside.gateway.GatewayNews;
import io.sampan.outside.gateway.Gateways;
import io.sampan.outside.gateway.PayMethod;
import io.sampan.outside.gateway.PayingBrowser;
import io.sampan.outside.gateway.Rail;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The payment room put together by hand for other rooms' tests: real in all but who schedules its caretaker. */
public final class PaymentsAtGateways {
    private final Payments payments;
    private final Caretaker caretaker;
    private final GatewayListener listener;
    private final Ledger ledger;

    public PaymentsAtGateways(TestDatabase database, List<Gateway> gateways, Clock clock) {
        ledger = LedgerOfATest.on(database, clock);
        var table = new PaymentTable(database.jdbc());
        var refundTable = new RefundTable(database.jdbc());
        var settings = new PaymentSettings(
                "stripe.card",
                Duration.ofSeconds(2),
                200,
                Duration.ofSeconds(90),
                Duration.ofSeconds(4),
                Duration.ofMinutes(30),
                List.of(Duration.ofDays(1)),
                Duration.ofMinutes(15));
        var tools = new Tools(
                database.transactions(), clock, new Gateways(gateways), new Books(ledger), settings, event -> {});
        var after = new Afterwards();
        var refunds = new Refunds(refundTable, table, after, tools);
        var settling = new Settling(
                table, refunds, new SavedWays(new CustomerTable(database.jdbc()), tools.gateways()), tools, after);
        payments = new Payments(table, refundTable, settling, refunds, after, tools);
        caretaker = new Caretaker(table, refundTable, settling, refunds, tools);
        listener = new GatewayListener(table, refundTable, settling, refunds, after, tools);
    }

    public Payments payments() {
        return payments;
    }

    public Ledger ledger() {
        return ledger;
    }

    /** A shopper pays the rail's price for an order on the gateway's own page. */
    public void isPaid(UUID order, Rail rail, URI gateway) {
        var payable = new Payable(
                order,
                "order",
                rail.price(),
                "Sampan SP-1",
                URI.create("https://shop.example/order?paid"),
                URI.create("https://shop.example/order"),
                Locale.GERMANY);
        var way = new PayWay(new PayMethod(rail.gateway, rail.method), "203.0.113.7");
        var page = (Opening.Page) payments.open(payable, way);
        assertThat(new PayingBrowser(rail, gateway).pays(page.page(), Rail.Purse.GOOD))
                .isTrue();
        payments.look(order);
    }

    /** A webhook was heard. */
    public void hear(GatewayNews news) {
        listener.on(news);
    }

    /** The caretaker's round. */
    public void tend() {
        caretaker.tend();
    }
}
