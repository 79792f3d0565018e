package io.sampan.outside.gateway.paypal;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** A page of Transaction Search. Source: docs/sources/paypal.md "Transaction Search". */
@JsonNaming(SnakeCaseStrategy.class)
record PayPalTransactions(@Nullable List<Detail> transactionDetails, int totalPages) {
    @JsonNaming(SnakeCaseStrategy.class)
    record Detail(Info transactionInfo) {}

    /**
     * @param transactionStatus S for what happened; P is pending, D denied
     * @param customField what we sent along, else null
     * @param feeAmount below zero for a fee that was taken
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Info(
            String transactionId,
            String transactionStatus,
            OffsetDateTime transactionInitiationDate,
            @Nullable String customField,
            PayPalAmount transactionAmount,
            @Nullable PayPalAmount feeAmount) {}

    List<Info> happened() {
        return transactionDetails == null
                ? List.of()
                : transactionDetails.stream()
                        .map(Detail::transactionInfo)
                        .filter(info -> info.transactionStatus().equals("S"))
                        .toList();
    }
}
