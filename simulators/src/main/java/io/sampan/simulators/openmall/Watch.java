package io.sampan.simulators.openmall;

import io.sampan.simulators.world.Listing;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.Offer;
import io.sampan.simulators.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells of changes to the items that were read lately: the last so many, looked at every hour. */
final class Watch {
    private static final int MOST = 2_000;

    private record Seen(Listing listing, long fen, boolean soldOut, Offer.Status status) {
        static Seen of(Offer offer) {
            return new Seen(offer.listing(), offer.lowestFen(), offer.stock() == 0, offer.status());
        }
    }

    private final World world;
    private final Messages messages;
    private final Map<Long, Seen> seen = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Seen> eldest) {
            return size() > MOST;
        }
    };

    Watch(World world, Messages messages) {
        this.world = world;
        this.messages = messages;
    }

    synchronized void seen(Listing listing) {
        seen.put(listing.id(), Seen.of(world.offer(listing)));
    }

    synchronized void lookAtAll() {
        List.copyOf(seen.values()).forEach(one -> look(one.listing()));
    }

    /** Looks at one item again, if it was read lately, and tells what has changed since. */
    synchronized void look(Listing listing) {
        Seen before = listing.marketplace() == Marketplace.TAOBAO ? seen.get(listing.id()) : null;
        if (before == null) {
            return;
        }
        Offer offer = world.offer(listing);
        Seen now = Seen.of(offer);
        seen.put(listing.id(), now);
        if (before.status() != now.status()) {
            messages.item(listing.id(), now.status() == Offer.Status.ON ? "ItemUpshelf" : "ItemDownshelf");
        } else if (before.fen() != now.fen()) {
            messages.item(listing.id(), "ItemUpdate");
        }
        if (before.soldOut() != now.soldOut()) {
            messages.stock(listing.id(), offer.stock(), now.status() == Offer.Status.ON);
        }
    }
}
