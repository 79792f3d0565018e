package io.sampan.outside.marketplace.ali1688;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.UpstreamOrder;
import io.sampan.outside.marketplace.UpstreamOrder.State;
import io.sampan.outside.wire.LooseJson;
import java.util.List;

/**
 * An order as {@code get.buyerView} and {@code getBuyerOrderList} show it: yuan throughout. The numeric {@code id} loses digits on its way
 * through the platform, {@code idOfStr} does not. Source: docs/sources/1688.md "Ids".
 *
 * @param order the element of the list, or the {@code result}
 */
record Ali1688Order(LooseJson order) {
    String id() {
        return base().words("idOfStr").orElse(base().text("id"));
    }

    String reference() {
        return base().text("outOrderId");
    }

    UpstreamOrder toUpstreamOrder() {
        var lines = order.list("productItems").stream().map(Ali1688Order::line).toList();
        return new UpstreamOrder(
                MarketplaceId.ALI1688,
                Ali1688.SOURCE,
                id(),
                reference(),
                state(),
                yuan("totalAmount"),
                yuan("shippingFee"),
                lines,
                waybills());
    }

    private LooseJson base() {
        return order.at("baseInfo");
    }

    private static UpstreamOrder.Line line(LooseJson item) {
        return new UpstreamOrder.Line(
                item.words("subItemIDString").orElse(item.text("subItemID")),
                item.text("productID"),
                item.text("specId"),
                item.whole("quantity").orElse(0L).intValue());
    }

    private List<UpstreamOrder.Waybill> waybills() {
        return order.at("nativeLogistics").list("logisticsItems").stream()
                .flatMap(parcel -> parcel.words("logisticsBillNo").stream()
                        .map(number -> new UpstreamOrder.Waybill(parcel.text("logisticsCompanyName"), number)))
                .distinct()
                .toList();
    }

    private State state() {
        return switch (base().text("refundStatus")) {
            case "waitselleragree", "waitbuyermodify", "waitbuyersend", "waitsellerreceive" -> State.REFUNDING;
            case "refundsuccess" -> isRefundedInPart() ? stateOfOrder() : State.REFUNDED;
            default -> stateOfOrder();
        };
    }

    /** A refund of a part ends well and leaves the order as it is. */
    private boolean isRefundedInPart() {
        var back = yuan("refund");
        return back.isPositive() && back.compareTo(yuan("totalAmount")) < 0;
    }

    private State stateOfOrder() {
        return switch (base().text("status")) {
            case "waitbuyerpay" -> State.WAIT_PAY;
            case "waitsellersend" -> waybills().isEmpty() ? State.PAID : State.PART_SHIPPED;
            case "waitbuyerreceive" -> State.SHIPPED;
            case "confirm_goods", "success" -> State.DONE;
            case "cancel", "terminated" -> isRefunded() ? State.REFUNDED : State.CLOSED;
            default -> State.UNKNOWN;
        };
    }

    /** An order that its seller closed has no refund of its own, but says how much went back. Source: docs/sources/1688.md "Status". */
    private boolean isRefunded() {
        var total = yuan("totalAmount");
        return total.isPositive() && yuan("refund").compareTo(total) >= 0;
    }

    private Money yuan(String field) {
        return Ali1688Texts.yuan(base(), field).orElse(Money.zero(Money.CNY));
    }
}
