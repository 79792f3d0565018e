package io.sampan.buy.payment;

import io.sampan.buy.payment.Attention.Why;
import io.sampan.buy.payment.PaymentState.Captured;
import io.sampan.buy.payment.PaymentState.Closed;
import io.sampan.buy.payment.PaymentState.Open;
import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.Gateway;
import io.sampan.outside.gateway.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it is kept, and what follows for it from what its gateway says.
 *
 * @param reference the gateway's, once it is known
 * @param wanted whether its money is still wanted
 * @param contested what of it others withhold from us, or have taken back
 * @param tries looks since its state last changed
 */
record Payment(
        PaymentId id,
        Payable payable,
        PayWay way,
        PaymentState state,
        @Nullable String reference,
        Wanted wanted,
        PaymentView.Contested contested,
        @Nullable Attention attention,
        Instant createdAt,
        Instant changedAt,
        int tries) {
    /** After so many unclear answers a page that nobody was sent to is given up: a gateway repeats a failure it stored under our key. */
    static final int MOST_OPENINGS = 3;

    static final String NEVER_OPENED = "never-opened";

    private static final String EXPIRED = "expired";
    /** A shopper who was on the page at its end may still be let through. */
    private static final Duration LATE = Duration.ofMinutes(10);

    /** Whether the money of a payment is still wanted. */
    enum Wanted {
        YES,
        /** The shopper chose another way to pay: this one counts only if its money comes all the same, and first. */
        SUPERSEDED,
        /** Its subject was closed: nobody wants this money any more. */
        WITHDRAWN
    }

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
            case Standing.Unbegun _ -> unbegun(now);
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

    String gateway() {
        return way.method().gateway();
    }

    boolean isWithdrawn() {
        return wanted == Wanted.WITHDRAWN;
    }

    /** The same, of which nobody wants the money. */
    Payment unwanted() {
        return new Payment(
                id,
                payable,
                way,
                state,
                reference,
                Wanted.WITHDRAWN,
                contested,
                attention,
                createdAt,
                changedAt,
                tries);
    }

    PaymentView view(List<RefundView> refunds) {
        return new PaymentView(
                id,
                payable.subject(),
                payable.purpose(),
                way.method(),
                amount(),
                state,
                contested,
                refunds,
                attention,
                createdAt,
                changedAt);
    }

    /** @param customer who pays, as the gateway knows them; null where nothing is kept */
    Gateway.Demand demand(@Nullable String customer) {
        return new Gateway.Demand(
                id.value().toString(),
                payable.amount(),
                payable.description(),
                payable.success(),
                payable.cancel(),
                payable.locale(),
                way.method().code(),
                way.payerAddress(),
                customer);
    }

    /** Whether it was paid from what the shopper has with us, whose account is then the {@link #reference}. */
    boolean isFromBalance() {
        return way.method().equals(PayWay.BALANCE);
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
            case Open _ when wanted != Wanted.YES -> new Step.LetGo();
            case Open open -> stillOpen(open, standing);
            case PaymentState.Capturing capturing -> vanished(capturing, standing);
            case PaymentState.Requested _, Captured _, Closed _ -> new Step.Wait(null);
        };
    }

    /** A gateway that gives no reason leaves the last one standing: wallets tell it once, when the money is asked of them. */
    private static Step stillOpen(Open open, Standing.Open standing) {
        var decline = standing.lastDecline() == null ? open.lastDecline() : standing.lastDecline();
        return open.checking() || !Objects.equals(open.lastDecline(), decline)
                ? new Step.Become(new Open(open.page(), open.expires(), decline))
                : new Step.Wait(null);
    }

    /** A wallet may be refused only when the money is asked of it: then the shopper may choose another purse on the same page. */
    private static Step vanished(PaymentState.Capturing capturing, Standing.Open standing) {
        var page = capturing.page();
        var expires = capturing.pageExpires();
        return standing.lastDecline() == null || page == null || expires == null
                ? new Step.Wait(Attention.of(Why.AUTHORISATION_VANISHED))
                : new Step.Become(new Open(page, expires, standing.lastDecline()));
    }

    private Step unbegun(Instant now) {
        boolean over = state instanceof Open open && now.isAfter(open.expires().plus(LATE));
        return over ? new Step.Become(new Closed(EXPIRED)) : stillOpen(new Standing.Open(null));
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
        if (isWithdrawn()) {
            return new Step.LetGo();
        }
        boolean enough = held.currency().equals(amount().currency()) && held.compareTo(amount()) >= 0;
        return enough ? new Step.Capture() : new Step.Wait(Attention.of(Why.AUTHORISED_TOO_LITTLE));
    }
}
