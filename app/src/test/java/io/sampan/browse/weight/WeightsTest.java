package io.sampan.browse.weight;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.browse.weight.Piece.Source;
import io.sampan.ground.database.TestDatabase;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer.SizeMm;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WeightsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T00:00:00Z"), ZoneOffset.UTC);
    private final Weights weights = SampleWeights.nothingWeighed(CLOCK);
    private int weighed;

    @Test
    void onTheFirstDayACategoryIsItsFirstEstimateAndALittleLessSure() {
        var dress = weights.expect(goods("shop", "1", null));
        assertThat(dress.grams()).isEqualTo(new Piece.Interval(207, 400, 772));
        assertThat(dress.source()).isEqualTo(Source.CATEGORY);
        assertThat(dress.rule()).isNotNull();
    }

    @Test
    void aSellersFigureIsEvidenceOnTheFirstDay() {
        var stated = weights.expect(goods("shop", "1", 480));
        assertThat(stated.source()).isEqualTo(Source.STATED);
        assertThat(stated.grams().likely()).isBetween(440L, 480L);
        assertThat(width(stated)).isLessThan(width(weights.expect(goods("shop", "1", null))));
        assertThat(weights.expect(goods("shop", "1", 90_000)).grams().likely())
                .as("ninety kilograms for a dress")
                .isBetween(390L, 600L);
        assertThat(weights.expect(goods("shop", "1", -3)).source()).isEqualTo(Source.CATEGORY);
    }

    @Test
    void withEachPieceThatIsWeighedTheItemIsKnownBetter() {
        var item = goods("shop", "1", null);
        double before = width(weights.expect(item));
        weigh(item, 700);
        double afterOne = width(weights.expect(item));
        for (int i = 0; i < 9; i++) {
            weigh(item, 700 + i % 3);
        }
        var after = weights.expect(item);
        assertThat(after.source()).isEqualTo(Source.WEIGHED);
        assertThat(after.grams().likely()).isBetween(685L, 705L);
        assertThat(afterOne).isLessThan(before);
        assertThat(width(after)).isLessThan(afterOne);
    }

    @Test
    void aNewItemIsAsItsShopsOthersAre() {
        for (int i = 0; i < 15; i++) {
            weigh(goods("light", "l" + i, null), 300);
            weigh(goods("heavy", "h" + i, null), 600);
        }
        assertThat(weights.expect(goods("light", "new", null)).grams().likely()).isLessThan(350);
        assertThat(weights.expect(goods("heavy", "new", null)).grams().likely()).isGreaterThan(520);
        assertThat(weights.expect(goods("elsewhere", "new", null)).grams().likely())
                .isBetween(350L, 520L);
    }

    @Test
    void aShopIsBelievedAsFarAsItWasRight() {
        for (int i = 0; i < 20; i++) {
            int grams = 250 + 20 * i;
            weigh(goods("exact", "e" + i, grams), grams);
            weigh(goods("forgets", "f" + i, grams * 8 / 10), grams);
            weigh(goods("careless", "c" + i, 1_000), grams);
        }
        assertThat(weights.expect(goods("exact", "new", 640)).grams().likely()).isBetween(580L, 660L);
        assertThat(weights.expect(goods("forgets", "new", 400)).grams().likely())
                .as("what it states is without the packing")
                .isBetween(440L, 520L);
        assertThat(weights.expect(goods("careless", "new", 1_000)).grams().likely())
                .isLessThan(650);
    }

    @Test
    void everyNodeLearnsWhatIsKeptOnce() {
        var database = TestDatabase.fresh();
        var other = SampleWeights.nothingWeighed(CLOCK);
        var here = SampleWeights.kept(database, weights);
        var there = SampleWeights.kept(database, other);
        var goods = goods("shop", "1", null);
        var id = UUID.randomUUID();
        var size = new SizeMm(300, 200, 60);
        for (int i = 0; i < 3; i++) {
            here.keep(new Weighed(id, goods, 2, 1_240, size, CLOCK.instant()));
        }
        here.learn();
        there.learn();
        there.learn();
        assertThat(other.expect(goods)).isEqualTo(weights.expect(goods));
        assertThat(other.expect(goods).grams().likely()).isBetween(550L, 620L);
        database.drop();
    }

    private void weigh(Goods goods, int grams) {
        SampleWeights.learn(
                weights,
                new Weighed(new UUID(0, weighed++), goods, 1, grams, new SizeMm(300, 200, 50), CLOCK.instant()));
    }

    private static double width(Piece piece) {
        return (double) piece.grams().high() / piece.grams().low();
    }

    private static Goods goods(String shop, String item, @Nullable Integer stated) {
        return new Goods(new ItemRef(MarketplaceId.ALI1688, item), shop, "女装 连衣裙 dress", stated, null);
    }
}
