package io.sampan.outside.gateway.stripe;

import io.sampan.outside.gateway.GatewayNews;
import io.sampan.outside.gateway.GatewayNews.Subject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An event as Stripe sends it to our webhook. Source: docs/sources/stripe.md "Webhooks". */
record StripeEvent(String id, String type, Data data) {
    /** @param object what it happened to, as it was then: of it we take only which one it is */
    record Data(Thing object) {}

    record Thing(String id, @Nullable Map<String, String> metadata) {
        @Nullable
        String meta(String name) {
            return metadata == null ? null : metadata.get(name);
        }
    }

    /** Empty for events that change nothing we keep. */
    Optional<GatewayNews> news(Instant now) {
        var thing = data.object();
        if (type.startsWith("checkout.session.") || type.startsWith("payment_intent.")) {
            return Optional.of(news(Subject.PAYMENT, StripeGateway.PAYMENT, thing, now));
        }
        // "charge.refund.updated" is an older name that accounts of long standing still get.
        if (type.startsWith("refund.") || type.startsWith("charge.refund.")) {
            return Optional.of(news(Subject.REFUND, StripeGateway.REFUND, thing, now));
        }
        return Optional.empty();
    }

    private GatewayNews news(Subject subject, String key, Thing thing, Instant now) {
        return new GatewayNews(StripeGateway.NAME, subject, thing.id(), thing.meta(key), id, now);
    }
}
