package io.sampan.simulators.alipay;

import static io.sampan.simulators.kernel.Html.escape;

import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.Handler;
import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.Question;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The one address {@code /gateway.do}: checks who asks, and when, before it asks what. Source: docs/sources/alipay.md "Gateway". */
final class Gateway implements Handler {
    /** How far a call's time may lie from the wallet's [M: the exact window]. */
    private static final Duration WINDOW = Duration.ofMinutes(30);

    static final String BILLS = "/downloadBillFile.resource?fileKey=";

    private final Kernel kernel;
    private final String appId;
    private final Signing signing;
    private final TradeApi api;
    private final Cashier cashier;
    private final Bills bills;

    Gateway(Kernel kernel, String appId, Signing signing, Trades trades) {
        this.kernel = kernel;
        this.appId = appId;
        this.signing = signing;
        this.bills = new Bills(kernel, trades);
        this.api = new TradeApi(trades, bills);
        this.cashier = new Cashier(trades);
    }

    void at(URI address) {
        api.at(address);
    }

    @Override
    public String operation(Question q) {
        return parameters(q).getOrDefault("method", q.path());
    }

    @Override
    public Answer handle(Question q) {
        Instant now = kernel.clock().now();
        if (q.path().startsWith("/cashier/")) {
            return cashier.answer(q, now);
        }
        if (BILLS.startsWith(q.path() + "?")) {
            // Whoever knows the address may have the file.
            byte[] zip = bills.fetch(q.query().getOrDefault("fileKey", ""));
            return zip == null ? Answer.text(404, "文件不存在") : Answer.of(200, "application/zip", zip);
        }
        if (!q.path().equals("/gateway.do")) {
            return Answer.text(404, "not found");
        }
        var parameters = parameters(q);
        String method = parameters.getOrDefault("method", "");
        boolean forBrowsers = method.equals("alipay.trade.page.pay") || method.equals("alipay.trade.wap.pay");
        try {
            check(parameters, now);
            return forBrowsers
                    ? cashier.arrive(parameters, now)
                    : told(method, ok(api.answer(method, Cashier.biz(parameters))));
        } catch (Refused refused) {
            return forBrowsers ? errorPage(refused) : told(method, no(refused));
        }
    }

    private void check(Map<String, String> parameters, Instant now) {
        if (!appId.equals(parameters.get("app_id"))) {
            throw Refused.argument("isv.invalid-app-id", "无效的AppID参数");
        }
        if (!"RSA2".equals(parameters.get("sign_type"))) {
            throw Refused.argument("isv.invalid-signature-type", "无效签名类型");
        }
        if (!signing.isByMerchant(parameters)) {
            throw Refused.argument("isv.invalid-signature", "验签出错");
        }
        Instant said = Dates.of(parameters.getOrDefault("timestamp", ""));
        if (Duration.between(said, now).abs().compareTo(WINDOW) > 0) {
            throw Refused.argument("isv.invalid-timestamp", "非法的时间戳参数");
        }
    }

    /** The answer's text is signed as it stands between its braces, so it is put together by hand. */
    private Answer told(String method, String answer) {
        String name = method.replace('.', '_') + "_response";
        String body = "{\"" + name + "\":" + answer + ",\"sign\":\"" + signing.ofAnswer(answer) + "\"}";
        return Answer.of(200, "text/html;charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    private static String ok(tools.jackson.databind.node.ObjectNode fields) {
        var answer = Json.object().put("code", "10000").put("msg", "Success");
        answer.setAll(fields);
        return Json.text(answer);
    }

    private static String no(Refused refused) {
        return Json.text(Json.object()
                .put("code", refused.code)
                .put("msg", refused.message)
                .put("sub_code", refused.subCode)
                .put("sub_msg", refused.words));
    }

    private static Answer errorPage(Refused refused) {
        return Answer.html("<!doctype html><meta charset=\"utf-8\"><title>支付宝</title><h1>支付存在风险或参数有误</h1><p>"
                + escape(refused.subCode) + " " + escape(refused.words) + "</p>");
    }

    private static Map<String, String> parameters(Question q) {
        var all = new LinkedHashMap<>(q.query());
        if (q.header("content-type").startsWith("application/x-www-form-urlencoded")) {
            all.putAll(q.form());
        }
        return all;
    }
}
