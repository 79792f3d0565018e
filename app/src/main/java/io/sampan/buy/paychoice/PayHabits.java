package io.sampan.buy.paychoice;

import io.sampan.outside.gateway.PayMethod;
import java.util.List;

/**
 * What is known of how a person pays, to be shown to them.
 *
 * @param followed whether anything is learnt of them
 * @param times how often they paid by each way, the most often first
 */
public record PayHabits(boolean followed, List<Times> times) {
    /** How often somebody paid by a method. */
    public record Times(PayMethod method, int count) {}

    public PayHabits {
        times = List.copyOf(times);
    }
}
