package io.sampan.simulators.wechatpay;

import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.Handler;
import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.Question;
import io.sampan.simulators.kernel.Rsa;
import io.sampan.simulators.kernel.SimulatedService;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The simulated WeChat Pay: its API for the merchant's server, a phone for buyers. */
public final class WeChatPay implements SimulatedService {
    static final String NAME = "wechatpay";

    private final Kernel kernel;
    private final Signing signing = new Signing(Rsa.ofPlatform());
    private final Notices notices;
    private final Transactions transactions;
    private final Bills bills;
    private final PayApi api;
    private final Phone phone;

    public WeChatPay(Kernel kernel) {
        this.kernel = kernel;
        notices = new Notices(kernel, signing);
        transactions = new Transactions(kernel, notices);
        bills = new Bills(kernel, transactions);
        api = new PayApi(transactions, bills);
        phone = new Phone(transactions);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Handler handler() {
        return this::answer;
    }

    private Answer answer(Question q) {
        if (!q.path().startsWith("/v3/")) {
            return phone.answer(q);
        }
        Instant now = kernel.clock().now();
        try {
            signing.check(q, pathAndQuery(q), now);
            if (q.path().equals("/v3/billdownload/file")) {
                // A file is not signed: its hash was, with the answer that named it.
                String file = bills.fetch(q.query().getOrDefault("token", ""));
                return Answer.of(200, "text/plain", file.getBytes(StandardCharsets.UTF_8));
            }
            var body = api.answer(q, now);
            return body == null ? signed(204, "", now) : signed(200, Json.text(body), now);
        } catch (Refused refused) {
            String body = Json.text(Json.object().put("code", refused.code).put("message", refused.words));
            // A refusal of the signature itself is not signed.
            return refused.status == 401 ? plain(401, body) : signed(refused.status, body, now);
        }
    }

    private Answer signed(int status, String body, Instant now) {
        Answer answer = plain(status, body);
        for (var header : signing.headers(body, now).entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return answer;
    }

    private static Answer plain(int status, String body) {
        return Answer.of(status, "application/json; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    /** As it stood on the request line. */
    private static String pathAndQuery(Question q) {
        String query = q.query().entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? q.path() : q.path() + "?" + query;
    }

    @Override
    public void opened(Map<String, URI> addresses) {
        api.at(Objects.requireNonNull(addresses.get(NAME)));
        transactions.resume();
        notices.resume();
    }

    @Override
    public Map<String, String> credentials() {
        return Map.of(
                "appId", PayApi.APP_ID,
                "mchId", Signing.MCH_ID,
                "merchantSerial", Signing.MERCHANT_SERIAL,
                "privateKey", Rsa.merchantPrivateKey(),
                "apiV3Key", Signing.API_V3_KEY,
                "platformKeyId", Signing.PLATFORM_SERIAL,
                "platformPublicKey", Rsa.platformPublicKey());
    }

    @Override
    public Object state() {
        return Map.of("transactions", transactions.all(), "notices", notices.size());
    }

    @Override
    public Map<String, String> actions() {
        return Map.of("refuse-next-refund", "");
    }

    @Override
    public Object act(String action, Map<String, String> form) {
        if (!action.equals("refuse-next-refund")) {
            throw new IllegalArgumentException("wechatpay knows " + actions().keySet());
        }
        transactions.refuseNext();
        return Map.of("done", action);
    }
}
