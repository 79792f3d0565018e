package io.sampan.browse.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    static final Offers DRESS = Offers.dress("1");

    @Test
    void theSameOfferSeenLaterDiffersInNothing() {
        assertThat(Difference.between(DRESS.seen(NOW), DRESS.seen(NOW.plusSeconds(60))))
                .isEmpty();
    }

    @Test
    void countersThatTickAreNoDifference() {
        assertThat(Difference.between(
                        DRESS.seen(NOW), DRESS.sold(11).stocked(49).seen(NOW)))
                .isEmpty();
    }

    @Test
    void aVariantThatSellsOutIsADifference() {
        assertThat(Difference.between(DRESS.seen(NOW), DRESS.stocked(0).seen(NOW)))
                .containsExactly(Difference.STOCK);
    }

    @Test
    void namesEveryPartThatMoved() {
        var now = DRESS.costing(4100).titled("碎花裙", "Dress").seen(NOW);
        assertThat(Difference.between(DRESS.seen(NOW), now))
                .containsExactlyInAnyOrder(Difference.PRICE, Difference.TEXT);
        assertThat(Difference.between(DRESS.seen(NOW), DRESS.seen(NOW).gone(NOW)))
                .containsExactly(Difference.AVAILABILITY);
    }
}
