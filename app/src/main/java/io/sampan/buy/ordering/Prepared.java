package io.sampan.buy.ordering;

import io.sampan.browse.catalog.Product;
import io.sampan.browse.landedcost.BasketLine;
import io.sampan.browse.landedcost.Excluded;
import io.sampan.browse.landedcost.LandedQuote;
import io.sampan.outside.marketplace.Offer;
import java.time.Instant;
import java.util.List;

/** A cart on its way to an order: what the checkout page shows. */
public sealed interface Prepared permits Prepared.Ready, Prepared.Hindrance {
    /**
     * @param lines in the order of each quote's basket, so that {@link LandedQuote#share(int)} fits
     * @param quotes one for each line of a carrier that can take it all; never empty
     * @param excluded the lines that cannot, and why
     */
    record Ready(List<Priced> lines, List<LandedQuote> quotes, List<Excluded> excluded) implements Prepared {
        public Ready {
            lines = List.copyOf(lines);
            quotes = List.copyOf(quotes);
            excluded = List.copyOf(excluded);
        }

        /** The {@link Cart#seal} of the cart that this was made of. */
        public String seal() {
            return Cart.seal(lines.stream().map(Priced::line).toList());
        }
    }

    /**
     * A line of the cart with the offer of the product that it is bought from.
     *
     * @param basketLine at the price of one piece that this cart's pieces make
     */
    record Priced(Cart.Line line, Product product, Offer offer, Offer.Sku sku, BasketLine basketLine) {
        /** When the offer's source last confirmed it. */
        public Instant checkedAt() {
            return product.from(offer.source()).map(Product.Sighting::checkedAt).orElse(product.checkedAt());
        }
    }

    /** Why a cart cannot be ordered as it is. */
    sealed interface Hindrance extends Prepared, CheckedOut {
        record EmptyCart() implements Hindrance {}

        /** At least one; the others could be ordered. */
        record Blocked(List<BlockedLine> lines) implements Hindrance {
            public Blocked {
                lines = List.copyOf(lines);
            }

            /** Whether nothing else is wrong than that marketplaces do not answer. */
            public boolean isUnreachable() {
                return lines.stream().allMatch(line -> line.why() == Why.UNREACHABLE);
            }

            /** Whether nothing else is wrong than that no line takes these things to this address: another may do. */
            public boolean isNotCarried() {
                return lines.stream().allMatch(line -> line.why() == Why.NOT_CARRIED);
            }
        }

        record CannotShip(Reason reason) implements Hindrance {}

        /** @param limit pieces that are there, or that the seller wants at least; 0 where it does not matter */
        record BlockedLine(Cart.Line line, Why why, int limit) {}

        enum Why {
            SOLD_OUT,
            /** There are fewer pieces than wanted. */
            TOO_FEW_LEFT,
            /** The seller sells no fewer than the limit, over all variants of the item. */
            BELOW_MINIMUM,
            /** What the marketplace tells as its price cannot be believed, and is being looked into. */
            NO_PRICE,
            /** The marketplace does not answer, so that nobody knows price and stock. */
            UNREACHABLE,
            /** No line carries it there, even alone: what it is, how heavy, or how large. */
            NOT_CARRIED
        }

        enum Reason {
            /** Something is missing in the address. */
            ADDRESS,
            /** No line carries all of it there in one parcel. */
            NO_LINE
        }
    }
}
