package io.sampan.simulators.openmall;

import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.seller.Purchase;
import io.sampan.simulators.top.Call;
import io.sampan.simulators.top.Refused;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asking for money back. Source: docs/sources/openmall/refund-create, refund, refund-close, refund-submit. */
final class RefundApi {
    private static final List<String> TYPES = List.of("refund", "return_and_refund");
    private static final List<String> GOODS = List.of("BUYER_NOT_RECEIVED", "BUYER_RECEIVED", "UNSHIPPED");
    private static final List<String> REASONS = List.of("OTHER_REASON", "SEVEN_DAYS_WITHOUT_REASON");

    private final Trades trades;
    private final Refunds refunds;

    RefundApi(Trades trades, Refunds refunds) {
        this.trades = trades;
        this.refunds = refunds;
    }

    private static String oneOf(List<String> known, Call call, String name) {
        if (!known.contains(call.needed(name))) {
            throw Refused.invalid(name);
        }
        return call.text(name);
    }

    /** refund_fee is fen here, and yuan in refund.get. */
    Map<String, @Nullable Object> create(Call call) {
        Purchase purchase = trades.asked(call);
        boolean withGoods = oneOf(TYPES, call, "refund_type").equals("return_and_refund");
        String goods = oneOf(GOODS, call, "goods_status");
        String reason = oneOf(REASONS, call, "refund_reason");
        long fen = call.number("refund_fee");
        if (!purchase.paid() || purchase.state() == Purchase.State.CLOSED) {
            throw No.TRADE_STATUS.refused();
        }
        boolean shipped = purchase.shipping() != null;
        if (shipped == goods.equals("UNSHIPPED") || (withGoods && !goods.equals("BUYER_RECEIVED"))) {
            throw No.GOODS_STATUS.refused();
        }
        if (fen < 1 || fen > purchase.totalFen() - refunds.backFen(purchase.id())) {
            throw No.REFUND_FEE.refused();
        }
        Refund refund =
                refunds.open(purchase, new Refund.Ask(fen, withGoods, goods, reason, call.needed("refund_desc")));
        return Fields.of("refund_id", refund.id(), "status", refund.status().name());
    }

    private Refund asked(Call call) {
        trades.checkDistributor(call.needed("distributor"));
        return refunds.find(call.number("refund_id")).orElseThrow(No.REFUND::refused);
    }

    Map<String, @Nullable Object> get(Call call) {
        Refund refund = asked(call);
        Purchase purchase = trades.purchases.find(refund.tid()).orElseThrow();
        Purchase.Line line = purchase.lines().getFirst();
        Map<String, @Nullable Object> view = Fields.of(
                "refund_id", refund.id(),
                "status", refund.status().name(),
                "refund_fee", Fields.yuanText(refund.ask().fen()),
                "payment", Fields.yuanText(purchase.totalFen()),
                "total_fee", Fields.yuanText(purchase.goodsFen()),
                "num_iid", line.offerId(),
                "num", line.quantity(),
                "sku", String.valueOf(line.skuId()),
                "good_status",
                        refund.back() != null
                                ? "BUYER_RETURNED_GOODS"
                                : refund.ask().goodsStatus(),
                "has_good_return", refund.ask().withGoods(),
                "refund_phase", purchase.times().done() == null ? "onsale" : "aftersale",
                "created", Call.written(refund.created()),
                "modified", Call.written(refund.modified()),
                "closed_by_seller_ship", refund.closedByShip(),
                "refund_remind_timeout",
                        Fields.of(
                                "exist_timeout",
                                refund.due() != null,
                                "timeout",
                                refund.due() == null ? null : Call.written(refund.due())));
        returning(view, refund, purchase);
        return Fields.of("refund", view);
    }

    /** Where the goods go back to, once the seller has agreed, and with which parcel they do. */
    private void returning(Map<String, @Nullable Object> view, Refund refund, Purchase purchase) {
        boolean agreed = refund.ask().withGoods()
                && refund.status() != Refund.Status.WAIT_SELLER_AGREE
                && refund.status() != Refund.Status.SELLER_REFUSE_BUYER;
        if (agreed) {
            var shop = trades.purchases.shop(purchase.shopId());
            view.put("address", shop.province() + shop.city() + "退货部");
            view.put("consignee_full_name", shop.name());
            view.put("mobile", "138" + String.valueOf(shop.id()).substring(0, 8));
        }
        Refund.Back back = refund.back();
        if (back != null) {
            view.put("company_name", back.company());
            view.put("sid", back.waybill());
        }
    }

    Map<String, @Nullable Object> close(Call call) {
        if (refunds.close(asked(call).id()).isEmpty()) {
            throw No.REFUND_STATUS.refused();
        }
        return Fields.of("result", true);
    }

    Map<String, @Nullable Object> submit(Call call) {
        call.needed("logistics_company_code");
        var back = new Refund.Back(call.needed("logistics_company_name"), call.needed("logistics_no"));
        if (refunds.sentBack(asked(call).id(), back).isEmpty()) {
            throw No.REFUND_STATUS.refused();
        }
        return Fields.of("result", true);
    }
}
