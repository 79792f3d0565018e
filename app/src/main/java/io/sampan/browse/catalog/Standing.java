package io.sampan.browse.catalog;

import io.sampan.browse.catalog.Verdict.Confidence;
import io.sampan.outside.marketplace.Offer.Availability;

/**
 * How the prices of one source stand, as far as somebody has to see to them.
 *
 * @param held prices that wait for an operator, or for a second look
 * @param kept prices of which an operator said that they stay held
 * @param undecided whether the verdicts may be others once more is known of such goods
 */
record Standing(int held, int kept, boolean undecided) {
    static Standing of(Look look, PriceEvidence evidence) {
        if (look.told().availability() == Availability.GONE) {
            return new Standing(0, 0, false);
        }
        int kept = (int) look.states().stream()
                .filter(PriceState::isHeld)
                .filter(state -> evidence.word(state.told()).isPresent())
                .count();
        boolean undecided =
                look.states().stream().anyMatch(state -> state.isHeld() || state.confidence() == Confidence.ALONE);
        return new Standing((int) look.held() - kept, kept, undecided);
    }
}
