package io.sampan.outside.marketplace.taobaoglobal;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.UpstreamOrder;
import io.sampan.outside.marketplace.UpstreamOrder.State;
import io.sampan.outside.wire.LooseJson;
import java.util.List;
import java.util.Set;

/** An element of {@code purchase_orders} in {@code /purchase/orders/query}: fen throughout. Source: docs/sources/taobaoglobal.md. */
record TaobaoOrder(LooseJson order, TaobaoSettings settings) {
    private static final long REFUNDED = 100;
    private static final Set<Long> REFUNDING = Set.of(10L, 20L, 30L);

    String id() {
        return order.text("purchase_id");
    }

    String reference() {
        return order.text("outer_purchase_id");
    }

    UpstreamOrder toUpstreamOrder() {
        var freight = TaobaoTexts.fee(order, "domestic_post_fee");
        var paid = TaobaoTexts.fen(order, "pay_amount").filter(Money::isPositive);
        return new UpstreamOrder(
                MarketplaceId.TAOBAO,
                Taobao.SOURCE,
                id(),
                reference(),
                state(),
                paid.orElseGet(() -> TaobaoTexts.fee(order, "purchase_amount")),
                freight,
                parts().stream().map(TaobaoOrder::line).toList(),
                waybills());
    }

    static UpstreamOrder.Line line(LooseJson part) {
        return new UpstreamOrder.Line(
                part.text("sub_purchase_order_id"),
                part.text("item_id"),
                TaobaoKey.ofLine(part).orderKey(),
                part.whole("quantity").orElse(0L).intValue());
    }

    private List<LooseJson> parts() {
        return order.list("sub_purchase_orders");
    }

    private List<UpstreamOrder.Waybill> waybills() {
        return parts().stream()
                .flatMap(part -> part.list("logistic_orders").stream())
                .flatMap(parcel -> parcel.words("logistic_number").stream()
                        .map(number -> new UpstreamOrder.Waybill(parcel.text("logistic_company_name"), number)))
                .distinct()
                .toList();
    }

    private State state() {
        var refunds = parts().stream()
                .map(part -> part.whole("refund_status").orElse(0L))
                .toList();
        if (refunds.stream().anyMatch(REFUNDING::contains)) {
            return State.REFUNDING;
        }
        if (!refunds.isEmpty() && refunds.stream().allMatch(status -> status == REFUNDED)) {
            return State.REFUNDED;
        }
        return stateOfOrder(order.text("status"));
    }

    private State stateOfOrder(String status) {
        if (settings.finished().contains(status)) {
            return State.DONE;
        }
        return switch (status) {
            case "BULIDING", "WAIT_BUYER_P" -> State.WAIT_PAY;
            case "WAIT_SELLER_SEND_GOODS" -> waybills().isEmpty() ? State.PAID : State.PART_SHIPPED;
            case "WAIT_BUYER_CONFIRM_GOODS" -> State.SHIPPED;
            case "TRADE_CLOSED" -> State.CLOSED;
            default -> State.UNKNOWN;
        };
    }
}
