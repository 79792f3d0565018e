package io.sampan.simulators.openmall;

import io.sampan.simulators.seller.Purchase;
import io.sampan.simulators.top.Call;
import io.sampan.simulators.top.Refused;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** {@code param_top_trade_create_d_o}: what is to be bought for whom. Render and create share it. */
record TradeForm(JsonNode json) {
    private static final String PARAMETER = "param_top_trade_create_d_o";
    private static final List<String> NEEDED = List.of(
            "num_iid",
            "sku_iids",
            "nums",
            "divisioncode",
            "address",
            "name",
            "mobile",
            "buyer_phone",
            "buyer_channel",
            "buyer_channel_id",
            "distributor");
    private static final List<String> NEEDED_TO_CREATE =
            List.of("out_id", "expect_order_fee", "outer_order_fee", "shipping_type");
    private static final List<String> CHANNELS = List.of("WeiXin", "DouYin", "KuaiShou", "Other");
    private static final int LONGEST_OUT_ID = 32;
    private static final int MOST_PIECES = 10_000;

    static TradeForm of(Call call) {
        var form = new TradeForm(call.json(PARAMETER));
        form.need(NEEDED);
        if (!CHANNELS.contains(form.text("buyer_channel"))) {
            throw Refused.invalid("buyer_channel");
        }
        if (!form.text("postcode").matches("|\\d{6}")) {
            throw Refused.invalid("postcode");
        }
        if (Divisions.province(form.text("divisioncode")).isEmpty()) {
            throw Refused.invalid("divisioncode");
        }
        return form;
    }

    static TradeForm toCreate(Call call) {
        TradeForm form = of(call);
        form.need(NEEDED_TO_CREATE);
        form.expectFen();
        form.outerFen();
        if (!form.outId().startsWith(call.text("app_key") + "_") || form.outId().length() > LONGEST_OUT_ID) {
            throw No.OUT_ID.refused();
        }
        return form;
    }

    private void need(List<String> names) {
        for (String name : names) {
            if (text(name).isBlank()) {
                throw Refused.missing(PARAMETER + "." + name);
            }
        }
    }

    String text(String name) {
        JsonNode value = json.get(name);
        return value == null || value.isNull() ? "" : value.asString("");
    }

    private long number(String name) {
        if (!text(name).matches("\\d{1,18}")) {
            throw Refused.invalid(name);
        }
        return Long.parseLong(text(name));
    }

    long itemId() {
        return number("num_iid");
    }

    /** 0 for an item without SKUs. */
    long skuId() {
        return number("sku_iids");
    }

    int pieces() {
        long pieces = number("nums");
        if (pieces < 1 || pieces > MOST_PIECES) {
            throw Refused.invalid("nums");
        }
        return (int) pieces;
    }

    String outId() {
        return text("out_id");
    }

    long expectFen() {
        return Call.fen("expect_order_fee", text("expect_order_fee"));
    }

    long outerFen() {
        return Call.fen("outer_order_fee", text("outer_order_fee"));
    }

    boolean hold() {
        return text("need_erp_hold").equals("true");
    }

    Purchase.Receiver receiver() {
        String division = text("divisioncode");
        return new Purchase.Receiver(
                text("name"),
                text("mobile"),
                text("phone"),
                text("postcode"),
                Divisions.province(division).orElseThrow(),
                Divisions.city(division),
                "",
                "",
                text("address"),
                division);
    }
}
