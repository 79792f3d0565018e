package io.sampan.outside.marketplace.top;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.UpstreamOrder;
import io.sampan.outside.marketplace.UpstreamOrder.State;
import io.sampan.outside.marketplace.UpstreamOrder.Waybill;
import io.sampan.outside.wire.LooseJson;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code taobao.openmall.trade.get}: yuan throughout; it does not tell our {@code out_id}. Source: docs/sources/openmall/trade.reply.json. */
record OpenMallTrade(LooseJson trade) {
    private static final Set<String> REFUND_OPEN =
            Set.of("WAIT_SELLER_AGREE", "WAIT_BUYER_RETURN_GOODS", "WAIT_SELLER_CONFIRM_GOODS");

    /** @param reference ours, as far as the caller knows it */
    UpstreamOrder toUpstreamOrder(String reference) {
        var freight = TopValue.yuan(trade, "post_fee").orElse(Money.fen(0));
        return new UpstreamOrder(
                MarketplaceId.TAOBAO,
                OpenMall.SOURCE,
                trade.text("tid"),
                reference,
                state(),
                TopValue.yuan(trade, "payment").orElse(Money.fen(0)),
                freight,
                parts().stream().map(OpenMallTrade::line).toList(),
                parts().stream()
                        .flatMap(part -> waybill(part).stream())
                        .distinct()
                        .toList());
    }

    /** Why it was closed, as far as the platform says. */
    String mark() {
        return trade.text("mark_desc");
    }

    private List<LooseJson> parts() {
        return trade.at("orders").list("top_order_vo");
    }

    private static UpstreamOrder.Line line(LooseJson part) {
        return new UpstreamOrder.Line(
                part.text("oid"),
                part.text("num_iid"),
                part.words("sku_id").orElse(OpenMallItem.NO_VARIANT),
                part.whole("num").orElse(0L).intValue());
    }

    private static Optional<Waybill> waybill(LooseJson part) {
        return part.words("invoice_no").map(number -> new Waybill(part.text("logistics_company"), number));
    }

    State state() {
        boolean refunding = parts().stream().anyMatch(part -> REFUND_OPEN.contains(part.text("refund_status")));
        var state = stateOf(trade.text("status"));
        boolean paid = state == State.PAID || state == State.SHIPPED || state == State.DONE;
        return refunding && paid ? State.REFUNDING : state;
    }

    /** {@code TRADE_CLOSED} is told only of what was paid and given back. Names that the platform lists as unused are unknown to us, too. */
    private static State stateOf(String status) {
        return switch (status) {
            case "WAIT_BUYER_PAY" -> State.WAIT_PAY;
            case "PAID_FORBID_CONSIGN", "WAIT_SELLER_SEND_GOODS" -> State.PAID;
            case "WAIT_BUYER_CONFIRM_GOODS" -> State.SHIPPED;
            case "TRADE_FINISHED" -> State.DONE;
            case "TRADE_CLOSED" -> State.REFUNDED;
            case "TRADE_CLOSED_BY_TAOBAO" -> State.CLOSED;
            default -> State.UNKNOWN;
        };
    }
}
