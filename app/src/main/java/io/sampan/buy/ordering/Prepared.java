package io.sampan.buy.ordering;

import io.sampan.browse.landedcost.LandedQuote;
import io.sampan.outside.marketplace.Offer;
import java.util.List;

/** A cart on its way to an order: what the checkout page shows. */
public sealed interface Prepared permits Prepared.Ready, Hindrance {
    /**
     * @param lines in the order of each quote's basket, so that {@link LandedQuote#share(int)} fits
     * @param quotes one for each line of a carrier that can take it all; never empty
     */
    record Ready(List<Priced> lines, List<LandedQuote> quotes) implements Prepared {
        public Ready {
            lines = List.copyOf(lines);
            quotes = List.copyOf(quotes);
        }
    }

    /** A line of the cart with the offer that it is bought from. */
    record Priced(Cart.Line line, Offer offer, Offer.Sku sku) {}
}
