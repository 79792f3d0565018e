package io.sampan.outside.gateway.wechatpay;

import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.AccountReport;
import io.sampan.outside.gateway.Gateway;
import io.sampan.outside.gateway.Opened;
import io.sampan.outside.gateway.OutNumber;
import io.sampan.outside.gateway.Returned;
import io.sampan.outside.gateway.Standing;
import io.sampan.outside.gateway.Told;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A QR code that the shopper scans with their phone (native), or a page on the phone itself (h5). The money is taken the moment the shopper
 * confirms. Our references are our own numbers.
 */
final class WeChatPayGateway implements Gateway {
    static final String NAME = "wechatpay";

    private static final String TRANSACTIONS = "/v3/pay/transactions/";
    private static final String REFUNDS = "/v3/refund/domestic/refunds";
    private static final String H5 = "h5";
    private static final int LONGEST_DESCRIPTION = 127;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final WeChatPayApi api;
    private final WeChatPaySettings settings;
    private final URI notices;
    private final WeChatPayBills bills;

    /** @param notices where WeChat Pay tells us */
    WeChatPayGateway(WeChatPayApi api, WeChatPaySettings settings, URI notices) {
        this.api = api;
        this.settings = settings;
        this.notices = notices;
        this.bills = new WeChatPayBills(api);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<AccountReport> report() {
        return Optional.of(bills);
    }

    @Override
    public Opened open(Demand demand) {
        if (!demand.amount().currency().equals(Money.CNY)) {
            return new Opened.Refused("currency");
        }
        boolean phone = demand.method().equals(H5);
        var expires = api.now().plus(settings.pageLife());
        var number = OutNumber.of(demand.key());
        return switch (api.post(TRANSACTIONS + (phone ? H5 : "native"), order(demand, number, expires))) {
            case Told.Yes<JsonNode>(var made) -> ready(made, demand, expires);
            case Told.No<JsonNode>(var code) -> new Opened.Refused(code);
            case Told.Later<JsonNode>(var after, var why) -> new Opened.Later(after, why);
            case Told.Lost<JsonNode>(var why) -> new Opened.Unclear(why);
        };
    }

    private static Opened ready(JsonNode made, Demand demand, Instant expires) {
        var number = OutNumber.of(demand.key());
        var code = made.path("code_url").asString("");
        if (!code.isEmpty()) {
            return new Opened.Ready(number, URI.create(code), expires);
        }
        var page = made.path("h5_url").asString("");
        var back = URLEncoder.encode(demand.success().toString(), StandardCharsets.UTF_8);
        return page.isEmpty()
                ? new Opened.Unclear("An order without a code or a page")
                : new Opened.Ready(
                        number, URI.create(page + (page.contains("?") ? "&" : "?") + "redirect_url=" + back), expires);
    }

    private Map<String, Object> order(Demand demand, String number, Instant expires) {
        var name = demand.description();
        int shown = Math.min(name.codePointCount(0, name.length()), LONGEST_DESCRIPTION);
        var order = new LinkedHashMap<String, Object>();
        order.put("mchid", settings.mchId());
        order.put("appid", WeChatPaySettings.required(settings.appId(), "app-id"));
        order.put("out_trade_no", number);
        order.put("description", name.substring(0, name.offsetByCodePoints(0, shown)));
        order.put("notify_url", notices.toString());
        order.put(
                "time_expire",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        expires.truncatedTo(ChronoUnit.SECONDS).atZone(SHANGHAI)));
        order.put("amount", Map.of("total", demand.amount().minor(), "currency", "CNY"));
        if (demand.method().equals(H5)) {
            order.put("scene_info", Map.of("payer_client_ip", demand.payerAddress(), "h5_info", Map.of("type", "Wap")));
        }
        return order;
    }

    @Override
    public Standing look(String gatewayReference) {
        return switch (transaction(gatewayReference)) {
            case Told.Yes<JsonNode>(var one) -> standing(one);
            case Told.No<JsonNode>(var code) when code.equals("ORDER_NOT_EXIST") -> new Standing.Unbegun();
            case Told.No<JsonNode>(var code) -> new Standing.Refused(code);
            case Told.Later<JsonNode> later -> new Standing.Unclear(later.why());
            case Told.Lost<JsonNode>(var why) -> new Standing.Unclear(why);
        };
    }

    /** A transaction of which anything went back is in the state REFUND: it was paid all the same. */
    private static Standing standing(JsonNode one) {
        var state = one.path("trade_state").asString("");
        return switch (state) {
            case "NOTPAY" -> new Standing.Open(null);
            case "SUCCESS", "REFUND" ->
                new Standing.Captured(Money.fen(one.path("amount").path("total").asLong(0)), Money.zero(Money.CNY));
            case "CLOSED", "REVOKED", "PAYERROR" -> new Standing.Closed(state);
            default -> new Standing.Pending();
        };
    }

    /** Nothing is left to be taken: the money came with the shopper's confirmation. */
    @Override
    public Standing capture(String gatewayReference, Money amount, String key) {
        return look(gatewayReference);
    }

    @Override
    public Standing cancel(String gatewayReference, String key) {
        api.post(
                TRANSACTIONS + "out-trade-no/" + gatewayReference + "/close",
                Map.of("mchid", String.valueOf(settings.mchId())));
        return look(gatewayReference);
    }

    @Override
    public Returned refund(String gatewayReference, Money amount, String key) {
        var told = transaction(gatewayReference);
        if (!(told instanceof Told.Yes<JsonNode>(var one))) {
            return new Returned.Unclear("The payment could not be looked at: " + told.why());
        }
        var sums = Map.of(
                "refund", amount.minor(),
                "total", one.path("amount").path("total").asLong(0),
                "currency", "CNY");
        return returned(api.post(
                REFUNDS,
                Map.of(
                        "out_trade_no",
                        gatewayReference,
                        "out_refund_no",
                        OutNumber.of(key),
                        "notify_url",
                        notices.toString(),
                        "amount",
                        sums)));
    }

    @Override
    public Returned lookAtRefund(String refundReference) {
        return returned(api.get(REFUNDS + "/" + refundReference));
    }

    private static Returned returned(Told<JsonNode> told) {
        return switch (told) {
            case Told.Yes<JsonNode>(var refund) -> {
                var reference = refund.path("out_refund_no").asString("");
                var status = refund.path("status").asString("");
                yield switch (status) {
                    case "SUCCESS" -> new Returned.Done(reference);
                    case "CLOSED", "ABNORMAL" -> new Returned.Failed(reference, status);
                    default -> new Returned.Pending(reference);
                };
            }
            case Told.No<JsonNode>(var code) -> new Returned.Refused(code);
            case Told.Later<JsonNode> later -> new Returned.Unclear(later.why());
            case Told.Lost<JsonNode>(var why) -> new Returned.Unclear(why);
        };
    }

    private Told<JsonNode> transaction(String number) {
        return api.get(TRANSACTIONS + "out-trade-no/" + number + "?mchid=" + settings.mchId());
    }
}
