package io.sampan.simulators.alipay;

import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.PushMessage;
import io.sampan.simulators.wallet.Outbox;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells the merchant by signed form posts, again and again until the answer is {@code success} to the letter. */
final class Notices {
    /** Source: docs/sources/alipay.md "Notices". */
    private static final List<Duration> RETRIES = List.of(
            Duration.ofMinutes(4),
            Duration.ofMinutes(10),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(15));

    private final Signing signing;
    private final String appId;
    private final Outbox outbox;

    Notices(Kernel kernel, Signing signing, String appId) {
        this.signing = signing;
        this.appId = appId;
        this.outbox = new Outbox(kernel, Alipay.NAME, RETRIES, this::signed);
    }

    void resume() {
        outbox.resume();
    }

    int size() {
        return outbox.size();
    }

    /** @param refund what made the trade change, if it was a refund */
    void tell(Trade trade, Trade.@Nullable Refund refund) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("notify_time", Dates.text(refund == null ? trade.created() : refund.at()));
        fields.put("notify_type", "trade_status_sync");
        fields.put("notify_id", UUID.randomUUID().toString().replace("-", ""));
        fields.put("app_id", appId);
        fields.put("charset", "UTF-8");
        fields.put("version", "1.0");
        fields.put("sign_type", "RSA2");
        fields.put("trade_no", String.valueOf(trade.number()));
        fields.put("out_trade_no", trade.outTradeNo());
        fields.put("subject", trade.terms().subject());
        fields.put("total_amount", Fen.yuan(trade.terms().fen()));
        fields.put("trade_status", trade.status().name());
        fields.put("passback_params", trade.terms().passback());
        if (refund != null) {
            fields.put("out_biz_no", refund.request());
            fields.put("refund_fee", Fen.yuan(trade.refundedFen()));
            fields.put("gmt_refund", Dates.text(refund.at()));
        }
        outbox.send(refund == null ? "trade_status_sync" : "trade_refund", Json.text(fields));
    }

    private PushMessage signed(Outbox.Notice notice) {
        var fields = new LinkedHashMap<String, String>();
        Json.tree(notice.body()).properties().forEach(field -> {
            if (!field.getValue().asString().isEmpty()) {
                fields.put(field.getKey(), field.getValue().asString());
            }
        });
        fields.put("sign", signing.ofNotice(fields));
        return new PushMessage(
                notice.topic(),
                Map.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
                encoded(fields).getBytes(StandardCharsets.UTF_8),
                "sign",
                "success");
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
