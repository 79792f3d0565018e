package io.sampan.outside.gateway.paypal;

import io.sampan.outside.gateway.Hearing;
import io.sampan.outside.wire.WhenSet;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Where PayPal tells us its events. Answers as soon as the news is stored; what follows from it happens afterwards. */
@RestController
@WhenSet("sampan.paypal.client-id")
class PayPalHook {
    private static final Logger LOG = LoggerFactory.getLogger(PayPalHook.class);
    private static final int LARGEST_EVENT = 512 * 1024;

    private final PayPalSignature signature;
    private final Hearing hearing;
    private final JsonMapper json;
    private final Clock clock;

    PayPalHook(PayPalSignature signature, Hearing hearing, JsonMapper json, Clock clock) {
        this.signature = signature;
        this.hearing = hearing;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping("/hooks/paypal")
    ResponseEntity<Void> hear(@RequestHeader HttpHeaders sentHeaders, InputStream in) throws IOException {
        var sent = in.readNBytes(LARGEST_EVENT + 1);
        if (sent.length > LARGEST_EVENT) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        if (!signature.fits(headers(sentHeaders), sent, clock.instant())) {
            LOG.warn("A webhook that is not signed by PayPal, or not now, was refused");
            return ResponseEntity.badRequest().build();
        }
        var event = event(sent);
        event.flatMap(heard -> heard.news(clock.instant()))
                .ifPresent(news -> hearing.tell(news, event.get().type()));
        return event.isPresent()
                ? ResponseEntity.ok().build()
                : ResponseEntity.badRequest().build();
    }

    private static PayPalSignature.Headers headers(HttpHeaders sent) {
        return new PayPalSignature.Headers(
                of(sent, "Paypal-Transmission-Id"),
                of(sent, "Paypal-Transmission-Time"),
                of(sent, "Paypal-Transmission-Sig"),
                of(sent, "Paypal-Cert-Url"),
                of(sent, "Paypal-Auth-Algo"));
    }

    private static String of(HttpHeaders sent, String name) {
        var value = sent.getFirst(name);
        return value == null ? "" : value;
    }

    private Optional<PayPalEvent> event(byte[] sent) {
        try {
            return PayPalEvent.of(json.readTree(sent));
        } catch (JacksonException notAsDocumented) {
            return Optional.empty();
        }
    }
}
