package io.sampan.bench.reconcile;

import io.sampan.buy.ordering.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The payment of an order, its refund where there is one, and what stands in the book of both. */
final class Paid {
    static final String GATEWAY = "stripe";
    static final String METHOD = "card";
    private static final int FEE = 55;

    private final Tables tables;
    private final Life life;
    private final Instant now;
    private final Instant moved;

    Paid(Tables tables, Life life, Instant now, Instant moved) {
        this.tables = tables;
        this.life = life;
        this.now = now;
        this.moved = moved;
    }

    /** Writes the payment under this id; the refund's id where something was given back. */
    @Nullable
    UUID write(Stage stage, Order order, UUID payment) {
        switch (stage) {
            case AWAITING -> open(order, payment);
            case LAPSED -> closed(order, payment);
            case PAID, NEEDS_SHOPPER, BOUGHT, SENT, HERE, RECEIVED, PACKED, HANDED_OVER, DELIVERED ->
                captured(order, payment);
            case DELIVERED_IN_PART, GIVEN_BACK -> captured(order, payment);
        }
        var back = order.funds().givenBack();
        var refund = back.isPositive() ? refund(order, payment) : null;
        if (stage == Stage.DELIVERED || stage == Stage.DELIVERED_IN_PART) {
            long kept = order.funds().left().minor();
            tables.book(
                    "delivered:" + order.id(),
                    "DELIVERED",
                    order.id().value(),
                    moved,
                    "EUR",
                    "SHOPPER_FUNDS",
                    order.id(),
                    kept,
                    "INCOME",
                    "goods",
                    -kept);
        }
        return refund;
    }

    private void open(Order order, UUID payment) {
        tables.add(
                "payment.payment",
                "id, subject, purpose, gateway, method, minor, currency, description, success, cancel, locale, state, reference, page, page_expires, "
                        + "created_at, changed_at, look_at",
                payment,
                order.id().value(),
                Order.PURPOSE,
                GATEWAY,
                METHOD,
                order.total().minor(),
                "EUR",
                order.number(),
                "https://shop.example/paid",
                "https://shop.example/back",
                "en",
                "OPEN",
                "cs_" + payment,
                "https://pay.example/" + payment,
                now.plus(Duration.ofHours(5)),
                moved,
                moved,
                now.plus(Duration.ofHours(5)));
    }

    private void closed(Order order, UUID payment) {
        tables.add(
                "payment.payment",
                "id, subject, purpose, gateway, method, minor, currency, description, success, cancel, locale, state, reference, closed_why, "
                        + "withdrawn, created_at, changed_at",
                payment,
                order.id().value(),
                Order.PURPOSE,
                GATEWAY,
                METHOD,
                order.total().minor(),
                "EUR",
                order.number(),
                "https://shop.example/paid",
                "https://shop.example/back",
                "en",
                "CLOSED",
                "cs_" + payment,
                "expired",
                true,
                moved,
                moved);
    }

    private void captured(Order order, UUID payment) {
        long total = order.total().minor();
        tables.add(
                "payment.payment",
                "id, subject, purpose, gateway, method, minor, currency, description, success, cancel, locale, state, reference, captured_minor, "
                        + "fee_minor, captured_at, created_at, changed_at",
                payment,
                order.id().value(),
                Order.PURPOSE,
                GATEWAY,
                METHOD,
                total,
                "EUR",
                order.number(),
                "https://shop.example/paid",
                "https://shop.example/back",
                "en",
                "CAPTURED",
                "cs_" + payment,
                total,
                (long) FEE,
                moved,
                moved,
                moved);
        var id = order.id().value();
        tables.book(
                "capture:" + payment,
                "CAPTURE",
                id,
                moved,
                "EUR",
                "GATEWAY",
                GATEWAY,
                total,
                "SHOPPER_FUNDS",
                id,
                -total);
        tables.book(
                "gateway-fee:" + payment,
                "GATEWAY_FEE",
                id,
                moved,
                "EUR",
                "EXPENSE",
                "gateway-fee",
                FEE,
                "GATEWAY",
                GATEWAY,
                -FEE);
    }

    private UUID refund(Order order, UUID payment) {
        var refund = life.id();
        var id = order.id().value();
        long back = order.funds().givenBack().minor();
        tables.add(
                "payment.refund",
                "id, subject, payment, refund_key, minor, currency, reason, state, reference, created_at, changed_at",
                refund,
                id,
                payment,
                "order:" + id,
                back,
                "EUR",
                "shopper",
                "DONE",
                "re_" + refund,
                moved,
                moved);
        tables.book(
                "refund:" + refund, "REFUND", id, moved, "EUR", "SHOPPER_FUNDS", id, back, "GATEWAY", GATEWAY, -back);
        return refund;
    }
}
