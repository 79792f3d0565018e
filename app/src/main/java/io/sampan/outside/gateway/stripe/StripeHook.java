package io.sampan.outside.gateway.stripe;

import io.sampan.outside.gateway.Hearing;
import io.sampan.outside.wire.WhenSet;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Where Stripe tells us its events. Answers as soon as the news is stored; what follows from it happens afterwards. */
@RestController
@WhenSet("sampan.stripe.secret-key")
class StripeHook {
    private static final Logger LOG = LoggerFactory.getLogger(StripeHook.class);
    private static final int LARGEST_EVENT = 512 * 1024;

    private final StripeSignature signature;
    private final Hearing hearing;
    private final JsonMapper json;
    private final Clock clock;

    StripeHook(StripeSignature signature, Hearing hearing, JsonMapper json, Clock clock) {
        this.signature = signature;
        this.hearing = hearing;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping("/hooks/stripe")
    ResponseEntity<Void> hear(
            @RequestHeader(name = "Stripe-Signature", defaultValue = "") String header, InputStream in)
            throws IOException {
        var sent = in.readNBytes(LARGEST_EVENT + 1);
        if (sent.length > LARGEST_EVENT) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        if (!signature.fits(header, sent, clock.instant())) {
            LOG.warn("A webhook that is not signed by Stripe, or not now, was refused");
            return ResponseEntity.badRequest().build();
        }
        return taken(sent);
    }

    private ResponseEntity<Void> taken(byte[] sent) {
        var event = event(sent);
        if (event.isEmpty()) {
            LOG.warn("A webhook of Stripe's is not as documented");
            return ResponseEntity.badRequest().build();
        }
        var heard = event.get();
        heard.news(clock.instant()).ifPresent(news -> hearing.tell(news, heard.type()));
        return ResponseEntity.ok().build();
    }

    private Optional<StripeEvent> event(byte[] sent) {
        try {
            return Optional.ofNullable(json.readValue(sent, StripeEvent.class)).filter(StripeEvent::isAsDocumented);
        } catch (JacksonException notAsDocumented) {
            return Optional.empty();
        }
    }
}
