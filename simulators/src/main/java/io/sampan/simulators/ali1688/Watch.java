package io.sampan.simulators.ali1688;

import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.world.Listing;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.Offer;
import io.sampan.simulators.world.World;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells of changes to the offers that were read lately: the last so many, looked at every hour. */
final class Watch {
    private static final int MOST = 2_000;

    private record Seen(Listing listing, long fen, boolean soldOut, Offer.Status status) {
        static Seen of(Offer offer) {
            return new Seen(offer.listing(), offer.lowestFen(), offer.stock() == 0, offer.status());
        }
    }

    private final World world;
    private final Messages messages;
    private final InstantSource clock;
    private final Map<Long, Seen> seen = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Seen> eldest) {
            return size() > MOST;
        }
    };

    Watch(World world, Messages messages, InstantSource clock) {
        this.world = world;
        this.messages = messages;
        this.clock = clock;
    }

    synchronized void seen(Listing listing) {
        seen.put(listing.id(), Seen.of(world.offer(listing)));
    }

    synchronized void lookAtAll() {
        List.copyOf(seen.values()).forEach(one -> look(one.listing()));
    }

    /** Looks at one offer again, if it was read lately, and tells what has changed since. */
    synchronized void look(Listing listing) {
        Seen before = seen.get(listing.id());
        if (before == null || listing.marketplace() != Marketplace.ALI1688) {
            return;
        }
        Offer offer = world.offer(listing);
        Seen now = Seen.of(offer);
        seen.put(listing.id(), now);
        if (before.status() != now.status()) {
            product(listing, now.status() == Offer.Status.ON ? "REPOST" : "EXPIRE");
        } else if (before.fen() != now.fen()) {
            product(listing, "NEW_OR_MODIFY");
        }
        if (before.soldOut() != now.soldOut()) {
            inventory(offer);
        }
    }

    private void product(Listing listing, String change) {
        messages.send(
                "PRODUCT_RELATION_VIEW_PRODUCT_" + change,
                String.valueOf(listing.id()),
                Fields.of(
                        "productIds",
                        String.valueOf(listing.id()),
                        "memberId",
                        "b2b-" + listing.shop().id(),
                        "status",
                        "RELATION_VIEW_PRODUCT_" + change,
                        "msgSendTime",
                        Dates.plain(clock.instant())));
    }

    private void inventory(Offer offer) {
        String now = Dates.plain(clock.instant());
        messages.send(
                "PRODUCT_PRODUCT_INVENTORY_CHANGE",
                String.valueOf(offer.listing().id()),
                Fields.of(
                        "OfferInventoryChangeList",
                        offer.skus().stream()
                                .map(sku -> Fields.of(
                                        "offerId", offer.listing().id(),
                                        "offerOnSale", offer.stock(),
                                        "skuId", sku.id(),
                                        "skuOnSale", sku.stock(),
                                        "quantity", 0,
                                        "bizTime", now))
                                .toList()));
    }
}
