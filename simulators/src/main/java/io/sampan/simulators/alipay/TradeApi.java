package io.sampan.simulators.alipay;

import io.sampan.simulators.kernel.Json;
import java.net.URI;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The calls that a merchant's server makes. Source: docs/sources/alipay.md "Calls". */
final class TradeApi {
    private final Trades trades;

    private final Bills bills;
    private volatile String base = "";

    TradeApi(Trades trades, Bills bills) {
        this.trades = trades;
        this.bills = bills;
    }

    void at(URI address) {
        base = address.toString();
    }

    ObjectNode answer(String method, JsonNode biz) {
        return switch (method) {
            case "alipay.trade.query" -> query(trades.existing(needed(biz, "out_trade_no")));
            case "alipay.trade.close" -> numbers(trades.close(needed(biz, "out_trade_no")));
            case "alipay.trade.refund" -> refund(biz);
            case "alipay.trade.fastpay.refund.query" -> refundQuery(biz);
            case "alipay.data.dataservice.bill.downloadurl.query" ->
                Json.object().put("bill_download_url", base + Gateway.BILLS + bills.ask(biz));
            default -> throw Refused.argument("isv.invalid-method", "不存在的方法名");
        };
    }

    private static ObjectNode query(Trade trade) {
        var answer = numbers(trade)
                .put("trade_status", trade.status().name())
                .put("total_amount", Fen.yuan(trade.terms().fen()))
                .put("buyer_logon_id", "159****5620");
        var paid = trade.paid();
        if (paid != null) {
            answer.put("send_pay_date", Dates.text(paid))
                    .put("buyer_pay_amount", Fen.yuan(trade.terms().fen()))
                    .put("receipt_amount", Fen.yuan(trade.terms().fen()));
        }
        return answer;
    }

    /** A partial refund must carry its own number; without one, the trade's is taken. */
    private ObjectNode refund(JsonNode biz) {
        String outTradeNo = needed(biz, "out_trade_no");
        long fen = Fen.of(needed(biz, "refund_amount"));
        Trade trade = trades.existing(outTradeNo);
        String request = biz.path("out_request_no").asString("");
        if (request.isEmpty() && fen < trade.terms().fen()) {
            throw Refused.business("ACQ.INVALID_PARAMETER", "部分退款必须传入退款请求号");
        }
        var asked = trades.refund(outTradeNo, request.isEmpty() ? outTradeNo : request, fen);
        return numbers(asked.trade())
                .put("buyer_logon_id", "159****5620")
                .put("fund_change", asked.moved() ? "Y" : "N")
                .put("refund_fee", Fen.yuan(asked.trade().refundedFen()));
    }

    /** That the call went well does not say that the refund did: only {@code refund_status} does. */
    private ObjectNode refundQuery(JsonNode biz) {
        Trade trade = trades.existing(needed(biz, "out_trade_no"));
        String request = needed(biz, "out_request_no");
        var answer = Json.object();
        trade.refunds().stream()
                .filter(refund -> refund.request().equals(request))
                .findFirst()
                .ifPresent(refund -> {
                    answer.setAll(numbers(trade));
                    answer.put("out_request_no", request)
                            .put("refund_amount", Fen.yuan(refund.fen()))
                            .put("total_amount", Fen.yuan(trade.terms().fen()));
                    if (trades.isSettled(refund)) {
                        answer.put("refund_status", "REFUND_SUCCESS");
                    }
                });
        return answer;
    }

    private static ObjectNode numbers(Trade trade) {
        return Json.object().put("trade_no", trade.number()).put("out_trade_no", trade.outTradeNo());
    }

    static String needed(JsonNode biz, String field) {
        String value = biz.path(field).asString("");
        if (value.isBlank()) {
            throw Refused.missing("isv.missing-" + field.replace('_', '-'), "缺少参数 " + field);
        }
        return value;
    }
}
