package io.sampan.simulators.jdvop;

import io.sampan.simulators.world.Dice;
import io.sampan.simulators.world.JdNumbers;
import io.sampan.simulators.world.Listing;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.Offer;
import io.sampan.simulators.world.World;
import java.util.List;
import java.util.Optional;

/** What the contract lets the enterprise buy: most of JD's own goods, none of the shops on its platform. */
final class Pool {
    private static final double SHARE = 0.9;
    private static final int WAREHOUSES = 3;
    /** VAT on goods, percent. */
    static final int TAX = 13;

    private final World world;
    private final long seed;
    private final int contractPercent;
    private final List<Listing> listings;

    Pool(World world, long seed, int contractPercent) {
        this.world = world;
        this.seed = seed;
        this.contractPercent = contractPercent;
        this.listings =
                world.listings(Marketplace.JD).stream().filter(this::holds).toList();
    }

    /** One SKU, which is all that VOP knows of goods. */
    record Article(Offer offer, Offer.Sku sku, long fen, int warehouse) {

        Listing listing() {
            return offer.listing();
        }

        boolean listed() {
            return offer.status() == Offer.Status.ON;
        }

        /** Title, colour and size in one, as JD names its SKUs. */
        String name() {
            return listing().title().zh() + " " + sku.colour().name().zh() + " "
                    + sku.size().zh();
        }

        /** The price without VAT. */
        long nakedFen() {
            return Pool.nakedFen(fen);
        }
    }

    /** A price without the VAT that it holds. */
    static long nakedFen(long fen) {
        return Math.round(fen * 100.0 / (100 + TAX));
    }

    /** Whether the contract covers it, listed or not. */
    boolean holds(Listing listing) {
        return listing.marketplace() == Marketplace.JD
                && listing.shop().selfRun()
                && Dice.of(seed, listing.id(), "vop pool").chance(SHARE);
    }

    /** Everything that the contract covers, in the order of the seed. */
    List<Listing> listings() {
        return listings;
    }

    /** Whether JD has such a SKU at all. */
    boolean known(long sku) {
        return world.listing(Marketplace.JD, JdNumbers.listing(sku)).isPresent();
    }

    /** A SKU that the contract covers, as it is now. */
    Optional<Article> article(long sku) {
        return world.listing(Marketplace.JD, JdNumbers.listing(sku))
                .filter(this::holds)
                .map(world::offer)
                .flatMap(offer -> offer.skus().stream()
                        .filter(one -> one.id() == sku)
                        .findFirst()
                        .map(one -> article(offer, one)));
    }

    /** All SKUs of an offer. */
    List<Article> articles(Offer offer) {
        return offer.skus().stream().map(sku -> article(offer, sku)).toList();
    }

    List<Article> articles(Listing listing) {
        return articles(world.offer(listing));
    }

    private Article article(Offer offer, Offer.Sku sku) {
        long fen = Math.max(1, sku.fen() * contractPercent / 100);
        int warehouse = 1 + Dice.of(seed, offer.listing().id(), "warehouse").below(WAREHOUSES);
        return new Article(offer, sku, fen, warehouse);
    }
}
