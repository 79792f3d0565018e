package io.sampan.simulators.wechatpay;

import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.PushMessage;
import io.sampan.simulators.wallet.Outbox;
import io.sampan.simulators.wechatpay.Transaction.Refund;
import io.sampan.simulators.wechatpay.Transaction.Status;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** Sealed and signed notices. Source: docs/sources/wechatpay.md "Notices". */
final class Notices {
    private static final List<Duration> RETRIES = List.of(
            Duration.ofSeconds(15),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(3),
            Duration.ofMinutes(30),
            Duration.ofMinutes(30),
            Duration.ofMinutes(30),
            Duration.ofMinutes(30),
            Duration.ofHours(1));

    private final Kernel kernel;
    private final Signing signing;
    private final Outbox outbox;

    Notices(Kernel kernel, Signing signing) {
        this.kernel = kernel;
        this.signing = signing;
        this.outbox = new Outbox(kernel, WeChatPay.NAME, RETRIES, this::signed);
    }

    void resume() {
        outbox.resume();
    }

    int size() {
        return outbox.size();
    }

    void paid(Transaction paid) {
        outbox.send("TRANSACTION.SUCCESS", sealed("TRANSACTION.SUCCESS", "支付成功", "transaction", Views.of(paid)));
    }

    void refunded(Transaction of, Refund refund) {
        String type = refund.status() == Status.SUCCESS ? "REFUND.SUCCESS" : "REFUND.ABNORMAL";
        String words = refund.status() == Status.SUCCESS ? "退款成功" : "退款异常";
        outbox.send(type, sealed(type, words, "refund", Views.noticeOf(of, refund)));
    }

    private String sealed(String type, String words, String original, Object resource) {
        String nonce = UUID.randomUUID().toString().substring(24);
        var event = Json.object()
                .put("id", UUID.randomUUID().toString())
                .put("create_time", Views.time(kernel.clock().now()))
                .put("resource_type", "encrypt-resource")
                .put("event_type", type)
                .put("summary", words);
        event.putObject("resource")
                .put("original_type", original)
                .put("algorithm", "AEAD_AES_256_GCM")
                .put("ciphertext", Signing.sealed(Json.text(resource), nonce, original))
                .put("associated_data", original)
                .put("nonce", nonce);
        return Json.text(event);
    }

    private PushMessage signed(Outbox.Notice notice) {
        var headers = new LinkedHashMap<>(
                signing.headers(notice.body(), kernel.clock().now()));
        headers.put("Content-Type", "application/json");
        return new PushMessage(
                notice.topic(), headers, notice.body().getBytes(StandardCharsets.UTF_8), "Wechatpay-Signature");
    }
}
