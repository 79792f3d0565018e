package io.sampan.buy.paychoice;

import io.sampan.outside.gateway.PayMethod;

/**
 * How a way to pay did in a country.
 *
 * @param tries that have ended
 * @param down whether it is believed to be out of order just now, anywhere
 */
public record RailHealth(PayMethod method, String country, int tries, int successes, boolean down) {
    /** Share of tries that succeeded, 0 to 1. */
    public double rate() {
        return tries == 0 ? 0 : (double) successes / tries;
    }
}
