package io.sampan.buy.paychoice;

import io.sampan.outside.gateway.PayMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of how a person pays, to be shown to them.
 *
 * @param followed whether anything is learnt of them
 * @param times how often they paid by each way, the most often first
 * @param wanted which they want to meet first, whatever is learnt; null when they leave it to us
 * @param all the ways there are
 */
public record PayHabits(
        boolean followed, List<Times> times, @Nullable PayMethod wanted, List<PayMethod> all) {
    /** How often somebody paid by a method. */
    public record Times(PayMethod method, int count) {}

    public PayHabits {
        times = List.copyOf(times);
        all = List.copyOf(all);
    }
}
