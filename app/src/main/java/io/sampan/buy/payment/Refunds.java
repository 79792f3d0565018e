package io.sampan.buy.payment;

import io.sampan.buy.payment.RefundView.State;
import io.sampan.ground.database.TimeOrderedId;
import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.Gateway;
import io.sampan.outside.gateway.Returned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Promises refunds within what was taken, and carries them to the gateway until their end is known. */
@Component
class Refunds {
    private final RefundTable table;
    private final PaymentTable payments;
    private final Afterwards afterwards;
    private final Tools tools;

    Refunds(RefundTable table, PaymentTable payments, Afterwards afterwards, Tools tools) {
        this.table = table;
        this.payments = payments;
        this.afterwards = afterwards;
        this.tools = tools;
    }

    /** Promises, and begins to carry out the promise when the transaction under way has ended. */
    Refunding give(Wish wish) {
        var promise = promise(wish);
        if (promise instanceof Refunding.Accepted accepted) {
            accepted.parts().stream()
                    .filter(part -> part.state() == RefundView.State.ASKED)
                    .forEach(part -> afterwards.run(() -> settle(part.id())));
        }
        return promise;
    }

    /** Writes the promise down. Who asks at the same time waits for the payments' rows, so that together they never promise too much. */
    Refunding promise(Wish wish) {
        return promise(wish, payment -> true);
    }

    /** The same of one payment alone. */
    Refunding promiseOf(Payment payment, Money amount, String key, String reason) {
        var wish = new Wish(payment.payable().subject(), amount, key, reason, null);
        return promise(wish, one -> one.id().equals(payment.id()));
    }

    /** @param toBalance the account whose balance shall have it; null for giving it back to where it came from */
    record Wish(
            UUID subject,
            Money amount,
            String key,
            String reason,
            @Nullable UUID toBalance) {
        /** Money that came from a balance goes back to it, whatever is wished. */
        private @Nullable UUID balance(Payment payment) {
            return payment.isFromBalance() ? UUID.fromString(payment.knownReference()) : toBalance;
        }
    }

    private Refunding promise(Wish wish, Predicate<Payment> among) {
        var subject = wish.subject();
        var amount = wish.amount();
        return tools.transactions().run(() -> {
            var captured = payments.lockCaptured(subject).stream().filter(among).toList();
            var all = table.of(subject).stream().map(Refund::view).toList();
            var asked = all.stream().filter(r -> r.key().equals(wish.key())).toList();
            if (!asked.isEmpty()) {
                return again(asked, amount);
            }
            var parts = new ArrayList<>(split(captured, amount, false, payment -> left(payment, all)));
            parts.addAll(
                    split(captured, amount.minus(sum(parts, amount)), true, payment -> contestedLeft(payment, all)));
            var promised = sum(parts, amount);
            if (!promised.equals(amount) || !amount.isPositive()) {
                return new Refunding.TooMuch(refundable(captured, all, amount));
            }
            var now = tools.clock().instant();
            var views = new ArrayList<RefundView>();
            for (var part : parts) {
                var id = new RefundId(TimeOrderedId.next(tools.clock()));
                var view = new RefundView(
                        id,
                        part.payment().id(),
                        wish.key(),
                        part.amount(),
                        wish.reason(),
                        State.ASKED,
                        null,
                        part.contested(),
                        wish.balance(part.payment()),
                        now,
                        now);
                table.add(new Refund(view, subject, null, 0));
                views.add(view);
            }
            return new Refunding.Accepted(List.copyOf(views));
        });
    }

    /** Asks the gateway to do it, or how it stands; nobody else does at the same time. */
    void settle(RefundId id) {
        var now = tools.clock().instant();
        table.claim(id, now, tools.settings().claim()).ifPresentOrElse(this::carry, () -> table.hear(id, now));
    }

    /** For the caretaker, who has no news: if another is at it, that is good enough. */
    void tend(RefundId id) {
        table.claim(id, tools.clock().instant(), tools.settings().claim()).ifPresent(this::carry);
    }

    private void carry(Refund refund) {
        var payment = payments.find(refund.view().payment()).orElseThrow();
        var returned = heard(refund, payment);
        returned.ifPresent(heard -> {
            if (refund.after(heard) instanceof Refund.Step.Become next) {
                become(refund.id(), heard, next);
            }
        });
        boolean clear =
                returned.filter(heard -> !(heard instanceof Returned.Unclear)).isPresent();
        table.release(refund.id(), nextLook(refund, clear), tools.clock().instant());
    }

