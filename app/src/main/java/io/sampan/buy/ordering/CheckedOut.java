package io.sampan.buy.ordering;

import io.sampan.browse.landedcost.LandedQuote;
import java.net.URI;

/** What came of ordering. */
public sealed interface CheckedOut
        permits CheckedOut.Placed,
                CheckedOut.PayLater,
                CheckedOut.PriceChanged,
                CheckedOut.CartChanged,
                Prepared.Hindrance {
    /** The order stands; the shopper pays here. */
    record Placed(OrderId order, URI payPage) implements CheckedOut {}

    /** The order stands, but the payment page cannot be had now, or is not needed any more. */
    record PayLater(OrderId order, PayPage why) implements CheckedOut {}

    /** Nothing was ordered: this is what it costs now. */
    record PriceChanged(LandedQuote quote) implements CheckedOut {}

    /** Nothing was ordered: other things lie in the cart than the shopper has seen, or what they saw is ordered already. */
    record CartChanged() implements CheckedOut {}
}
