package io.sampan.simulators.vendor;

import io.sampan.simulators.world.Dice;
import io.sampan.simulators.world.Listing;
import io.sampan.simulators.world.Offer;
import io.sampan.simulators.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The vendor's cache, which its customers share: an item that somebody asked for lately is answered as it was then.
 * A restart empties it.
 */
final class Copies {
    private static final int MOST = 2_000;

    /** An item as it was at a moment, and whether that moment has passed. */
    record Copy(Offer offer, Instant at, boolean old) {
        Copy aged() {
            return new Copy(offer, at, true);
        }
    }

    private final World world;
    private final VendorSettings settings;
    private final InstantSource clock;
    private final long seed;
    private final Map<String, Copy> kept = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Copy> eldest) {
            return size() > MOST;
        }
    };

    Copies(World world, VendorSettings settings, InstantSource clock, long seed) {
        this.world = world;
        this.settings = settings;
        this.clock = clock;
        this.seed = seed;
    }

    /** An item; as it is when the client insists. */
    synchronized Copy get(Listing listing, boolean mayBeOld) {
        Instant now = clock.instant();
        Copy before = kept.get(listing.key());
        if (mayBeOld && before != null && before.at().plus(settings.cacheLife()).isAfter(now)) {
            return before.aged();
        }
        Instant at = mayBeOld ? askedByOthers(listing.id(), now) : now;
        var copy = new Copy(world.offer(listing, at), at, at.isBefore(now));
        kept.put(listing.key(), copy);
        return copy;
    }

    /** A moment, and whether it has passed. */
    record Moment(Instant at, boolean old) {}

    /** When a list of goods was fetched for whoever asked first. */
    Moment listed(String query, boolean mayBeOld) {
        Instant now = clock.instant();
        Instant at = mayBeOld ? askedByOthers(query.hashCode(), now) : now;
        return new Moment(at, at.isBefore(now));
    }

    /** When another customer last asked for a thing; now, when none did within the cache's life. */
    private Instant askedByOthers(long thing, Instant now) {
        long life = settings.cacheLife().toMillis();
        long period = Math.floorDiv(now.toEpochMilli(), life);
        Dice dice = Dice.of(seed + period, thing, "vendor strangers");
        return dice.chance(settings.strangers()) ? now.minus(Duration.ofMillis(1 + dice.below(life - 1))) : now;
    }

    synchronized int size() {
        return kept.size();
    }
}
