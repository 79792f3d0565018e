package io.sampan.outside.gateway.alipay;

import io.sampan.outside.gateway.GatewayNews;
import io.sampan.outside.gateway.GatewayNews.Subject;
import io.sampan.outside.gateway.Hearing;
import io.sampan.outside.gateway.OutNumber;
import io.sampan.outside.wire.WhenSet;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where Alipay tells us. It goes on until the answer is {@code success} to the letter. Source: docs/sources/alipay.md "Notices". */
@RestController
@WhenSet("sampan.alipay.app-id")
class AlipayHook {
    private static final Logger LOG = LoggerFactory.getLogger(AlipayHook.class);
    private static final String TAKEN = "success";
    private static final String NOT_TAKEN = "failure";
    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7E]{1,128}");

    private final AlipaySignature signature;
    private final AlipaySettings settings;
    private final Hearing hearing;
    private final Clock clock;

    AlipayHook(AlipaySignature signature, AlipaySettings settings, Hearing hearing, Clock clock) {
        this.signature = signature;
        this.settings = settings;
        this.hearing = hearing;
        this.clock = clock;
    }

    @PostMapping("/hooks/alipay")
    ResponseEntity<String> hear(@RequestParam Map<String, String> fields) {
        var now = clock.instant();
        boolean ours = settings.requiredAppId().equals(fields.get("app_id"))
                && "RSA2".equals(fields.get("sign_type"))
                && signature.fitsNotice(fields)
                && isNear(fields.getOrDefault("notify_time", ""), now);
        if (!ours) {
            LOG.warn("A notice that is not signed by Alipay for us, or not now, was refused");
            return ResponseEntity.badRequest().body(NOT_TAKEN);
        }
        news(fields, now).ifPresent(news -> hearing.tell(news, fields.getOrDefault("notify_type", "")));
        return ResponseEntity.ok(TAKEN);
    }

    /** A notice of a refund carries the refund's number; it changes the payment's state as well, which is final with us. */
    private static Optional<GatewayNews> news(Map<String, String> fields, Instant now) {
        var trade = fields.getOrDefault("out_trade_no", "");
        var request = fields.getOrDefault("out_biz_no", "");
        var id = fields.getOrDefault("notify_id", "");
        if (!PLAIN.matcher(id).matches() || trade.isEmpty()) {
            return Optional.empty();
        }
        var refund = OutNumber.key(request);
        return Optional.of(
                refund.isPresent()
                        ? new GatewayNews(
                                AlipayGateway.NAME,
                                Subject.REFUND,
                                AlipayGateway.reference(trade, request),
                                refund.get(),
                                id,
                                now)
                        : new GatewayNews(
                                AlipayGateway.NAME,
                                Subject.PAYMENT,
                                trade,
                                OutNumber.key(trade).orElse(null),
                                id,
                                now));
    }

    private boolean isNear(String time, Instant now) {
        try {
            var said = AlipayApi.TIME.parse(time, Instant::from);
            return Duration.between(said, now).abs().compareTo(settings.tolerance()) <= 0;
        } catch (DateTimeException notATime) {
            return false;
        }
    }
}
