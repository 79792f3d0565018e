package io.sampan.browse.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LookPriceTest {
    static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");
    static final int LOOKS_A_DAY = 600;

    @Test
    void spendsJustTheQuotaWhateverLooksAreWorth() {
        for (double scale : new double[] {0.001, 1, 500}) {
            var price = new LookPrice(LOOKS_A_DAY);
            var chance = new Random(5);
            int days = 20;
            int taken = 0;
            for (int minute = 0; minute < days * 24 * 60; minute++) {
                var now = BEGIN.plus(Duration.ofMinutes(minute));
                for (int offer = 0; offer < 5; offer++) {
                    taken += price.takes(scale * -Math.log(chance.nextDouble()), now) && minute >= 5 * 24 * 60 ? 1 : 0;
                }
            }
            assertThat(taken / 15.0).as("scale %s", scale).isCloseTo(LOOKS_A_DAY, withPercentage(5));
        }
    }

    @Test
    void takesWhatIsWorthMost() {
        var price = new LookPrice(LOOKS_A_DAY, new LookPrice.Tag(2, BEGIN));
        assertThat(price.takes(1.9, BEGIN)).isFalse();
        assertThat(price.takes(2.1, BEGIN)).isTrue();
        assertThat(price.takesAhead(19, BEGIN))
                .as("ahead it must be worth ten times as much")
                .isFalse();
        assertThat(price.takesAhead(21, BEGIN)).isTrue();
    }

    @Test
    void looksThatWereMadeElsewhereRaiseItAndTimeLetsItSink() {
        var price = new LookPrice(LOOKS_A_DAY);
        double first = price.now(BEGIN).views();
        price.paid(BEGIN);
        assertThat(price.now(BEGIN).views()).isGreaterThan(first);
        assertThat(price.now(BEGIN.plus(Duration.ofDays(1).dividedBy(LOOKS_A_DAY)))
                        .views())
                .isCloseTo(first, withPercentage(0.1));
        assertThat(price.now(BEGIN).views()).as("time never runs back").isCloseTo(first, withPercentage(0.1));
    }

    @Test
    void goesOnFromWhereItStood() {
        var price = new LookPrice(LOOKS_A_DAY);
        price.now(BEGIN);
        price.paid(BEGIN);
        var later = BEGIN.plus(Duration.ofHours(2));
        var again = new LookPrice(LOOKS_A_DAY, price.now(BEGIN));
        assertThat(again.now(later)).isEqualTo(price.now(later));
    }

    @Test
    void afterALongCalmItIsNotNothing() {
        var price = new LookPrice(LOOKS_A_DAY);
        price.now(BEGIN);
        assertThat(price.now(BEGIN.plus(Duration.ofDays(1000))).views()).isPositive();
        assertThat(price.takes(0, BEGIN)).isFalse();
    }
}
