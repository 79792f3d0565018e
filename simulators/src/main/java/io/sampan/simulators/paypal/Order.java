package io.sampan.simulators.paypal;

import io.sampan.simulators.wallet.Purse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One order with all that happened to its money. */
record Order(
        String id,
        Terms terms,
        Status status,
        Instant created,
        @Nullable Purse purse,
        @Nullable Authorization authorization,
        List<Capture> captures,
        List<Refund> refunds) {

    enum Status {
        PAYER_ACTION_REQUIRED,
        APPROVED,
        COMPLETED
    }

    record Terms(Coin amount, String customId, String description, String returnUrl, String cancelUrl) {}

    /** @param status CREATED, PARTIALLY_CAPTURED, CAPTURED or VOIDED */
    record Authorization(String id, Coin amount, String status, Instant at) {
        Authorization to(String next) {
            return new Authorization(id, amount, next, at);
        }
    }

    record Capture(String id, Coin amount, Coin fee, Instant at) {}

    /** @param status PENDING, COMPLETED or FAILED; @param fate what a pending one becomes */
    record Refund(String id, String capture, Coin amount, String customId, String status, String fate, Instant at) {
        Refund settled() {
            return new Refund(id, capture, amount, customId, fate, fate, at);
        }

        boolean counts() {
            return !status.equals("FAILED");
        }
    }

    Order approved(Purse used) {
        return new Order(id, terms, Status.APPROVED, created, used, authorization, captures, refunds);
    }

    /** The purse was refused: the buyer has to choose another. */
    Order refused() {
        return new Order(id, terms, Status.PAYER_ACTION_REQUIRED, created, null, null, captures, refunds);
    }

    Order authorized(Authorization made) {
        return new Order(id, terms, Status.COMPLETED, created, purse, made, captures, refunds);
    }

    Order with(Authorization changed) {
        return new Order(id, terms, status, created, purse, changed, captures, refunds);
    }

    Order with(Capture capture) {
        var more = new ArrayList<>(captures);
        more.add(capture);
        return new Order(id, terms, status, created, purse, authorization, List.copyOf(more), refunds);
    }

    Order with(Refund refund) {
        var more = new ArrayList<>(refunds);
        more.removeIf(one -> one.id().equals(refund.id()));
        more.add(refund);
        return new Order(id, terms, status, created, purse, authorization, captures, List.copyOf(more));
    }

    long capturedMinor() {
        return captures.stream().mapToLong(one -> one.amount().minor()).sum();
    }

    long refundableMinor(Capture capture) {
        return capture.amount().minor()
                - refunds.stream()
                        .filter(one -> one.capture().equals(capture.id()) && one.counts())
                        .mapToLong(one -> one.amount().minor())
                        .sum();
    }
}
