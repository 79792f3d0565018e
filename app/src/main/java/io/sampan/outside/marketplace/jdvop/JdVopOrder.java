package io.sampan.outside.marketplace.jdvop;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.UpstreamOrder;
import io.sampan.outside.marketplace.UpstreamOrder.State;
import io.sampan.outside.marketplace.UpstreamOrder.Waybill;
import io.sampan.outside.wire.LooseJson;
import java.util.List;

/**
 * An order, or a part of one, as {@code submitOrder} and {@code selectJdOrder} show it: yuan throughout; our own reference is not in it. Once it is
 * split, it shows its parts, and itself inside {@code pOrder}. Source: docs/sources/jdvop.md "Splitting".
 */
record JdVopOrder(LooseJson order) {
    private static final int PARTS = 50;

    String id() {
        return body().text("jdOrderId");
    }

    /** Of a split order what it was is an object of its own; of a part that field is the parent's number. */
    private LooseJson body() {
        var parent = order.at("pOrder");
        return parent.node().isObject() ? parent : order;
    }

    /** What was made of it; empty when it is not split. */
    List<JdVopOrder> parts() {
        return order.list("cOrder").stream().limit(PARTS).map(JdVopOrder::new).toList();
    }

    /** Whether JD may have sent something of it. */
    boolean mayBeSent() {
        return order.text("orderState").equals("1") && order.text("submitState").equals("1");
    }

    /** As the answer to placing it shows it, which tells no states. */
    UpstreamOrder placed(String reference) {
        return toUpstreamOrder(reference, State.WAIT_PAY, List.of());
    }

    UpstreamOrder toUpstreamOrder(String reference, List<Waybill> waybills) {
        return toUpstreamOrder(reference, state(waybills), waybills);
    }

    private UpstreamOrder toUpstreamOrder(String reference, State state, List<Waybill> waybills) {
        var freight = JdVopTexts.yuan(body(), "freight").orElse(Money.zero(Money.CNY));
        var goods = JdVopTexts.yuan(body(), "orderPrice").orElse(Money.zero(Money.CNY));
        return new UpstreamOrder(
                MarketplaceId.JD,
                JdVop.SOURCE,
                id(),
                reference,
                state,
                goods.plus(freight),
                freight,
                body().list("sku").stream().map(JdVopOrder::line).toList(),
                waybills);
    }

    private static UpstreamOrder.Line line(LooseJson row) {
        var sku = row.text("skuId");
        return new UpstreamOrder.Line("", sku, sku, row.whole("num").orElse(0L).intValue());
    }

    /**
     * That it is shipped, no field says: it has a waybill then. A confirmed order counts as paid; that it is, paying makes sure of. One that the
     * warehouse turned away goes back, and the money with it.
     */
    private State state(List<Waybill> waybills) {
        return switch (order.text("orderState")) {
            case "0" -> State.CLOSED;
            case "1" ->
                switch (order.text("submitState")) {
                    case "0" -> State.WAIT_PAY;
                    case "1" -> delivered(waybills);
                    default -> State.UNKNOWN;
                };
            default -> State.UNKNOWN;
        };
    }

    private State delivered(List<Waybill> waybills) {
        return switch (order.text("state")) {
            case "0" -> waybills.isEmpty() ? State.PAID : State.SHIPPED;
            case "1" -> State.DONE;
            case "2" -> State.CLOSED;
            default -> State.UNKNOWN;
        };
    }
}
