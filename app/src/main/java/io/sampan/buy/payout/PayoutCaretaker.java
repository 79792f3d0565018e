package io.sampan.buy.payout;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Carries payouts until their end is known. */
@Component
class PayoutCaretaker {
    private final Payouts payouts;
    private final PayoutSettings settings;

    PayoutCaretaker(Payouts payouts, PayoutSettings settings) {
        this.payouts = payouts;
        this.settings = settings;
    }

    /** One after the other, a bounded batch. */
    @Scheduled(
            fixedDelayString = "${sampan.payout.tend-every:2s}",
            initialDelayString = "${sampan.payout.tend-every:2s}")
    void tend() {
        for (int i = 0; i < settings.batch() && payouts.tend(); i++) {
            // Each turn takes one.
        }
    }
}
