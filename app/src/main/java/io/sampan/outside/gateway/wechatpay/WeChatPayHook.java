package io.sampan.outside.gateway.wechatpay;

import io.sampan.outside.gateway.GatewayNews;
import io.sampan.outside.gateway.GatewayNews.Subject;
import io.sampan.outside.gateway.Hearing;
import io.sampan.outside.gateway.OutNumber;
import io.sampan.outside.gateway.wechatpay.WeChatPayKeys.Proof;
import io.sampan.outside.wire.WhenSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where WeChat Pay tells us, signed and sealed. Source: docs/sources/wechatpay.md "Notices". */
@RestController
@WhenSet("sampan.wechatpay.mch-id")
class WeChatPayHook {
    private static final Logger LOG = LoggerFactory.getLogger(WeChatPayHook.class);
    private static final int LARGEST_NOTICE = 128 * 1024;
    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7E]{1,128}");
    private static final Map<String, String> NOT_TAKEN = Map.of("code", "FAIL", "message", "签名或密文不正确");

    private final WeChatPayKeys keys;
    private final Hearing hearing;
    private final JsonMapper json;
    private final Clock clock;

    WeChatPayHook(WeChatPayKeys keys, Hearing hearing, JsonMapper json, Clock clock) {
        this.keys = keys;
        this.hearing = hearing;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping("/hooks/wechatpay")
    ResponseEntity<Map<String, String>> hear(@RequestHeader HttpHeaders headers, InputStream in) throws IOException {
        var sent = in.readNBytes(LARGEST_NOTICE + 1);
        if (sent.length > LARGEST_NOTICE) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).body(NOT_TAKEN);
        }
        var body = new String(sent, StandardCharsets.UTF_8);
        var now = clock.instant();
        if (!keys.fits(proof(headers), body, now)) {
            LOG.warn("A notice that is not signed by WeChat Pay, or not now, was refused");
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).body(NOT_TAKEN);
        }
        return taken(body, now)
                ? ResponseEntity.noContent().build()
                : ResponseEntity.badRequest().body(NOT_TAKEN);
    }

    private static Proof proof(HttpHeaders headers) {
        return new Proof(
                of(headers, "Wechatpay-Timestamp"),
                of(headers, "Wechatpay-Nonce"),
                of(headers, "Wechatpay-Serial"),
                of(headers, "Wechatpay-Signature"));
    }

    private static String of(HttpHeaders headers, String name) {
        var value = headers.getFirst(name);
        return value == null ? "" : value;
    }

    private boolean taken(String body, Instant now) {
        try {
            var notice = json.readTree(body);
            var sealed = notice.path("resource");
            var opened = keys.open(
                    sealed.path("ciphertext").asString(""),
                    sealed.path("nonce").asString(""),
                    sealed.path("associated_data").asString(""));
            var id = notice.path("id").asString("");
            if (opened.isEmpty() || !PLAIN.matcher(id).matches()) {
                return false;
            }
            var type = notice.path("event_type").asString("");
            news(type, json.readTree(opened.get()), id, now).ifPresent(news -> hearing.tell(news, type));
            return true;
        } catch (JacksonException notAsDocumented) {
            return false;
        }
    }

    private static Optional<GatewayNews> news(String type, JsonNode about, String id, Instant now) {
        boolean refund = type.startsWith("REFUND.");
        if (!refund && !type.startsWith("TRANSACTION.")) {
            return Optional.empty();
        }
        var number = about.path(refund ? "out_refund_no" : "out_trade_no").asString("");
        return number.isEmpty()
                ? Optional.empty()
                : Optional.of(new GatewayNews(
                        WeChatPayGateway.NAME,
                        refund ? Subject.REFUND : Subject.PAYMENT,
                        number,
                        OutNumber.key(number).orElse(null),
                        id,
                        now));
    }
}
