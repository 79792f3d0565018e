package io.sampan.buy.paychoice;

import io.sampan.outside.gateway.PayMethod;
import io.sampan.people.preference.Tastes;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of how one person pays.
 *
 * @param tastes null before their first choice
 * @param last the method of the last payment that succeeded; null before it
 * @param times how often they paid by each
 * @param wanted which they want to meet first, whatever is learnt; null when they leave it to us
 */
public record Payer(
        @Nullable Tastes tastes,
        @Nullable PayMethod last,
        Map<PayMethod, Integer> times,
        @Nullable PayMethod wanted) {
    /** Somebody of whom nothing is known, or who wants nothing to be known. */
    public static final Payer UNKNOWN = new Payer(null, null, Map.of(), null);

    public Payer {
        times = Map.copyOf(times);
    }

    /** What stands first: what they want to, or else what worked last. */
    @Nullable
    PayMethod pinned() {
        return wanted == null ? last : wanted;
    }

    Payer believed(Tastes moved) {
        return new Payer(moved, last, times, wanted);
    }

    Payer paidBy(PayMethod method) {
        var more = new HashMap<>(times);
        more.merge(method, 1, Integer::sum);
        return new Payer(tastes, method, more, wanted);
    }
}
