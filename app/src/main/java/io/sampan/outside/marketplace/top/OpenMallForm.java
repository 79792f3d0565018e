package io.sampan.outside.marketplace.top;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.PurchaseRequest;
import io.sampan.outside.wire.LooseJson;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code param_top_trade_create_d_o}: what is to be bought for whom. Source: docs/sources/openmall/render and create. */
record OpenMallForm(PurchaseRequest request, OpenMallSettings settings) {
    /** One way of sending, and what it costs. */
    record Post(String type, Money fee) {}

    Map<String, String> toRender() {
        return written(wanted());
    }

    /**
     * The fee that we expect is the platform's guard: a trade that comes to another is closed. What the shopper pays us is none of its business, so that
     * it is told the same.
     */
    Map<String, String> toCreate(Money goods, Post post) {
        var fee = goods.plus(post.fee()).decimal().toPlainString();
        var form = wanted();
        form.put("out_id", new OpenMallOutId(settings.appKey(), request.reference()).toString());
        form.put("expect_order_fee", fee);
        form.put("outer_order_fee", fee);
        form.put("shipping_type", post.type());
        if (!request.remark().isBlank()) {
            form.put("buyer_memo", request.remark());
        }
        return written(form);
    }

    private Map<String, Object> wanted() {
        var line = request.lines().getFirst();
        var to = request.receiver();
        var form = new LinkedHashMap<String, Object>();
        form.put("num_iid", new BigInteger(line.item().itemId()));
        form.put("sku_iids", new BigInteger(line.orderKey()));
        form.put("nums", line.quantity());
        form.put("divisioncode", settings.divisionCode());
        form.put("address", to.street());
        form.put("name", to.name());
        form.put("mobile", to.mobile());
        form.put("buyer_phone", to.mobile());
        form.put("postcode", to.postcode());
        form.put("buyer_channel", "Other");
        form.put("buyer_channel_id", settings.channelId());
        form.put("distributor", settings.distributor());
        return form;
    }

    private static Map<String, String> written(Map<String, Object> form) {
        return Map.of("param_top_trade_create_d_o", LooseJson.write(form));
    }
}
