package io.sampan.simulators.openmall;

import io.sampan.simulators.top.Refused;

/** Why the service refuses for good. That it says {@code isv.…} is known, which words follow is a guess. */
enum No {
    DISTRIBUTOR("isv.distributor-invalid", "渠道商不存在或未签约支付宝代扣"),
    NOT_IN_POOL("isv.item-not-in-pool", "商品不在openmall商品池"),
    OFF_SHELF("isv.item-offline", "商品已下架"),
    SKU("isv.sku-not-exist", "SKU不存在"),
    STOCK("isv.item-quantity-not-enough", "商品库存不足"),
    AREA("isv.item-area-limit", "商品在收货地区不可售"),
    SHIPPING("isv.shipping-type-invalid", "物流方式不可用"),
    OUT_ID("isv.out-id-invalid", "out_id需以appkey_开头，最长32位"),
    OUT_ID_REPEATED("isv.out-id-repeated", "out_id重复提交"),
    FEE("isv.expect-order-fee-not-match", "订单成交价与计划采购金额不一致，订单已关闭"),
    TRADE("isv.trade-not-exist", "订单不存在"),
    TRADE_STATUS("isv.trade-status-error", "订单状态不允许该操作"),
    AGREEMENT("isv.agreement-pay-fail", "协议支付失败，请检查代扣签约与余额"),
    REFUND("isv.refund-not-exist", "退款单不存在"),
    REFUND_FEE("isv.refund-fee-invalid", "退款金额超过可退金额"),
    REFUND_STATUS("isv.refund-status-error", "退款单状态不允许该操作"),
    GOODS_STATUS("isv.goods-status-invalid", "货品状态与订单不符");

    final String code;
    final String words;

    No(String code, String words) {
        this.code = code;
        this.words = words;
    }

    Refused refused() {
        return Refused.business(code, words);
    }
}
