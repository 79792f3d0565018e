package io.sampan.buy.paychoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.outside.gateway.PayMethod;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
    private static final PayMethod CARD = new PayMethod("stripe", "card");
    private static final PayMethod PAYPAL = new PayMethod("paypal", "wallet");

    private final Reliability reliability = new Reliability();

    @Test
    void anOutageIsNoticedWithinFiftyTries() {
        tries(CARD, 500, 0.92, new Random(1));
        assertThat(reliability.isDown(CARD)).isFalse();
        double usual = reliability.chance(CARD, "DE");
        int tried = 0;
        while (!reliability.isDown(CARD)) {
            tries(CARD, 1, 0.1, new Random(tried));
            tried++;
        }
        assertThat(tried).isLessThan(50);
        assertThat(reliability.chance(CARD, "DE")).isLessThan(usual / 2);
        assertThat(reliability.isDown(PAYPAL)).isFalse();
    }

    @Test
    void itsEndIsNoticedToo() {
        tries(CARD, 30, 0, new Random(1));
        assertThat(reliability.isDown(CARD)).isTrue();
        tries(CARD, 12, 1, new Random(1));
        assertThat(reliability.isDown(CARD)).isFalse();
    }

    /** One in seven that fails is no outage, however long it goes on. */
    @Test
    void ordinaryFailuresAreNone() {
        for (int seed = 0; seed < 20; seed++) {
            var own = new Reliability();
            var random = new Random(seed);
            for (int i = 0; i < 3_000; i++) {
                own.ended(CARD, "DE", random.nextDouble() < 0.86);
                assertThat(own.isDown(CARD)).as("seed %d, try %d", seed, i).isFalse();
            }
        }
    }

    @Test
    void aCountryIsBelievedAsItsTriesGrow() {
        tries(CARD, 300, 0.95, new Random(1));
        for (int i = 0; i < 60; i++) {
            reliability.ended(CARD, "US", i % 3 != 0);
        }
        assertThat(reliability.chance(CARD, "US")).isBetween(0.6, 0.8);
        assertThat(reliability.chance(CARD, "FR")).isGreaterThan(0.85);
    }

    private void tries(PayMethod method, int count, double works, Random random) {
        for (int i = 0; i < count; i++) {
            reliability.ended(method, "DE", random.nextDouble() < works);
        }
    }
}
