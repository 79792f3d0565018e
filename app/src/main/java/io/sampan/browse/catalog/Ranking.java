package io.sampan.browse.catalog;

import io.sampan.browse.catalog.Product.Sighting;
import io.sampan.outside.marketplace.Marketplaces;
import io.sampan.outside.marketplace.Offer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Which of a product's offers is shown and bought from: one that was seen lately before one that is old; among these one with a price that is
 * believed before one without; then what can be had by naming a variant before what only shows a price, and who knows the stock before who only shows
 * a price; and then in the marketplaces' order of sources.
 */
@Component
class Ranking {
    private final Marketplaces marketplaces;
    private final Duration oldAfter;

    Ranking(Marketplaces marketplaces, CatalogSettings settings) {
        this.marketplaces = marketplaces;
        this.oldAfter = settings.oldAfter();
    }

    /**
     * The best first. What a source showed that is not set up any more is left out while there is another.
     *
     * @param sightings of one item, at least one, of each source at most one
     */
    List<Sighting> ranked(Collection<Sighting> sightings) {
        if (sightings.size() == 1) {
            return List.copyOf(sightings);
        }
        var newest = sightings.stream()
                .map(Sighting::checkedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        var sources = marketplaces
                .at(sightings.iterator().next().offer().item().marketplace())
                .sources();
        boolean asked = sightings.stream().anyMatch(one -> sources.contains(one.source()));
        return sightings.stream()
                .filter(one -> !asked || sources.contains(one.source()))
                .sorted(Comparator.<Sighting>comparingInt(one -> isOld(one, newest) ? 1 : 0)
                        .thenComparingInt(one -> -worth(one.offer()))
                        .thenComparingInt(one -> place(one, sources))
                        .thenComparing(Sighting::checkedAt, Comparator.reverseOrder())
                        .thenComparing(Sighting::source))
                .toList();
    }

    /** Ages are compared with each other and not with the clock, so that a product's best offer changes only when it is looked at. */
    private boolean isOld(Sighting one, Instant newest) {
        return one.checkedAt().plus(oldAfter).isBefore(newest);
    }

    private static int worth(Offer offer) {
        boolean whole = !offer.skus().isEmpty();
        boolean priced = offer.priceFrom().isPresent();
        return switch (offer.availability()) {
            case ON_SALE -> priced ? whole ? 6 : 4 : whole ? 3 : 2;
            case SOLD_OUT -> priced && whole ? 5 : 1;
            case UNKNOWN -> 1;
            case GONE -> 0;
        };
    }

    private static int place(Sighting one, List<String> sources) {
        int place = sources.indexOf(one.source());
        return place < 0 ? sources.size() : place;
    }
}
