package io.sampan.simulators.world;

import java.util.List;
import java.util.stream.IntStream;

/** Where the pictures of the goods are. */
public record Images(String address) {

    /** All pictures of an offer in its first colour. */
    public List<String> all(Offer offer) {
        return IntStream.rangeClosed(1, offer.pictures())
                .mapToObj(n -> one(offer.listing(), n))
                .toList();
    }

    /** Picture n of an offer, without its details. */
    public String one(Listing listing, int n) {
        return address + "/pictures/" + listing.key() + "/" + n + ".svg";
    }

    /** The front in one colour. */
    public String of(Listing listing, Colour colour) {
        return one(listing, 1) + "?c=" + colour.hex();
    }
}
