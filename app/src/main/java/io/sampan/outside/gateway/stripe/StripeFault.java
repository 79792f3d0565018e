package io.sampan.outside.gateway.stripe;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** An error as Stripe tells it. Source: docs/sources/stripe.md "Errors". */
@JsonNaming(SnakeCaseStrategy.class)
record StripeFault(
        @Nullable String type,
        @Nullable String code,
        @Nullable String declineCode) {
    /** What an error is wrapped in. */
    record Answer(@Nullable StripeFault error) {}

    /** The most precise word for it. */
    String reason() {
        if (declineCode != null) {
            return declineCode;
        }
        if (code != null) {
            return code;
        }
        return type == null ? "unknown" : type;
    }
}
