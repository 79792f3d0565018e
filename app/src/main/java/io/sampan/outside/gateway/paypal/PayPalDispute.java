package io.sampan.outside.gateway.paypal;

import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.Dispute;
import io.sampan.outside.gateway.Dispute.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** A dispute as PayPal tells it. Source: docs/sources/paypal.md "Disputes". */
@JsonNaming(SnakeCaseStrategy.class)
record PayPalDispute(
        String disputeId,
        @Nullable List<Transaction> disputedTransactions,
        String reason,
        String status,
        PayPalAmount disputeAmount,
        @Nullable Outcome disputeOutcome,
        @Nullable String disputeLifeCycleStage,
        @Nullable Instant sellerResponseDueDate) {
    private static final Set<String> FOR_THE_SHOPPER = Set.of("RESOLVED_BUYER_FAVOUR", "ACCEPTED");

    /** Of a list we take only which there are. */
    record Page(@Nullable List<Known> items) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Known(String disputeId) {}

    /** @param custom what we sent with the order as {@code custom_id} */
    record Transaction(@Nullable String custom) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Outcome(@Nullable String outcomeCode) {}

    Dispute dispute(PayPalUnits units) {
        var amount = units.money(disputeAmount);
        var none = Money.zero(amount.currency());
        boolean withheld = switch (stage()) {
            case INQUIRY, WON -> false;
            case NEEDS_ANSWER, UNDER_REVIEW, LOST -> true;
        };
        return new Dispute(disputeId, key(), amount, withheld ? amount : none, none, reason, stage(), answerBy());
    }

    private @Nullable String key() {
        return disputedTransactions == null || disputedTransactions.isEmpty()
                ? null
                : disputedTransactions.getFirst().custom();
    }

    private Stage stage() {
        if (status.equals("RESOLVED")) {
            var code = disputeOutcome == null ? null : disputeOutcome.outcomeCode();
            return code != null && FOR_THE_SHOPPER.contains(code) ? Stage.LOST : Stage.WON;
        }
        if ("INQUIRY".equals(disputeLifeCycleStage)) {
            return Stage.INQUIRY;
        }
        return isAwaited() ? Stage.NEEDS_ANSWER : Stage.UNDER_REVIEW;
    }

    private @Nullable Instant answerBy() {
        return isAwaited() ? sellerResponseDueDate : null;
    }

    private boolean isAwaited() {
        return status.equals("WAITING_FOR_SELLER_RESPONSE") || status.equals("OPEN");
    }
}
