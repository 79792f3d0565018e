package io.sampan.outside.gateway.stripe;

import io.sampan.outside.gateway.GatewayNews;
import io.sampan.outside.gateway.GatewayNews.Subject;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An event as Stripe sends it to our webhook; what it leaves out is empty. Source: docs/sources/stripe.md "Webhooks". */
record StripeEvent(String id, String type, Data data) {
    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7E]{1,255}");

    StripeEvent(@Nullable String id, @Nullable String type, @Nullable Data data) {
        this.id = Objects.requireNonNullElse(id, "");
        this.type = Objects.requireNonNullElse(type, "");
        this.data = data == null ? new Data(null) : data;
    }

    /** @param object what it happened to, as it was then: of it we take only which one it is */
    record Data(Thing object) {
        Data(@Nullable Thing object) {
            this.object = object == null ? new Thing("", null) : object;
        }
    }

    /** @param id empty for things that have none, such as a balance */
    record Thing(String id, Map<String, String> metadata) {
        Thing(@Nullable String id, @Nullable Map<String, String> metadata) {
            this.id = Objects.requireNonNullElse(id, "");
            this.metadata = Objects.requireNonNullElse(metadata, Map.of());
        }

        @Nullable
        String meta(String name) {
            return metadata.get(name);
        }
    }

    /** Whether it says which event it is, and what it is about if we keep that. */
    boolean isAsDocumented() {
        return isPlain(id)
                && isPlain(type)
                && (subject().isEmpty() || isPlain(data.object().id()));
    }

    /** Empty for events that change nothing we keep. */
    Optional<GatewayNews> news(Instant now) {
        return subject().map(subject -> {
            var thing = data.object();
            var key = switch (subject) {
                case PAYMENT -> thing.meta(StripeGateway.PAYMENT);
                case REFUND -> thing.meta(StripeGateway.REFUND);
                case DISPUTE -> null;
            };
            return new GatewayNews(
                    StripeGateway.NAME, subject, thing.id(), key != null && isPlain(key) ? key : null, id, now);
        });
    }

    private Optional<Subject> subject() {
        if (type.startsWith("checkout.session.") || type.startsWith("payment_intent.")) {
            return Optional.of(Subject.PAYMENT);
        }
        if (type.startsWith("charge.dispute.")) {
            return Optional.of(Subject.DISPUTE);
        }
        // "charge.refund.updated" is an older name that accounts of long standing still get.
        return type.startsWith("refund.") || type.startsWith("charge.refund.")
                ? Optional.of(Subject.REFUND)
                : Optional.empty();
    }

    /** A text that a database can keep: Stripe writes ids and types in ASCII. */
    private static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches();
    }
}
