package io.sampan.bench.reconcile;

import static io.sampan.bench.reconcile.Stage.AWAITING;
import static io.sampan.bench.reconcile.Stage.BOUGHT;
import static io.sampan.bench.reconcile.Stage.DELIVERED;
import static io.sampan.bench.reconcile.Stage.DELIVERED_IN_PART;
import static io.sampan.bench.reconcile.Stage.GIVEN_BACK;
import static io.sampan.bench.reconcile.Stage.HANDED_OVER;
import static io.sampan.bench.reconcile.Stage.LAPSED;
import static io.sampan.bench.reconcile.Stage.NEEDS_SHOPPER;
import static io.sampan.bench.reconcile.Stage.PACKED;
import static io.sampan.bench.reconcile.Stage.RECEIVED;
import static io.sampan.bench.reconcile.Stage.SENT;

import io.sampan.help.reconciliation.Kind;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** What goes wrong with orders, with their money, and in the book. */
final class MoneyFaults {
    private final Sabotage s;

    MoneyFaults(Sabotage sabotage) {
        this.s = sabotage;
    }

    List<Fault> orders() {
        return List.of(
                new Fault(Kind.ORDER_STATE_MISFILED, () -> s.order(BOUGHT, "state = 'paid'")),
                new Fault(Kind.ORDER_LINES_BEHIND, () -> s.story(PACKED, "lines,0,state", "{\"is\":\"Accepted\"}")),
                new Fault(Kind.LINE_SHARES_DIFFER, () -> s.story(BOUGHT, "lines,0,share,minor", "1")),
                new Fault(Kind.ORDER_NOT_LAPSED, () -> s.order(AWAITING, "lapses_at = ?", s.ago(1))),
                new Fault(Kind.ORDER_OF_NO_ACCOUNT, () -> s.order(SENT, "account_id = ?", s.anyId())),
                new Fault(Kind.ORDER_UNPACKED_LONG, () -> s.order(RECEIVED, "changed_at = ?", s.ago(9))),
                new Fault(Kind.SHOPPER_SILENT_LONG, () -> s.order(NEEDS_SHOPPER, "changed_at = ?", s.ago(20))));
    }

    List<Fault> payments() {
        return List.of(
                new Fault(
                        Kind.RECEIPT_WITHOUT_CAPTURE,
                        () -> s.payment(DELIVERED, "state = 'CLOSED', closed_why = 'expired'")),
                new Fault(
                        Kind.RECEIPT_AMOUNT_DIFFERS, () -> s.payment(BOUGHT, "captured_minor = captured_minor + 100")),
                new Fault(Kind.CAPTURE_NOT_TOLD, this::captureNotTold),
                new Fault(
                        Kind.PAYMENT_LEFT_OPEN,
                        () -> s.payment(
                                LAPSED,
                                "state = 'OPEN', withdrawn = false, page = 'https://pay.example/x', page_expires = ?, look_at = ?",
                                s.soon(),
                                s.soon())),
                new Fault(Kind.PAYMENT_ASLEEP, () -> s.payment(AWAITING, "look_at = NULL")),
                new Fault(Kind.PAYMENT_OF_NO_ORDER, this::paymentOfNoOrder),
                new Fault(Kind.REFUND_ASLEEP, () -> s.refund(GIVEN_BACK, "state = 'ASKED', look_at = NULL")),
                new Fault(Kind.GIVEN_BACK_DIFFERS, () -> s.story(SENT, "funds,givenBack,minor", "77")),
                new Fault(Kind.REFUNDED_TOO_MUCH, () -> s.refund(GIVEN_BACK, "minor = minor + 500")));
    }

    List<Fault> bookOfPayments() {
        return List.of(
                new Fault(Kind.CAPTURE_NOT_BOOKED, () -> unbooked(BOUGHT, one -> "capture:" + one.payment())),
                new Fault(Kind.CAPTURE_BOOKED_OTHERWISE, () -> misbooked(SENT, one -> "capture:" + one.payment())),
                new Fault(Kind.CAPTURE_BOOKED_UNTAKEN, this::bookedUntaken),
                new Fault(Kind.FEE_NOT_BOOKED, () -> unbooked(DELIVERED, one -> "gateway-fee:" + one.payment())),
                new Fault(Kind.REFUND_NOT_BOOKED, () -> unbooked(GIVEN_BACK, one -> "refund:" + one.refundId())),
                new Fault(
                        Kind.REFUND_BOOKED_OTHERWISE,
                        () -> misbooked(DELIVERED_IN_PART, one -> "refund:" + one.refundId())),
                new Fault(
                        Kind.REFUND_BOOKED_UNDONE,
                        () -> s.refund(GIVEN_BACK, "state = 'PENDING', look_at = ?", s.soon())),
                new Fault(
                        Kind.REFUND_RETURN_NOT_BOOKED,
                        () -> s.refund(DELIVERED_IN_PART, "state = 'FAILED', why = 'expired_card'")));
    }

