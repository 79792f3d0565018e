package io.sampan.buy.payment;

import io.sampan.buy.payment.Attention.Why;
import io.sampan.buy.payment.Payment.Step;
import io.sampan.buy.payment.PaymentState.Captured;
import io.sampan.buy.payment.PaymentState.Capturing;
import io.sampan.buy.payment.PaymentState.Closed;
import io.sampan.buy.payment.PaymentState.Open;
import io.sampan.buy.payment.PaymentState.Requested;
import io.sampan.outside.gateway.Gateway;
import io.sampan.outside.gateway.Opened;
import io.sampan.outside.gateway.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings a payment as far as it goes now, whoever asks: a webhook, the shopper's return, the caretaker. It may be stopped between any two
 * steps and begun again: it always looks at the gateway first, and every call carries a key of the payment's.
 */
@Component
class Settling {
    /** Looks, captures and releases in one go; what is not settled after them waits for the caretaker. */
    private static final int MOST_STEPS = 5;

    private static final Duration AFTER_EXPIRY = Duration.ofMinutes(1);

    private final PaymentTable table;
    private final Refunds refunds;
    private final SavedWays saved;
    private final Tools tools;
    private final Afterwards afterwards;

    Settling(PaymentTable table, Refunds refunds, SavedWays saved, Tools tools, Afterwards afterwards) {
        this.table = table;
        this.refunds = refunds;
        this.saved = saved;
        this.tools = tools;
        this.afterwards = afterwards;
    }

    /** Does nothing if another is at it, who is then told to look once more. */
    void settle(PaymentId id) {
        var now = tools.clock().instant();
        table.claim(id, now, tools.settings().claim()).ifPresentOrElse(this::carry, () -> table.hear(id, now));
    }

    /** For the caretaker, who has no news: if another is at it, that is good enough. */
    void tend(PaymentId id) {
        table.claim(id, tools.clock().instant(), tools.settings().claim()).ifPresent(this::carry);
    }

    private void carry(Payment payment) {
        var gateway = tools.gateways().named(payment.gateway());
        var attention =
                gateway.map(g -> go(payment, g)).orElseGet(() -> Optional.of(Attention.of(Why.GATEWAY_MISSING)));
        rest(payment, attention.orElse(null));
    }

    /** Returns what an operator should know, if anything. */
    private Optional<Attention> go(Payment payment, Gateway gateway) {
        if (payment.state() instanceof Requested) {
            request(payment, gateway);
            return Optional.empty();
        }
        return judge(payment, gateway);
    }

    private void request(Payment payment, Gateway gateway) {
        if (payment.wanted() != Payment.Wanted.YES) {
            // Nobody was ever sent to its page, so nobody can pay on it, even if the gateway has one.
            become(payment, new Closed(payment.isWithdrawn() ? "withdrawn" : "superseded"), null);
            return;
        }
        switch (gateway.open(payment.demand(saved.customer(payment.way(), gateway)))) {
            case Opened.Ready ready ->
                become(payment, new Open(ready.page(), ready.expires(), null), ready.gatewayReference());
            case Opened.Refused refused -> become(payment, new Closed(refused.code()), null);
            case Opened.Later _ -> {}
            case Opened.Unclear _ when payment.tries() < Payment.MOST_OPENINGS -> {}
            case Opened.Unclear _ -> become(payment, new Closed(Payment.NEVER_OPENED), null);
        }
    }

    private Optional<Attention> judge(Payment known, Gateway gateway) {
        var payment = known;
        var reference = payment.knownReference();
        var standing = gateway.look(reference);
        boolean acted = false;
        for (int step = 0; step < MOST_STEPS; step++) {
            switch (payment.after(standing, tools.clock().instant())) {
                case Step.Wait wait -> {
                    return Optional.ofNullable(wait.attention());
                }
                case Step.Become next -> {
                    return become(payment, next.state(), null)
                            ? Optional.empty()
                            : Optional.of(Attention.of(Why.MOVED_ELSEWHERE));
                }
                case Step.Capture _ -> {
                    if (acted) {
                        return Optional.of(Attention.of(Why.CAPTURE_REFUSED));
                    }
                    payment = takes(payment);
                    if (!(payment.state() instanceof Capturing) || payment.isWithdrawn()) {
                        continue;
                    }
                    acted = true;
                    standing = truth(
                            gateway, reference, gateway.capture(reference, payment.amount(), key("capture", payment)));
                }
                case Step.LetGo _ -> {
                    if (acted) {
                        return Optional.empty();
                    }
                    acted = true;
                    standing = truth(gateway, reference, gateway.cancel(reference, key("cancel", payment)));
                }
            }
        }
        return Optional.empty();
    }

