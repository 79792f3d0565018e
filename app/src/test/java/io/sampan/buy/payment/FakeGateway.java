package io.sampan.buy.payment;

import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.Gateway;
import io.sampan.outside.gateway.Opened;
import io.sampan.outside.gateway.Returned;
import io.sampan.outside.gateway.Standing;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A gateway in memory, with a memory for keys, an authorisation that can be captured once, and mishaps on demand. */
class FakeGateway implements Gateway {
    /** Done, but nobody hears of it. */
    enum Mishap {
        NONE,
        LOST_BEFORE,
        LOST_AFTER,
        KILLED_BEFORE,
        KILLED_AFTER
    }

    /** Stands for kill -9 in the middle of a call. */
    static class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    static final class Held {
        Standing standing = new Standing.Open(null);
        Money demanded = Money.fen(0);
        int captures;
        Money returned = Money.fen(0);
    }

    final Map<String, Held> payments = new HashMap<>();
    final Map<String, Returned> refunds = new HashMap<>();
    final List<String> calls = new ArrayList<>();
    final Deque<Mishap> mishaps = new ArrayDeque<>();

    @Nullable
    Opened opening;

    Returned refundAnswer = new Returned.Done("");
    long feeMinor = 30;
    Instant expires = Instant.parse("2026-11-23T12:00:00Z");

    @Override
    public String name() {
        return "stripe";
    }

    @Override
    public synchronized Opened open(Demand demand) {
        calls.add("open");
        if (opening != null) {
            return opening;
        }
        var mishap = begin();
        var reference = "cs_" + demand.key();
        payments.computeIfAbsent(reference, _ -> {
            var held = new Held();
            held.demanded = demand.amount();
            held.returned = Money.zero(demand.amount().currency());
            return held;
        });
        return end(mishap)
                ? new Opened.Ready(reference, URI.create("https://pay.example/" + reference), expires)
                : new Opened.Unclear("lost");
    }

    @Override
    public synchronized Standing look(String reference) {
        calls.add("look");
        return end(begin()) ? held(reference).standing : new Standing.Unclear("lost");
    }

    @Override
    public synchronized Standing capture(String reference, Money amount, String key) {
        calls.add("capture");
        var mishap = begin();
        if (mishap == Mishap.LOST_BEFORE) {
            return new Standing.Unclear("lost");
        }
        var held = held(reference);
        if (!(held.standing instanceof Standing.Authorised)) {
            return new Standing.Refused("unexpected_state");
        }
        held.captures++;
        held.standing = new Standing.Captured(amount, new Money(feeMinor, amount.currency()));
        return end(mishap) ? held.standing : new Standing.Unclear("lost");
    }

    @Override
    public synchronized Standing cancel(String reference, String key) {
        calls.add("cancel");
        var mishap = begin();
        var held = held(reference);
        if (held.standing instanceof Standing.Captured) {
            return new Standing.Refused("unexpected_state");
        }
        held.standing = new Standing.Closed("cancelled");
        return end(mishap) ? held.standing : new Standing.Unclear("lost");
    }

    @Override
    public synchronized Returned refund(String reference, Money amount, String key) {
        calls.add("refund");
        var mishap = begin();
        if (mishap == Mishap.LOST_BEFORE) {
            return new Returned.Unclear("lost");
        }
        var held = held(reference);
        var answer = refunds.get(key);
        if (answer == null) {
            if (held.returned.plus(amount).compareTo(held.demanded) > 0) {
                return new Returned.Refused("too_much");
            }
            answer = as(refundAnswer, "re_" + key);
            held.returned = held.returned.plus(amount);
            refunds.put(key, answer);
        }
        return end(mishap) ? answer : new Returned.Unclear("lost");
    }

    @Override
    public synchronized Returned lookAtRefund(String refundReference) {
        calls.add("lookAtRefund");
        return refunds.getOrDefault(refundReference.substring(3), new Returned.Unclear("unknown"));
    }

    void authorise(PaymentId id) {
        var held = held("cs_" + id.value());
        held.standing = new Standing.Authorised(held.demanded);
    }

    void stands(PaymentId id, Standing standing) {
        held("cs_" + id.value()).standing = standing;
    }

    void refundNow(RefundId id, Returned answer) {
        refunds.put(id.value().toString(), as(answer, "re_" + id.value()));
    }

    int captures(PaymentId id) {
        return held("cs_" + id.value()).captures;
    }

    Held held(String reference) {
        var held = payments.get(reference);
        if (held == null) {
            throw new IllegalStateException("No such payment at the gateway: " + reference);
        }
        return held;
    }

    private static Returned as(Returned like, String reference) {
        return switch (like) {
            case Returned.Done _ -> new Returned.Done(reference);
            case Returned.Pending _ -> new Returned.Pending(reference);
            case Returned.Failed failed -> new Returned.Failed(reference, failed.why());
            case Returned.Refused _, Returned.Unclear _ -> like;
        };
    }

    private Mishap begin() {
        var mishap = mishaps.isEmpty() ? Mishap.NONE : mishaps.pop();
        if (mishap == Mishap.KILLED_BEFORE) {
            throw new Killed();
        }
        return mishap;
    }

    private static boolean end(Mishap mishap) {
        if (mishap == Mishap.KILLED_AFTER) {
            throw new Killed();
        }
        return mishap == Mishap.NONE;
    }
}
