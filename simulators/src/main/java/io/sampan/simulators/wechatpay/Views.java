package io.sampan.simulators.wechatpay;

import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.wechatpay.Transaction.Refund;
import io.sampan.simulators.wechatpay.Transaction.State;
import io.sampan.simulators.wechatpay.Transaction.Status;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.node.ObjectNode;

/** Orders and refunds as the API shows them. */
final class Views {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String CNY = "CNY";

    private Views() {}

    static ObjectNode of(Transaction one) {
        var view = Json.object()
                .put("mchid", Signing.MCH_ID)
                .put("appid", one.terms().appId())
                .put("out_trade_no", one.outTradeNo())
                .put("trade_state", one.state().name())
                .put("trade_state_desc", words(one.state()))
                .put("attach", one.terms().attach());
        var paid = one.paid();
        if (paid != null) {
            view.put("transaction_id", one.number())
                    .put("trade_type", one.terms().kind().equals("h5") ? "MWEB" : "NATIVE")
                    .put("bank_type", "OTHERS")
                    .put("success_time", time(paid));
            view.putObject("payer").put("openid", "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o");
        }
        view.putObject("amount")
                .put("total", one.terms().fen())
                .put("payer_total", one.terms().fen())
                .put("currency", CNY)
                .put("payer_currency", CNY);
        return view;
    }

    static ObjectNode of(Transaction one, Refund refund) {
        var view = Json.object()
                .put("refund_id", refund.id())
                .put("out_refund_no", refund.request())
                .put("transaction_id", one.number())
                .put("out_trade_no", one.outTradeNo())
                .put("channel", "ORIGINAL")
                .put("user_received_account", "支付用户零钱")
                .put("create_time", time(refund.at()))
                .put("status", refund.status().name());
        if (refund.status() == Status.SUCCESS) {
            view.put("success_time", time(refund.due()));
        }
        view.putObject("amount")
                .put("total", one.terms().fen())
                .put("refund", refund.fen())
                .put("payer_total", one.terms().fen())
                .put("payer_refund", refund.fen())
                .put("currency", CNY);
        return view;
    }

    /** In a notice the status has another name, and the amount no currency. */
    static ObjectNode noticeOf(Transaction one, Refund refund) {
        var view = of(one, refund);
        view.put("refund_status", refund.status().name()).put("mchid", Signing.MCH_ID);
        view.remove("status");
        ((ObjectNode) view.get("amount")).remove("currency");
        return view;
    }

    static String time(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(SHANGHAI));
    }

    private static String words(State state) {
        return switch (state) {
            case NOTPAY -> "订单未支付";
            case SUCCESS -> "支付成功";
            case REFUND -> "转入退款";
            case CLOSED -> "已关闭";
            case PAYERROR -> "支付失败";
        };
    }
}
