package io.sampan.browse.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WatchlistTest {
    static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");
    static final Duration DAY = Duration.ofDays(1);

    final Watchlist list = new Watchlist(Watchlist.Tuning.USUAL);

    static ItemRef item(String id) {
        return new ItemRef(MarketplaceId.ALI1688, id);
    }

    static Instant after(Duration time) {
        return BEGIN.plus(time);
    }

    void watch(String id, String category, double views) {
        list.viewed(item(id), category, views, BEGIN, BEGIN);
    }

    /** Looks at it every six hours for as many days; it changes by chance at this rate. */
    void live(String id, double changesPerDay, int days, Random chance) {
        double stays = Math.exp(-changesPerDay / 4);
        for (int look = 1; look <= 4 * days; look++) {
            list.checked(item(id), after(Duration.ofHours(6L * look)), chance.nextDouble() > stays);
        }
    }

    @Test
    void whatIsViewedMoreAndWasCheckedLongerAgoComesFirst() {
        watch("much", "c", 100);
        watch("some", "c", 10);
        watch("none", "c", 0);
        list.viewed(item("young"), "c", 100, BEGIN, after(Duration.ofHours(5)));
        var now = after(Duration.ofHours(6));
        assertThat(list.next(4, now, _ -> true))
                .containsExactly(item("much"), item("some"), item("young"), item("none"));
        assertThat(list.next(2, now, _ -> true)).containsExactly(item("much"), item("some"));
        assertThat(list.next(2, now, one -> !one.item().equals(item("much"))))
                .containsExactly(item("some"), item("young"));
        assertThat(list.next(0, now, _ -> true)).isEmpty();
    }

    @Test
    void whatChangesAllTheTimeWaitsBehindACalmerOneThatIsViewedAsOften() {
        watch("restless", "a", 0);
        watch("calm", "b", 0);
        var chance = new Random(1);
        live("restless", 20, 30, chance);
        live("calm", 0.5, 30, chance);
        var now = after(DAY.multipliedBy(32));
        list.viewed(item("restless"), "a", 50, now, BEGIN);
        list.viewed(item("calm"), "b", 50, now, BEGIN);
        assertThat(list.next(2, now, _ -> true)).containsExactly(item("calm"), item("restless"));
    }

    @Test
    void urgencyIsTheIndexOfFreshnessCrawling() {
        watch("one", "c", 0);
        double rate = list.changesPerDay(item("one"));
        double x = rate * 2;
        double expected = Watchlist.Tuning.USUAL.viewsPerDay() / rate * (1 - Math.exp(-x) * (1 + x));
        assertThat(list.urgency(item("one"), after(DAY.multipliedBy(2)))).isCloseTo(expected, withPercentage(0.001));
        assertThat(list.urgencyWhenShown(item("one"), after(DAY.multipliedBy(2))))
                .isCloseTo(expected + 1 - Math.exp(-x), withPercentage(0.001));
        assertThat(list.urgency(item("one"), BEGIN)).isZero();
        assertThat(list.urgency(item("unknown"), BEGIN)).isZero();
    }

    @Test
    void theIndexHasNoStepWhereItsSeriesEnds() {
        var prospect = new Prospect(1, 1);
        assertThat(prospect.gain(0.000_999_999)).isCloseTo(prospect.gain(0.001_000_001), withPercentage(0.01));
        assertThat(prospect.gain(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(prospect.gainWhenShown(Double.POSITIVE_INFINITY)).isEqualTo(2);
    }

    @Test
    void whatItsMarketplaceSaysHasChangedComesFirstUntilItIsLookedAt() {
        watch("told", "c", 10);
        watch("other", "c", 11);
        list.toldOfChange(item("told"));
        list.toldOfChange(item("unknown"));
        var now = after(DAY);
        assertThat(list.next(1, now, _ -> true)).containsExactly(item("told"));
        list.checked(item("told"), now, true);
        assertThat(list.next(1, now, _ -> true)).containsExactly(item("other"));
    }

    @Test
    void learnsAKnownRateWithinAFewPercent() {
        for (double rate : List.of(0.1, 0.5, 2.0, 5.0)) {
            var fresh = new WatchlistTest();
            fresh.watch("one", "c", 1);
            fresh.live("one", rate, 180, new Random(7));
            assertThat(fresh.list.changesPerDay(item("one")))
                    .as("rate %s", rate)
                    .isCloseTo(rate, withPercentage(25));
        }
    }

    @Test
    void anItemOfWhichLittleIsKnownIsTakenToBeLikeItsKind() {
        var chance = new Random(3);
        for (int n = 0; n < 20; n++) {
            watch("fast" + n, "fast", 1);
            live("fast" + n, 3, 20, chance);
            watch("slow" + n, "slow", 1);
            live("slow" + n, 0.05, 20, chance);
        }
        watch("new-fast", "fast", 1);
        watch("new-slow", "slow", 1);
        watch("new", "never seen", 1);
        assertThat(list.changesPerDay(item("new-fast"))).isCloseTo(3, withPercentage(20));
        assertThat(list.changesPerDay(item("new-slow"))).isLessThan(0.15);
        assertThat(list.changesPerDay(item("new"))).isBetween(0.5, 2.5);
    }

    @Test
    void aLookThatIsOlderThanTheLastTeachesNothing() {
        watch("one", "c", 1);
        list.checked(item("one"), after(DAY), false);
        var known = list.find(item("one"));
        list.checked(item("one"), after(Duration.ofHours(3)), true);
        list.checked(item("one"), after(DAY), true);
        list.checked(item("unknown"), after(DAY), true);
        assertThat(list.find(item("one"))).isEqualTo(known);
    }

    @Test
    void whatLeavesTakesItsLessonsWithItAndBringsThemBack() {
        watch("stays", "c", 1);
        watch("leaves", "c", 1);
        live("leaves", 4, 30, new Random(2));
        double before = list.changesPerDay(item("stays"));
        var known = list.find(item("leaves")).orElseThrow();
        list.forget(item("leaves"));
        assertThat(list.changesPerDay(item("stays"))).isLessThan(before);
        list.recall(known);
        assertThat(list.changesPerDay(item("stays"))).isCloseTo(before, withPercentage(0.001));
    }

    @Test
    void theListHasItsBoundAndTheLeastViewedLeaveIt() {
        var usual = Watchlist.Tuning.USUAL;
        var small = new Watchlist(new Watchlist.Tuning(
                usual.trend(),
                usual.season(),
                usual.memory(),
                usual.changesPerDay(),
                usual.strength(),
                usual.viewsPerDay(),
                20));
        IntStream.range(0, 20)
                .forEach(n -> assertThat(small.viewed(item("i" + n), "c", 20 - n, BEGIN, BEGIN))
                        .isEmpty());
        assertThat(small.viewed(item("new"), "c", 5, BEGIN, BEGIN)).containsExactlyInAnyOrder(item("i19"), item("i18"));
        assertThat(small.size()).isEqualTo(19);
        assertThat(small.find(item("i0"))).isPresent();
        for (int n = 0; n < 1000; n++) {
            small.viewed(item("more" + n), "c", 1, BEGIN, BEGIN);
            assertThat(small.size()).isLessThanOrEqualTo(20);
        }
        assertThat(small.find(item("i0"))).as("the most viewed stay").isPresent();
    }

    @Test
    void theShareOfStaleViewsGrowsWithAgeUntilItIsLookedAt() {
        assertThat(list.staleShare(BEGIN)).isZero();
        watch("one", "c", 10);
        assertThat(list.staleShare(BEGIN)).isZero();
        double day = list.staleShare(after(DAY));
        assertThat(day).isCloseTo(1 - Math.exp(-0.3), withPercentage(0.001));
        assertThat(list.staleShare(after(DAY.multipliedBy(100)))).isBetween(0.99, 1.0);
        list.checked(item("one"), after(DAY), false);
        assertThat(list.staleShare(after(DAY))).isZero();
    }
}
