package io.sampan.browse.catalog;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.Offer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What we know of one item of one marketplace, from every source that has shown it.
 *
 * @param sightings the newest of each source, the one to show and to buy from first, see {@link Ranking}; never empty
 * @param firstSeenAt when its first offer was seen
 * @param changedAt when what is shown of it last differed from what it was, counters aside (see {@link Difference})
 */
public record Product(ProductId id, List<Sighting> sightings, Instant firstSeenAt, Instant changedAt) {
    public Product {
        sightings = List.copyOf(sightings);
        if (sightings.isEmpty()) {
            throw new IllegalArgumentException("A product that nobody saw");
        }
    }

    /**
     * What one source last told, as far as it is believed.
     *
     * @param offer without the prices that are held back; its {@code seenAt} is when this content was first seen
     * @param checkedAt when the source last confirmed it, whether or not that was new
     * @param verdicts on its prices, by the variant's id; also on those that are held back
     */
    public record Sighting(Offer offer, Instant checkedAt, Map<String, Verdict> verdicts) {
        public Sighting {
            verdicts = Map.copyOf(verdicts);
        }

        /** What is thought of a variant's price; empty where the source told none. */
        public Optional<Verdict> verdict(String skuId) {
            return Optional.ofNullable(verdicts.get(skuId));
        }

        public String source() {
            return offer.source();
        }

        /** How old the knowledge is; never negative. */
        public Duration age(Instant now) {
            return now.isBefore(checkedAt) ? Duration.ZERO : Duration.between(checkedAt, now);
        }
    }

    public ItemRef item() {
        return offer().item();
    }

    /** The best of its offers: what is shown, and bought from unless a cart names another source. */
    public Offer offer() {
        return sightings.getFirst().offer();
    }

    /** All its offers, one of each source, the best first. */
    public List<Offer> offers() {
        return sightings.stream().map(Sighting::offer).toList();
    }

    /** What this source last told of it; empty when it never showed it. */
    public Optional<Sighting> from(String source) {
        return sightings.stream()
                .filter(sighting -> sighting.source().equals(source))
                .findFirst();
    }

    /** The best offer in which this variant is on sale, one in which it has a price before one in which it has none. */
    public Optional<Offer> offering(String skuId) {
        var offering = sightings.stream()
                .map(Sighting::offer)
                .filter(offer -> offer.onSale() && offer.sku(skuId).isPresent())
                .toList();
        return offering.stream()
                .filter(offer ->
                        offer.sku(skuId).flatMap(sku -> offer.unitPrice(sku, 1)).isPresent())
                .findFirst()
                .or(() -> offering.stream().findFirst());
    }

    /** When the source that is shown last told us what it is. */
    public Instant checkedAt() {
        return sightings.getFirst().checkedAt();
    }

    /** How old the knowledge that is shown is; never negative. */
    public Duration age(Instant now) {
        return sightings.getFirst().age(now);
    }

    public boolean isGone() {
        return offer().availability() == Offer.Availability.GONE;
    }

    /** What one piece costs at least when as few are bought as the seller allows; empty when no price is told, or none is believed. */
    public Optional<Money> priceFrom() {
        return offer().priceFrom();
    }
}
