package io.sampan.outside.gateway.alipay;

import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.AccountReport;
import io.sampan.outside.gateway.Gateway;
import io.sampan.outside.gateway.Opened;
import io.sampan.outside.gateway.OutNumber;
import io.sampan.outside.gateway.Returned;
import io.sampan.outside.gateway.Standing;
import io.sampan.outside.gateway.Told;
import java.math.BigDecimal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Payments on Alipay's page, on a desk or on a phone. The money is taken the moment the shopper confirms. Our reference is our own number: a
 * payment begins at Alipay only when the shopper has signed in there.
 */
final class AlipayGateway implements Gateway {
    static final String NAME = "alipay";

    private static final String PHONE = "wap";
    private static final String NOT_THERE = "ACQ.TRADE_NOT_EXIST";
    private static final int LONGEST_SUBJECT = 256;

    private final AlipayApi api;
    private final AlipaySettings settings;
    private final URI notices;
    private final AlipayBills bills;

    /** @param notices where Alipay tells us */
    AlipayGateway(AlipayApi api, AlipaySettings settings, URI notices) {
        this.api = api;
        this.settings = settings;
        this.notices = notices;
        this.bills = new AlipayBills(api);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<AccountReport> report() {
        return Optional.of(bills);
    }

    /** Makes the page's address; Alipay is not called. */
    @Override
    public Opened open(Demand demand) {
        if (!demand.amount().currency().equals(Money.CNY)) {
            return new Opened.Refused("currency");
        }
        boolean phone = demand.method().equals(PHONE);
        var number = OutNumber.of(demand.key());
        var expires = api.now().plus(settings.pageLife());
        var name = demand.description();
        int shown = Math.min(name.codePointCount(0, name.length()), LONGEST_SUBJECT);
        var content = new LinkedHashMap<String, String>();
        content.put("out_trade_no", number);
        content.put("total_amount", yuan(demand.amount()));
        content.put("subject", name.substring(0, name.offsetByCodePoints(0, shown)));
        content.put("product_code", phone ? "QUICK_WAP_WAY" : "FAST_INSTANT_TRADE_PAY");
        content.put("time_expire", AlipayApi.TIME.format(expires));
        content.put("quit_url", demand.cancel().toString());
        var method = phone ? "alipay.trade.wap.pay" : "alipay.trade.page.pay";
        return new Opened.Ready(number, api.page(method, content, notices, demand.success()), expires);
    }

    @Override
    public Standing look(String gatewayReference) {
        return switch (api.call("alipay.trade.query", Map.of("out_trade_no", gatewayReference))) {
            case Told.Yes<JsonNode>(var trade) -> standing(trade);
            case Told.No<JsonNode>(var code) when code.equals(NOT_THERE) -> new Standing.Unbegun();
            case Told.No<JsonNode>(var code) -> new Standing.Refused(code);
            case Told.Later<JsonNode> later -> new Standing.Unclear(later.why());
            case Told.Lost<JsonNode>(var why) -> new Standing.Unclear(why);
        };
    }

    private static Standing standing(JsonNode trade) {
        var amount = yuan(trade.path("total_amount").asString("0"));
        // A trade whose money has all gone back is closed too; that it was paid shows by the day on which it was.
        boolean paid = !trade.path("send_pay_date").asString("").isEmpty();
        return switch (trade.path("trade_status").asString("")) {
            case "WAIT_BUYER_PAY" -> new Standing.Open(null);
            case "TRADE_SUCCESS", "TRADE_FINISHED" -> new Standing.Captured(amount, Money.zero(Money.CNY));
            case "TRADE_CLOSED" ->
                paid ? new Standing.Captured(amount, Money.zero(Money.CNY)) : new Standing.Closed("closed");
            default -> new Standing.Pending();
        };
    }

    /** Nothing is left to be taken: the money came with the shopper's confirmation. */
    @Override
    public Standing capture(String gatewayReference, Money amount, String key) {
        return look(gatewayReference);
    }

    /** A page to which nobody came cannot be closed at Alipay; it ends by itself. */
    @Override
    public Standing cancel(String gatewayReference, String key) {
        api.call("alipay.trade.close", Map.of("out_trade_no", gatewayReference));
        return look(gatewayReference);
    }

    /** That the call went well does not say that money moved: {@code fund_change} does. */
    @Override
    public Returned refund(String gatewayReference, Money amount, String key) {
        var request = OutNumber.of(key);
        var content = Map.of(
                "out_trade_no", gatewayReference,
                "refund_amount", yuan(amount),
                "out_request_no", request);
        var reference = reference(gatewayReference, request);
        return switch (api.call("alipay.trade.refund", content)) {
            case Told.Yes<JsonNode>(var answer)
            when answer.path("fund_change").asString("").equals("Y") -> new Returned.Done(reference);
            case Told.Yes<JsonNode> _ -> lookAtRefund(reference);
            case Told.No<JsonNode>(var code) -> new Returned.Refused(code);
            case Told.Later<JsonNode> later -> new Returned.Unclear(later.why());
            case Told.Lost<JsonNode>(var why) -> new Returned.Unclear(why);
        };
    }

    @Override
    public Returned lookAtRefund(String refundReference) {
        var numbers = refundReference.split(":", 2);
        var content = Map.of("out_trade_no", numbers[0], "out_request_no", numbers[numbers.length - 1]);
        return switch (api.call("alipay.trade.fastpay.refund.query", content)) {
            case Told.Yes<JsonNode>(var answer)
            when answer.path("refund_status").asString("").equals("REFUND_SUCCESS") ->
                new Returned.Done(refundReference);
            case Told.Yes<JsonNode> _ -> new Returned.Pending(refundReference);
            case Told.No<JsonNode>(var code) -> new Returned.Refused(code);
            case Told.Later<JsonNode> later -> new Returned.Unclear(later.why());
            case Told.Lost<JsonNode>(var why) -> new Returned.Unclear(why);
        };
    }

    /** A refund has no number of its own at Alipay: it is found by the trade's and ours. */
    static String reference(String trade, String request) {
        return trade + ":" + request;
    }

    private static String yuan(Money amount) {
        return amount.decimal().toPlainString();
    }

    private static Money yuan(String text) {
        return Money.ofDecimal(new BigDecimal(text), Money.CNY);
    }
}