    List<Fault> bookOfOrders() {
        return List.of(
                new Fault(Kind.DELIVERY_NOT_EARNED, () -> unbooked(DELIVERED, one -> "delivered:" + one.id())),
                new Fault(Kind.EARNED_UNDELIVERED, this::earnedUndelivered),
                new Fault(Kind.FUNDS_CURRENCY_MIXED, () -> corrected(s.take(BOUGHT), "USD")),
                new Fault(Kind.FUNDS_DIFFER, () -> corrected(s.take(SENT), "EUR")),
                new Fault(Kind.FUNDS_LEFT_OVER, () -> corrected(s.take(DELIVERED), "EUR")),
                new Fault(Kind.BOOKED_FOR_NOTHING, this::bookedForNothing));
    }

    List<Fault> book() {
        return List.of(
                new Fault(
                        Kind.ENTRY_UNBALANCED,
                        () -> entry(
                                HANDED_OVER,
                                "freight",
                                "ledger.posting SET minor = minor + 1 WHERE line = 0 AND entry_id")),
                new Fault(Kind.ENTRY_EMPTY, this::empty),
                new Fault(
                        Kind.ENTRY_ACCOUNT_UNKNOWN,
                        () -> entry(
                                DELIVERED,
                                "freight",
                                "ledger.posting SET account_kind = 'COTS' WHERE line = 0 AND entry_id")),
                new Fault(
                        Kind.ENTRY_KIND_DIFFERS,
                        () -> entry(DELIVERED, "freight", "ledger.entry SET kind = 'REFUND' WHERE id")),
                new Fault(Kind.ENTRY_OF_NO_ORDER, this::entryOfNoOrder));
    }

    private String unbooked(Stage stage, Function<Placed, String> entry) {
        var placed = s.take(stage);
        s.unbook(entry.apply(placed));
        return placed.id().toString();
    }

    private String misbooked(Stage stage, Function<Placed, String> entry) {
        var placed = s.take(stage);
        s.misbook(entry.apply(placed));
        return placed.id().toString();
    }

    private String entry(Stage stage, String prefix, String update) {
        var entry = prefix + ":" + s.take(stage).parcelId();
        s.hit("UPDATE " + update + " = ?", entry);
        return entry;
    }

    private String captureNotTold() {
        var placed = s.take(AWAITING);
        long total = placed.order().total().minor();
        s.hit(
                "UPDATE payment.payment SET state = 'CAPTURED', captured_minor = ?, fee_minor = 0, captured_at = ?, look_at = NULL WHERE id = ?",
                total,
                s.ago(1),
                placed.payment());
        s.book(
                "capture:" + placed.payment(),
                "CAPTURE",
                placed.id(),
                "EUR",
                "GATEWAY",
                Paid.GATEWAY,
                total,
                "SHOPPER_FUNDS",
                placed.id(),
                -total);
        return placed.id().toString();
    }

    private String paymentOfNoOrder() {
        var id = s.anyId();
        s.add(
                "payment.payment",
                "id, subject, purpose, gateway, method, minor, currency, description, success, cancel, locale, state, closed_why, created_at, changed_at",
                id,
                s.anyId(),
                "order",
                Paid.GATEWAY,
                Paid.METHOD,
                100L,
                "EUR",
                "S-LOST",
                "https://shop.example/paid",
                "https://shop.example/back",
                "en",
                "CLOSED",
                "expired",
                s.ago(2),
                s.ago(2));
        return id.toString();
    }

    private String bookedUntaken() {
        var placed = s.take(AWAITING);
        s.book(
                "capture:" + placed.payment(),
                "CAPTURE",
                placed.id(),
                "EUR",
                "GATEWAY",
                Paid.GATEWAY,
                500,
                "SHOPPER_FUNDS",
                placed.id(),
                -500);
        return placed.id().toString();
    }

    private String earnedUndelivered() {
        var placed = s.take(HANDED_OVER);
        long kept = placed.order().total().minor();
        s.book(
                "delivered:" + placed.id(),
                "DELIVERED",
                placed.id(),
                "EUR",
                "SHOPPER_FUNDS",
                placed.id(),
                kept,
                "INCOME",
                "goods",
                -kept);
        return placed.id().toString();
    }

    private String corrected(Placed placed, String currency) {
        s.book(
                "correction:" + s.anyId(),
                "CORRECTION",
                placed.id(),
                currency,
                "SHOPPER_FUNDS",
                placed.id(),
                5,
                "EXPENSE",
                "goodwill",
                -5);
        return placed.id().toString();
    }

    private String bookedForNothing() {
        var placed = s.take(BOUGHT);
        s.book(
                "freight:" + s.anyId(),
                "FREIGHT",
                placed.id(),
                "CNY",
                "COST",
                "international-freight",
                900,
                "CARRIER",
                "sampanpost",
                -900);
        return placed.id().toString();
    }

    private String empty() {
        var entry = "correction:" + s.anyId();
        s.add(
                "ledger.entry",
                "id, kind, subject, at, recorded_at",
                entry,
                "CORRECTION",
                s.take(BOUGHT).id().toString(),
                s.ago(2),
                s.ago(2));
        return entry;
    }

    private String entryOfNoOrder() {
        UUID payment = s.anyId();
        UUID order = s.anyId();
        var entry = "capture:" + payment;
        s.book(entry, "CAPTURE", order, "EUR", "GATEWAY", Paid.GATEWAY, 700, "SHOPPER_FUNDS", order, -700);
        return entry;
    }
}
