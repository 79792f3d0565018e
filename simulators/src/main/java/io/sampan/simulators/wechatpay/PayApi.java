package io.sampan.simulators.wechatpay;

import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Question;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The calls under /v3 that a merchant's server makes. */
final class PayApi {
    static final String APP_ID = "wx0000000000000001";

    private static final String TRANSACTIONS = "/v3/pay/transactions/";
    private static final String BY_NUMBER = TRANSACTIONS + "out-trade-no/";
    private static final String REFUNDS = "/v3/refund/domestic/refunds";
    private static final Duration LIFE = Duration.ofHours(2);

    private final Transactions transactions;
    private final Bills bills;
    private volatile String base = "";

    PayApi(Transactions transactions, Bills bills) {
        this.transactions = transactions;
        this.bills = bills;
    }

    void at(URI address) {
        base = address.toString();
    }

    /** The answer's body; null where there is none. */
    @Nullable
    ObjectNode answer(Question q, Instant now) {
        String path = q.path();
        boolean post = q.method().equals("POST");
        if (post && (path.equals(TRANSACTIONS + "native") || path.equals(TRANSACTIONS + "h5"))) {
            return order(path.substring(TRANSACTIONS.length()), body(q), now);
        }
        if (post && path.startsWith(BY_NUMBER) && path.endsWith("/close")) {
            merchant(body(q).path("mchid").asString(""));
            transactions.close(path.substring(BY_NUMBER.length(), path.length() - "/close".length()));
            return null;
        }
        if (!post && path.startsWith(BY_NUMBER)) {
            merchant(q.query().getOrDefault("mchid", ""));
            return Views.of(transactions.existing(path.substring(BY_NUMBER.length())));
        }
        if (post && path.equals(REFUNDS)) {
            return refund(body(q));
        }
        if (!post && path.startsWith(REFUNDS + "/")) {
            return refund(path.substring(REFUNDS.length() + 1));
        }
        if (!post && path.equals("/v3/bill/tradebill")) {
            return bills.ask(q.query(), base);
        }
        throw new Refused(404, "RESOURCE_NOT_EXISTS", "请求的资源不存在");
    }

    private ObjectNode order(String kind, JsonNode body, Instant now) {
        merchant(needed(body, "mchid", 32));
        if (!needed(body, "appid", 32).equals(APP_ID)) {
            throw new Refused(400, "APPID_MCHID_NOT_MATCH", "appid和mch_id不匹配");
        }
        String number = needed(body, "out_trade_no", 32);
        if (!number.matches("[0-9A-Za-z_*|-]{6,32}")) {
            throw Refused.parameter("商户订单号只能是数字、大小写字母_-*，6至32个字符");
        }
        String notify = needed(body, "notify_url", 255);
        if (!notify.matches("https?://[^?]+")) {
            throw Refused.parameter("notify_url必须为可访问的URL，不能携带参数");
        }
        JsonNode amount = body.path("amount");
        long total = amount.path("total").asLong(0);
        if (total < 1 || !amount.path("currency").asString("CNY").equals("CNY")) {
            throw Refused.parameter("总金额须为大于0的整数，币种须为CNY");
        }
        boolean h5 = kind.equals("h5");
        if (h5 && body.path("scene_info").path("payer_client_ip").asString("").isEmpty()) {
            throw Refused.parameter("scene_info.payer_client_ip 必填");
        }
        var terms = new Transaction.Terms(
                kind,
                APP_ID,
                needed(body, "description", 127),
                total,
                expires(body.path("time_expire").asString(""), now),
                body.path("attach").asString(""));
        Transaction made = transactions.order(number, terms);
        return h5
                ? Json.object().put("h5_url", base + "/h5/" + made.code())
                : Json.object().put("code_url", Phone.SCANNED + made.code());
    }

    private ObjectNode refund(JsonNode body) {
        String number = needed(body, "out_trade_no", 32);
        JsonNode amount = body.path("amount");
        Transaction of = transactions.find(number).orElseThrow(() -> new Refused(404, "RESOURCE_NOT_EXISTS", "订单不存在"));
        if (amount.path("total").asLong(0) != of.terms().fen()) {
            throw new Refused(400, "INVALID_REQUEST", "订单金额或退款金额与之前请求不一致");
        }
        String request = needed(body, "out_refund_no", 64);
        transactions.refund(number, request, amount.path("refund").asLong(0));
        return refund(request);
    }

    private ObjectNode refund(String request) {
        return transactions.all().stream()
                .flatMap(one -> one.refunds().stream()
                        .filter(refund -> refund.request().equals(request))
                        .map(refund -> Views.of(one, refund)))
                .findFirst()
                .orElseThrow(() -> new Refused(404, "RESOURCE_NOT_EXISTS", "退款单不存在"));
    }

    private static Instant expires(String text, Instant now) {
        if (text.isEmpty()) {
            return now.plus(LIFE);
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            throw Refused.parameter("time_expire 格式错误");
        }
    }

    private static void merchant(String mchid) {
        if (!mchid.equals(Signing.MCH_ID)) {
            throw new Refused(400, "MCH_NOT_EXISTS", "商户号不存在");
        }
    }

    private static String needed(JsonNode body, String field, int longest) {
        String value = body.path(field).asString("");
        if (value.isBlank() || value.length() > longest) {
            throw Refused.parameter("参数 " + field + " 缺少或过长");
        }
        return value;
    }

    private static JsonNode body(Question q) {
        try {
            return Json.tree(q.text());
        } catch (JacksonException notJson) {
            throw Refused.parameter("请求体不是JSON");
        }
    }
}
