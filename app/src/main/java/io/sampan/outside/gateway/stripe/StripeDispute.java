package io.sampan.outside.gateway.stripe;

import io.sampan.outside.gateway.Dispute;
import io.sampan.outside.gateway.Dispute.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** A dispute as Stripe tells it, with its payment intent expanded. Source: docs/sources/stripe.md "Disputes". */
@JsonNaming(SnakeCaseStrategy.class)
record StripeDispute(
        String id,
        long amount,
        String currency,
        String reason,
        String status,
        @Nullable EvidenceDetails evidenceDetails,
        @Nullable List<Moved> balanceTransactions,
        @Nullable Paid paymentIntent) {
    /** Of a list we take only which there are. */
    record Page(List<Known> data) {}

    record Known(String id) {}

    /** @param dueBy seconds since 1970; 0 or null when no answer is taken */
    @JsonNaming(SnakeCaseStrategy.class)
    record EvidenceDetails(@Nullable Long dueBy) {}

    /** Money that the dispute took from our balance (negative) or gave back, and its fee; in the currency of our account at Stripe. */
    record Moved(long amount, long fee, String currency) {}

    record Paid(@Nullable Map<String, String> metadata) {}

    Dispute dispute(StripeUnits units) {
        long withheld = 0;
        long fee = 0;
        for (var moved : balanceTransactions == null ? List.<Moved>of() : balanceTransactions) {
            boolean comparable = moved.currency().equals(currency);
            withheld -= comparable ? moved.amount() : Long.signum(moved.amount()) * amount;
            fee += comparable ? moved.fee() : 0;
        }
        return new Dispute(
                id,
                key(),
                units.money(amount, currency),
                units.money(withheld, currency),
                units.money(fee, currency),
                reason,
                stage(),
                answerBy());
    }

    private @Nullable String key() {
        var metadata = paymentIntent == null ? null : paymentIntent.metadata();
        return metadata == null ? null : metadata.get(StripeGateway.PAYMENT);
    }

    private Stage stage() {
        return switch (status) {
            case "warning_needs_response", "warning_under_review" -> Stage.INQUIRY;
            case "needs_response" -> Stage.NEEDS_ANSWER;
            case "won", "warning_closed", "prevented" -> Stage.WON;
            case "lost" -> Stage.LOST;
            default -> Stage.UNDER_REVIEW;
        };
    }

    private @Nullable Instant answerBy() {
        var due = evidenceDetails == null ? null : evidenceDetails.dueBy();
        boolean awaited = status.endsWith("needs_response");
        return due == null || due == 0 || !awaited ? null : Instant.ofEpochSecond(due);
    }
}