    /** What the gateway says of it, or for contested money the bank; nothing while neither does. */
    private Optional<Returned> heard(Refund refund, Payment payment) {
        if (refund.view().contested()) {
            if (refund.view().state() == State.DONE || isGivenBack(refund, payment)) {
                return Optional.of(
                        new Returned.Done("charged-back:" + refund.id().value()));
            }
            if (payment.contested().open().isPositive()) {
                return Optional.empty();
            }
            // The dispute is won: we give the money back after all.
            table.uncontest(refund.id());
        }
        if (refund.view().toBalance() != null) {
            return Optional.of(new Returned.Done("balance:" + refund.id().value()));
        }
        return tools.gateways().named(payment.gateway()).map(gateway -> ask(gateway, refund, payment.knownReference()));
    }

    /** Whether the shopper has this refund's money back from their bank, beside that of earlier ones. */
    private boolean isGivenBack(Refund refund, Payment payment) {
        var before = table.of(refund.subject()).stream()
                .map(Refund::view)
                .filter(other -> other.payment().equals(payment.id()) && other.contested())
                .filter(other -> other.state() == State.DONE && !other.id().equals(refund.id()))
                .map(RefundView::amount)
                .reduce(Money.zero(refund.amount().currency()), Money::plus);
        return payment.contested().lost().compareTo(before.plus(refund.amount())) >= 0;
    }

    private @Nullable Instant nextLook(Refund before, boolean clear) {
        var settings = tools.settings();
        var now = tools.clock().instant();
        var refund = table.find(before.id()).orElseThrow().view();
        if (refund.state() == State.DONE && refund.toBalance() != null) {
            return null;
        }
        return switch (refund.state()) {
            case DONE ->
                clear ? settings.nextDoneLook(refund.changedAt(), now) : now.plus(settings.pause(before.tries()));
            case ASKED, PENDING -> now.plus(settings.pause(before.tries()));
            case FAILED -> null;
        };
    }

    private static Returned ask(Gateway gateway, Refund refund, String payment) {
        var reference = refund.reference();
        return reference == null
                ? gateway.refund(payment, refund.amount(), refund.id().value().toString())
                : gateway.lookAtRefund(reference);
    }

    private void become(RefundId id, Returned heard, Refund.Step.Become next) {
        tools.transactions().run(() -> {
            var refund = table.lock(id).orElseThrow();
            if (!(refund.after(heard) instanceof Refund.Step.Become)) {
                return;
            }
            var now = tools.clock().instant();
            var payment = payments.find(refund.view().payment()).orElseThrow();
            boolean wasBooked = refund.view().state() == State.DONE;
            table.move(id, next, now);
            switch (next.state()) {
                case DONE -> {
                    tools.books().refunded(refund, payment.gateway(), now);
                    tools.events().publishEvent(new RefundSettled(id, refund.subject()));
                }
                case FAILED -> {
                    if (wasBooked) {
                        tools.books().returned(refund, payment.gateway(), now);
                    }
                    payments.attend(payment.id(), Attention.of(Attention.Why.REFUND_FAILED));
                    tools.events().publishEvent(new RefundFailed(id, refund.subject()));
                }
                case ASKED, PENDING -> {}
            }
        });
    }

    /** @param contested whether it is of money in dispute */
    private record Part(Payment payment, Money amount, boolean contested) {}

    private static Refunding again(List<RefundView> asked, Money amount) {
        var sum = asked.stream().map(RefundView::amount).reduce(Money::plus).orElseThrow();
        return sum.equals(amount) ? new Refunding.Accepted(asked) : new Refunding.Conflicting(sum);
    }

    /** Takes from the newest payment first, from each what is left of it. */
    private static List<Part> split(
            List<Payment> captured, Money amount, boolean contested, Function<Payment, Money> leftOf) {
        var parts = new ArrayList<Part>();
        var missing = amount;
        for (var payment : captured) {
            var left = leftOf.apply(payment);
            if (!left.currency().equals(amount.currency()) || !left.isPositive() || !missing.isPositive()) {
                continue;
            }
            var part = left.compareTo(missing) < 0 ? left : missing;
            parts.add(new Part(payment, part, contested));
            missing = missing.minus(part);
        }
        return parts;
    }

    private static Money refundable(List<Payment> captured, List<RefundView> refunds, Money like) {
        return captured.stream()
                .map(payment -> left(payment, refunds))
                .filter(left -> left.currency().equals(like.currency()))
                .reduce(Money.zero(like.currency()), Money::plus);
    }

    private static Money sum(List<Part> parts, Money like) {
        return parts.stream().map(Part::amount).reduce(Money.zero(like.currency()), Money::plus);
    }

    private static Money contestedLeft(Payment payment, List<RefundView> refunds) {
        var own = refunds.stream().filter(r -> r.payment().equals(payment.id())).toList();
        return payment.view(own).contestedLeft();
    }

    private static Money left(Payment payment, List<RefundView> refunds) {
        var own = refunds.stream().filter(r -> r.payment().equals(payment.id())).toList();
        return payment.view(own).refundable();
    }
}
