package io.sampan.bench.reconcile;

import static io.sampan.bench.reconcile.Stage.BOUGHT;
import static io.sampan.bench.reconcile.Stage.GIVEN_BACK;
import static io.sampan.bench.reconcile.Stage.PACKED;
import static io.sampan.bench.reconcile.Stage.PAID;
import static io.sampan.bench.reconcile.Stage.SENT;

import io.sampan.help.reconciliation.Kind;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.UpstreamOrder;
import io.sampan.outside.marketplace.UpstreamOrder.State;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What goes wrong with purchases, and between them and the marketplaces. */
final class PurchaseFaults {
    private final Sabotage s;

    PurchaseFaults(Sabotage sabotage) {
        this.s = sabotage;
    }

    List<Fault> lines() {
        return List.of(
                new Fault(Kind.LINE_NOT_PLANNED, () -> unpurchased(PAID)),
                new Fault(Kind.LINE_BOUGHT_UNPURCHASED, () -> unpurchased(BOUGHT)),
                new Fault(Kind.LINE_PURCHASED_TWICE, () -> {
                    var placed = s.take(BOUGHT);
                    copy(placed, placed.id().toString());
                    return placed.id().toString();
                }),
                new Fault(Kind.LINE_BOUGHT_PURCHASE_NOT, () -> s.purchaseIs(BOUGHT, "Planned", "")),
                new Fault(Kind.PURCHASE_PAID_LINE_NOT, () -> s.purchaseIs(PAID, "Paid", "")),
                new Fault(
                        Kind.PURCHASE_LINE_UNKNOWN,
                        () -> s.purchase(
                                SENT,
                                "document = jsonb_set(document, '{lines,0,line,value}', ?::jsonb)",
                                quoted(s.anyId()))),
                new Fault(
                        Kind.PURCHASE_LINE_DIFFERS,
                        () -> s.purchase(BOUGHT, "document = jsonb_set(document, '{lines,0,quantity}', '99')")),
                new Fault(Kind.PURCHASE_OF_CANCELLED, this::ofCancelled),
                new Fault(Kind.PURCHASE_UNFINISHED, () -> s.purchaseIs(PACKED, "Arrived", "")),
                new Fault(
                        Kind.PURCHASE_OF_NO_ORDER,
                        () -> copy(s.take(SENT), s.anyId().toString())));
    }

    List<Fault> states() {
        return List.of(
                new Fault(Kind.PURCHASE_STATE_MISFILED, () -> s.purchase(BOUGHT, "state = 'shipped'")),
                new Fault(Kind.PURCHASE_ASLEEP, () -> s.purchase(BOUGHT, "next_at = NULL")),
                new Fault(Kind.PURCHASE_UNSETTLED_LONG, () -> s.purchase(PAID, "changed_at = ?", s.ago(5))),
                new Fault(Kind.SELLER_SLOW, () -> s.purchase(BOUGHT, "changed_at = ?", s.ago(20))),
                new Fault(Kind.PRICE_QUESTION_LOST, () -> s.purchaseIs(PAID, "PriceMoved", ", next_at = NULL")),
                new Fault(Kind.UPSTREAM_NOT_FILED, () -> {
                    var placed = s.take(BOUGHT);
                    s.hit("DELETE FROM procurement.upstream WHERE upstream_id = ?", placed.upstream());
                    return placed.id().toString();
                }),
                new Fault(Kind.UPSTREAM_FILED_ELSEWHERE, () -> {
                    var placed = s.take(SENT);
                    s.hit(
                            "UPDATE procurement.upstream SET purchase_id = ? WHERE upstream_id = ?",
                            s.anyId(),
                            placed.upstream());
                    return placed.id().toString();
                }));
    }

    List<Fault> book() {
        return List.of(
                new Fault(Kind.PURCHASE_NOT_BOOKED, () -> {
                    var placed = s.take(BOUGHT);
                    s.unbook(entry(placed));
                    return placed.id().toString();
                }),
                new Fault(Kind.PURCHASE_BOOKED_OTHERWISE, () -> {
                    var placed = s.take(SENT);
                    s.misbook(entry(placed));
                    return placed.id().toString();
                }),
                new Fault(
                        Kind.PURCHASE_BOOKED_UNPAID,
                        () -> s.purchase(
                                BOUGHT, "document = jsonb_set(document, '{upstream,0,payment}', '\"NOT_ASKED\"')")),
                new Fault(
                        Kind.PURCHASE_RETURN_NOT_BOOKED,
                        () -> s.purchase(
                                BOUGHT,
                                "state = 'cancelled', document = jsonb_set(jsonb_set(document, '{state}', '{\"is\":\"Cancelled\"}'), "
                                        + "'{upstream,0,order,state}', '\"REFUNDED\"')")));
    }

