package io.sampan.simulators.stripe;

import io.sampan.simulators.kernel.Kernel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The endpoints under /v1/refunds, and the bank behind them, which takes its time and can still say no. */
final class Refunds {
    /** A refund is pending so long. */
    static final Duration PENDING = Duration.ofMinutes(5);
    /** A refund that fails late does so after so long. */
    static final Duration LATE = Duration.ofDays(2);

    private static final int FATES_LIMIT = 100;

    private final Kernel kernel;
    private final Shelf shelf;
    private final Events events;
    private final ArrayDeque<String> fates = new ArrayDeque<>();

    Refunds(Kernel kernel, Shelf shelf, Events events) {
        this.kernel = kernel;
        this.shelf = shelf;
        this.events = events;
    }

    /** Lets the next refund fail: at once when pending ends, or late, after it had succeeded. */
    void failNext(boolean late) {
        if (fates.size() >= FATES_LIMIT) {
            throw new IllegalStateException("At most " + FATES_LIMIT + " refunds can be set to fail");
        }
        fates.add(late ? "late" : "failed");
    }

    ObjectNode create(Params p) {
        p.only("payment_intent", "charge", "amount", "reason", "metadata");
        Charge charge = chargeOf(p);
        long amount = amount(p, charge);
        @Nullable
        String reason =
                p.text("reason") == null ? null : p.word("reason", "duplicate", "fraudulent", "requested_by_customer");
        String fate = fates.isEmpty() ? "succeeded" : fates.poll();
        var refund = new Refund(
                shelf.ids.id("re"),
                kernel.clock().now(),
                amount,
                charge.currency(),
                charge.id(),
                charge.intent(),
                Refund.Status.PENDING,
                fate,
                reason,
                null,
                p.map("metadata"));
        shelf.refunds.put(refund.id(), refund);
        shelf.moved(refund.movement("refund", refund.created()));
        Charge refunded = charge.refund(amount);
        shelf.charges.put(charge.id(), refunded);
        events.happened("refund.created", refund.json());
        events.happened("charge.refunded", refunded.json());
        settleLater(refund);
        return refund.json();
    }

    private long amount(Params p, Charge charge) {
        boolean contested = shelf.isDisputed(charge.id());
        if (contested) {
            throw StripeError.state("charge_disputed", "Charge " + charge.id() + " has been charged back.");
        }
        if (charge.captured() > 0 && charge.refundable() == 0) {
            throw StripeError.state("charge_already_refunded", "Charge " + charge.id() + " has already been refunded.");
        }
        long amount = p.number("amount", charge.refundable());
        if (amount < 1) {
            throw StripeError.parameter(
                    "amount", "parameter_invalid_integer", "This value must be greater than or equal to 1.");
        }
        if (amount > charge.refundable()) {
            throw StripeError.parameter(
                    "amount",
                    null,
                    "Refund amount (" + Coin.shown(amount, charge.currency())
                            + ") is greater than unrefunded amount on charge ("
                            + Coin.shown(charge.refundable(), charge.currency()) + ")");
        }
        return amount;
    }

    private Charge chargeOf(Params p) {
        String chargeId = p.text("charge");
        if (chargeId == null && p.text("payment_intent") == null) {
            throw StripeError.missing("payment_intent");
        }
        String latest = chargeId != null
                ? chargeId
                : shelf.intent(p.needed("payment_intent")).progress().charge();
        if (latest == null || shelf.charge(latest).captured() == 0) {
            throw StripeError.state(
                    null,
                    "This PaymentIntent (" + p.text("payment_intent", "of the charge")
                            + ") does not have a successful charge to refund.");
        }
        return shelf.charge(latest);
    }

    ObjectNode list(Params p) {
        p.only("limit", "starting_after", "payment_intent", "charge");
        String intent = p.text("payment_intent");
        String charge = p.text("charge");
        List<Refund> found = shelf.refunds.values().stream()
                .filter(refund -> intent == null || intent.equals(refund.intent()))
                .filter(refund -> charge == null || charge.equals(refund.charge()))
                .toList();
        return shelf.page(found, p, "/v1/refunds", Refund::json);
    }

    /** After a restart: pending refunds settle when they would have. */
    void resume() {
        shelf.refunds.values().stream()
                .filter(refund -> refund.status() == Refund.Status.PENDING
                        || refund.status() == Refund.Status.SUCCEEDED
                                && refund.fate().equals("late"))
                .forEach(this::settleLater);
    }

    private void settleLater(Refund refund) {
        Duration wait = refund.status() == Refund.Status.PENDING ? PENDING : PENDING.plus(LATE);
        kernel.clock().at(refund.created().plus(wait), "stripe settles a refund", () -> {
            synchronized (shelf) {
                settle(shelf.refund(refund.id()));
            }
        });
    }

    private void settle(Refund refund) {
        boolean late = refund.status() == Refund.Status.SUCCEEDED;
        if (late || refund.fate().equals("failed")) {
            Refund failed = refund.to(Refund.Status.FAILED, "expired_or_canceled_card");
            shelf.refunds.put(failed.id(), failed);
            shelf.moved(failed.movement("refund_failure", kernel.clock().now()));
            shelf.charges.update(failed.charge(), charge -> charge.refund(-failed.amount()));
            events.happened("refund.updated", failed.json());
            events.happened("refund.failed", failed.json());
            return;
        }
        Refund done = refund.to(Refund.Status.SUCCEEDED, null);
        shelf.refunds.put(done.id(), done);
        events.happened("refund.updated", done.json());
        if (done.fate().equals("late")) {
            settleLater(done);
        }
    }
}
