package io.sampan.simulators.openmall;

import io.sampan.simulators.world.Dice;
import io.sampan.simulators.world.Listing;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.Offer;
import io.sampan.simulators.world.World;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which of Taobao's goods OpenMall knows: a public pool, and what sellers supply to this distributor alone. */
final class Pool {
    private static final double PUBLIC = 0.7;
    private static final double PRIVATE = 0.6;
    private static final double AREA_LIMITED = 0.04;
    private static final double HOLDABLE = 0.7;
    private static final List<String> COAST = List.of("31", "32", "33", "35", "37", "44");

    private final World world;
    private final long seed;
    private final List<Listing> open;
    private final List<Listing> supplied;
    private final Set<Long> known;

    Pool(World world, long seed, double share) {
        this.world = world;
        this.seed = seed;
        List<Listing> all = world.listings().stream()
                .filter(listing -> listing.marketplace() == Marketplace.TAOBAO)
                .filter(listing -> dice(listing, "pool").chance(share))
                .toList();
        this.known = all.stream().map(Listing::id).collect(Collectors.toSet());
        this.open = all.stream().filter(this::isOpen).toList();
        this.supplied = all.stream()
                .filter(listing -> !isOpen(listing) || dice(listing, "private").chance(PRIVATE))
                .toList();
    }

    private boolean isOpen(Listing listing) {
        return dice(listing, "public").chance(PUBLIC);
    }

    private Dice dice(Listing listing, String what) {
        return Dice.of(seed, listing.id(), "openmall " + what);
    }

    /** What everybody sees. */
    List<Listing> open() {
        return open;
    }

    /** What this distributor is supplied with. */
    List<Listing> supplied() {
        return supplied;
    }

    /** An item of either, as it is now. */
    Optional<Offer> offer(long itemId) {
        return world.listing(Marketplace.TAOBAO, itemId)
                .filter(listing -> known.contains(itemId))
                .map(world::offer);
    }

    /** Somebody else takes what is left of a SKU. */
    void sellOut(long itemId, long sku) {
        offer(itemId).ifPresent(offer -> world.setStock(offer.listing(), sku, 0));
    }

    /** The seller multiplies an item's prices. */
    void movePrice(long itemId, double factor) {
        offer(itemId).ifPresent(offer -> world.movePrice(offer.listing(), 0, factor));
    }

    /** Some goods are sold in some provinces only. */
    boolean areaLimited(Listing listing) {
        return dice(listing, "area").chance(AREA_LIMITED);
    }

    /** The provinces' two digits where an area-limited item is sold: four of the coast's six. */
    List<String> provinces(Listing listing) {
        int leftOut = dice(listing, "provinces").below(COAST.size());
        return COAST.stream()
                .filter(province -> !province.equals(COAST.get(leftOut))
                        && !province.equals(COAST.get((leftOut + 1) % COAST.size())))
                .toList();
    }

    boolean sells(Listing listing, String division) {
        return !areaLimited(listing) || provinces(listing).contains(division.substring(0, 2));
    }

    /** Whether its seller lets a paid trade be held. */
    boolean holdable(Listing listing) {
        return dice(listing, "hold").chance(HOLDABLE);
    }
}
