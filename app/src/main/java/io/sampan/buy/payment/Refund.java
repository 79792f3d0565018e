package io.sampan.buy.payment;

import io.sampan.buy.payment.RefundView.State;
import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.Returned;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A refund as it is kept, and what follows for it from what the gateway says.
 *
 * @param reference the gateway's, once it is known
 * @param tries looks since its state last changed
 */
record Refund(RefundView view, UUID subject, @Nullable String reference, int tries) {
    /** What to do next. */
    sealed interface Step {
        record Wait() implements Step {}

        record Become(
                State state,
                @Nullable String reference,
                @Nullable String why) implements Step {}
    }

    RefundId id() {
        return view.id();
    }

    Money amount() {
        return view.amount();
    }

    /** Failed is final; a refund that was done may still fail. */
    Step after(Returned returned) {
        return switch (returned) {
            case Returned.Done done -> toward(State.DONE, done.refundReference(), null);
            case Returned.Pending pending -> toward(State.PENDING, pending.refundReference(), null);
            case Returned.Failed failed -> toward(State.FAILED, failed.refundReference(), failed.why());
            case Returned.Refused refused
            when view.state() == State.ASKED -> new Step.Become(State.FAILED, null, refused.code());
            case Returned.Refused _, Returned.Unclear _ -> new Step.Wait();
        };
    }

    static boolean mayBecome(State from, State to) {
        return switch (from) {
            case ASKED -> to != State.ASKED;
            case PENDING -> to == State.DONE || to == State.FAILED;
            case DONE -> to == State.FAILED;
            case FAILED -> false;
        };
    }

    private Step toward(State next, String itsReference, @Nullable String why) {
        return mayBecome(view.state(), next) ? new Step.Become(next, itsReference, why) : new Step.Wait();
    }
}