    /** A refused capture or release often means that it happened before: the payment itself tells. */
    private static Standing truth(Gateway gateway, String reference, Standing answer) {
        return answer instanceof Standing.Refused ? gateway.look(reference) : answer;
    }

    /**
     * A gateway stores even its own breakdown under a key, so a later try, made only after a look that found the money still untouched, needs a
     * new one. That cannot take it twice: an authorisation is captured once.
     */
    private static String key(String verb, Payment payment) {
        return verb + ":" + payment.id().value() + ":" + payment.tries();
    }

    /** Writes down that we are about to take the money, unless the subject was closed meanwhile, or is paid in another way. */
    private Payment takes(Payment payment) {
        return tools.transactions().run(() -> {
            var now = tools.clock().instant();
            var all =
                    table.lockAll(payment.payable().subject(), payment.payable().purpose());
            var current = table.find(payment.id()).orElseThrow();
            boolean taken = all.stream()
                    .filter(other -> !other.id().equals(payment.id()))
                    .anyMatch(other -> other.state() instanceof Capturing || other.state() instanceof Captured);
            if (taken) {
                return current.unwanted();
            }
            if (!current.isWithdrawn() && current.state() instanceof Open open) {
                table.prefer(current, now);
                table.move(current, new Capturing(open.page(), open.expires()), null, now);
            }
            return table.find(payment.id()).orElseThrow();
        });
    }

    /** Writes the move and all that it means at once. False if the payment has gone elsewhere meanwhile. */
    private boolean become(Payment payment, PaymentState next, @Nullable String reference) {
        return tools.transactions().run(() -> {
            var all =
                    table.lockAll(payment.payable().subject(), payment.payable().purpose());
            var current = table.find(payment.id()).orElseThrow();
            if (!current.state().mayBecome(next)) {
                return current.state().getClass().equals(next.getClass());
            }
            table.move(current, next, reference, tools.clock().instant());
            switch (next) {
                case Captured captured -> captured(current, captured, all);
                case Closed _ ->
                    tools.events()
                            .publishEvent(new PaymentClosed(
                                    current.id(),
                                    current.payable().subject(),
                                    current.payable().purpose()));
                case Open open -> declined(current, open);
                case Requested _, Capturing _ -> {}
            }
            return true;
        });
    }

    private void declined(Payment payment, Open open) {
        var code = open.lastDecline();
        boolean news = !(payment.state() instanceof Open before) || !Objects.equals(before.lastDecline(), code);
        if (code != null && news) {
            table.decline(payment, code, tools.clock().instant());
            tools.events()
                    .publishEvent(new PaymentDeclined(
                            payment.id(),
                            payment.payable().subject(),
                            payment.payable().purpose(),
                            code));
        }
    }

    /** Of several payments for one purpose the first whose money comes counts; what comes by the others goes back. */
    private void captured(Payment payment, Captured captured, List<Payment> all) {
        var subject = payment.payable().subject();
        tools.books().captured(payment, captured);
        boolean paidBefore = all.stream()
                .filter(other -> !other.id().equals(payment.id()))
                .anyMatch(other -> other.state() instanceof Captured);
        if (payment.isWithdrawn() || paidBefore) {
            giveBack(payment, captured);
            return;
        }
        table.prefer(payment, tools.clock().instant());
        if (!payment.isPaidBy(captured)) {
            table.attend(payment.id(), Attention.of(Why.CAPTURED_TOO_LITTLE));
            return;
        }
        tools.events()
                .publishEvent(new PaymentCaptured(
                        payment.id(), subject, payment.payable().purpose()));
    }

    private void giveBack(Payment payment, Captured captured) {
        var promise = refunds.promiseOf(
                payment, captured.amount(), "withdrawn:" + payment.id().value(), "withdrawn");
        if (promise instanceof Refunding.Accepted accepted) {
            afterwards.run(() -> accepted.parts().forEach(part -> refunds.settle(part.id())));
        }
    }

    private void rest(Payment payment, @Nullable Attention attention) {
        var now = tools.clock().instant();
        var latest = table.find(payment.id()).orElseThrow();
        table.release(payment.id(), next(latest, now), attention, now);
    }

    /** Ever longer pauses; but a page's end is looked at soon after it. */
    private Instant next(Payment payment, Instant now) {
        var next = now.plus(tools.settings().pause(payment.tries()));
        if (payment.state() instanceof Open open && now.isBefore(open.expires())) {
            var end = open.expires().plus(AFTER_EXPIRY);
            return end.isBefore(next) ? end : next;
        }
        return next;
    }
}