    List<Fault> atMarketplaces() {
        return List.of(
                new Fault(Kind.UPSTREAM_OVER, () -> told(one -> with(one, State.CLOSED, one.total(), one.lines()))),
                new Fault(Kind.UPSTREAM_UNPAID, () -> told(one -> with(one, State.WAIT_PAY, one.total(), one.lines()))),
                new Fault(
                        Kind.UPSTREAM_TOTAL_DIFFERS,
                        () -> told(one -> with(one, one.state(), one.total().plus(Money.fen(300)), one.lines()))),
                new Fault(
                        Kind.UPSTREAM_LINES_DIFFER,
                        () -> told(one -> with(
                                one,
                                one.state(),
                                one.total(),
                                one.lines().stream()
                                        .map(line -> new UpstreamOrder.Line(
                                                line.subOrderId(), line.itemId(), line.orderKey(), line.quantity() + 1))
                                        .toList()))),
                new Fault(
                        Kind.UPSTREAM_WAYBILL_UNKNOWN,
                        () -> told(one -> one.with(new UpstreamOrder.Waybill("中通快递", "ZT" + one.orderId())))),
                new Fault(Kind.UPSTREAM_MISSING, () -> {
                    var purchase = s.take(BOUGHT).purchase();
                    s.world()
                            .market(purchase.marketplace())
                            .lose(purchase.upstream().getFirst().order().orderId());
                    return purchase.id().toString();
                }),
                new Fault(Kind.UPSTREAM_SPLIT, this::split),
                new Fault(Kind.UPSTREAM_ORDER_UNKNOWN, this::orderUnknown));
    }

    private String told(UnaryOperator<UpstreamOrder> change) {
        var purchase = s.take(BOUGHT).purchase();
        var known = purchase.upstream().getFirst().order();
        s.world().market(purchase.marketplace()).keep(change.apply(known));
        return purchase.id().toString();
    }

    private String split() {
        var purchase = s.take(BOUGHT).purchase();
        var known = purchase.upstream().getFirst().order();
        var part = new UpstreamOrder(
                known.marketplace(),
                known.source(),
                known.orderId() + "1",
                known.reference(),
                known.state(),
                known.total(),
                known.freight(),
                known.lines(),
                known.waybills());
        s.world().market(purchase.marketplace()).split(known.orderId(), List.of(part));
        return purchase.id().toString();
    }

    private static UpstreamOrder with(UpstreamOrder one, State state, Money total, List<UpstreamOrder.Line> lines) {
        return new UpstreamOrder(
                one.marketplace(),
                one.source(),
                one.orderId(),
                one.reference(),
                state,
                total,
                one.freight(),
                lines,
                one.waybills());
    }

    /** It was asked for, the shopper cancelled, and the marketplace made it after all. */
    private String orderUnknown() {
        var purchase = s.take(GIVEN_BACK).purchase();
        s.hit(
                "UPDATE procurement.purchase SET document = jsonb_set(document, '{askedAt}', ?::jsonb) WHERE id = ?",
                quoted(s.ago(2)),
                purchase.id().value());
        Consumer<UpstreamOrder> keep = s.world().market(purchase.marketplace())::keep;
        keep.accept(new UpstreamOrder(
                purchase.marketplace(),
                purchase.source(),
                "9" + s.anyId().toString().substring(0, 8),
                purchase.reference(),
                State.WAIT_PAY,
                Money.fen(9_900),
                Money.fen(600),
                List.of(),
                List.of()));
        return purchase.id().toString();
    }

    private String unpurchased(Stage stage) {
        var placed = s.take(stage);
        s.hit("DELETE FROM procurement.purchase WHERE order_id = ?", placed.id());
        return placed.id().toString();
    }

    private String ofCancelled() {
        return s.purchase(
                GIVEN_BACK,
                "state = 'planned', next_at = ?, document = jsonb_set(jsonb_set(document, '{state}', '{\"is\":\"Planned\"}'), "
                        + "'{unwanted}', 'false')",
                s.soon());
    }

    /** The same purchase again, for this order, at another shop. */
    private String copy(Placed placed, String order) {
        var id = s.anyId();
        s.hit("""
                INSERT INTO procurement.purchase (id, order_id, marketplace, source, shop_id, state, document, tries, next_at, changed_at)
                SELECT ?, ?::uuid, marketplace, source, shop_id || '-twin', state, jsonb_set(jsonb_set(document, '{id,value}', ?::jsonb),
                    '{order,value}', ?::jsonb), 0, next_at, changed_at FROM procurement.purchase WHERE id = ?""", id, order, quoted(id), quoted(order), placed.purchase().id().value());
        return id.toString();
    }

    private static String entry(Placed placed) {
        return "purchase:" + placed.purchase().id() + ":" + placed.upstream();
    }

    private static String quoted(Object text) {
        return "\"" + text + "\"";
    }
}
