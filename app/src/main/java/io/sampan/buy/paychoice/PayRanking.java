package io.sampan.buy.paychoice;

import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.PayMethod;
import java.util.List;

/**
 * The ways to pay, in the order in which they are shown.
 *
 * @param propensity how likely it was that they are shown in this very order: exploration tries others now and then, and what is learnt from choices has
 *     to know
 */
public record PayRanking(List<Shown> shown, double propensity) {
    /** Why an option stands where it stands. */
    public enum Why {
        /** The person said that they want it first. */
        WANTED,
        /** The person paid by it last, and it worked. */
        LAST_TIME,
        /** The person paid by it before. */
        USED_BEFORE,
        /** Most used where the person is. */
        USUAL_HERE,
        /** What people like this person choose. */
        LIKELY,
        /** It fails just now. */
        OUT_OF_ORDER,
        /** One of the rest. */
        OTHER
    }

    /**
     * One of them.
     *
     * @param chance how likely the person chooses it, wherever it stands
     * @param works how likely the payment then succeeds
     * @param cost what the gateway keeps of the amount
     * @param times how often the person paid by it
     */
    public record Shown(PayMethod method, double chance, double works, Money cost, Why why, int times) {}

    public PayRanking {
        shown = List.copyOf(shown);
    }

    /** The methods alone. */
    public List<PayMethod> methods() {
        return shown.stream().map(Shown::method).toList();
    }
}
