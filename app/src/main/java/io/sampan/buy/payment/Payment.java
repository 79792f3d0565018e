package io.sampan.buy.payment;

import io.sampan.buy.payment.Attention.Why;
import io.sampan.buy.payment.PaymentState.Captured;
import io.sampan.buy.payment.PaymentState.Closed;
import io.sampan.buy.payment.PaymentState.Open;
import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.Gateway;
import io.sampan.outside.gateway.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it is kept, and what follows for it from what its gateway says.
 *
 * @param reference the gateway's, once it is known
 * @param withdrawn its subject was closed: nobody wants this money any more
 * @param tries looks since its state last changed
 */
record Payment(
        PaymentId id,
        Payable payable,
        String gateway,
        PaymentState state,
        @Nullable String reference,
        boolean withdrawn,
        @Nullable Attention attention,
        Instant createdAt,
        Instant changedAt,
        int tries) {
    /** After so many unclear answers a page that nobody was sent to is given up: a gateway repeats a failure it stored under our key. */
    static final int MOST_OPENINGS = 3;

    static final String NEVER_OPENED = "never-opened";

    /** What to do next. */
    sealed interface Step {
        /** Nothing until the next look; {@code attention} is for an operator. */
        record Wait(@Nullable Attention attention) implements Step {}

        record Become(PaymentState state) implements Step {}

        /** Take the money that the shopper has authorised. */
        record Capture() implements Step {}

        /** Release the authorised money, or close the page. */
        record LetGo() implements Step {}
    }

    Step after(Standing standing, Instant now) {
        return switch (standing) {
            case Standing.Open open -> stillOpen(open);
            case Standing.Authorised authorised -> authorised(authorised.amount());
            case Standing.Pending _ -> stillChecking();
            case Standing.Unclear _ -> new Step.Wait(null);
            case Standing.Captured c -> captured(c, now);
            case Standing.Closed closed -> new Step.Become(new Closed(closed.why()));
            case Standing.Refused refused -> new Step.Wait(new Attention(Why.GATEWAY_REFUSED, refused.code()));
        };
    }

    /** Whether it is paid as was asked: then whoever waits for the money may be told. */
    boolean isPaidBy(Captured captured) {
        return captured.amount().compareTo(amount()) >= 0;
    }

    Money amount() {
        return payable.amount();
    }

    PaymentView view(List<RefundView> refunds) {
        return new PaymentView(
                id,
                payable.subject(),
                payable.purpose(),
                gateway,
                amount(),
                state,
                refunds,
                attention,
                createdAt,
                changedAt);
    }

    Gateway.Demand demand() {
        return new Gateway.Demand(
                id.value().toString(),
                payable.amount(),
                payable.description(),
                payable.success(),
                payable.cancel(),
                payable.locale());
    }

    /** @throws IllegalStateException while there is none */
    String knownReference() {
        if (reference == null) {
            throw new IllegalStateException("Payment " + id.value() + " is not known at its gateway");
        }
        return reference;
    }

    private Step stillOpen(Standing.Open standing) {
        return switch (state) {
            case Open _ when withdrawn -> new Step.LetGo();
            case Open open
            when open.checking() || !Objects.equals(open.lastDecline(), standing.lastDecline()) ->
                new Step.Become(new Open(open.page(), open.expires(), standing.lastDecline()));
            case Open _ -> new Step.Wait(null);
            case PaymentState.Capturing _ -> new Step.Wait(Attention.of(Why.AUTHORISATION_VANISHED));
            case PaymentState.Requested _, Captured _, Closed _ -> new Step.Wait(null);
        };
    }

    private Step stillChecking() {
        return state instanceof Open open && !open.checking()
                ? new Step.Become(new Open(open.page(), open.expires(), open.lastDecline(), true))
                : new Step.Wait(null);
    }

    private Step captured(Standing.Captured captured, Instant now) {
        boolean known = captured.amount().currency().equals(amount().currency());
        return known
                ? new Step.Become(new Captured(captured.amount(), captured.fee(), now))
                : new Step.Wait(Attention.of(Why.CAPTURED_ANOTHER_CURRENCY));
    }

    private Step authorised(Money held) {
        if (state.isFinal()) {
            return new Step.Wait(Attention.of(Why.AUTHORISED_AFTER_THE_END));
        }
        if (withdrawn) {
            return new Step.LetGo();
        }
        boolean enough = held.currency().equals(amount().currency()) && held.compareTo(amount()) >= 0;
        return enough ? new Step.Capture() : new Step.Wait(Attention.of(Why.AUTHORISED_TOO_LITTLE));
    }
}
