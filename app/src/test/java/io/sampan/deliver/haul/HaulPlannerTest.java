package io.sampan.deliver.haul;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sampan.deliver.haul.HaulAdvice.Advised;
import io.sampan.money.amount.Money;
import io.sampan.outside.carrier.ParcelSize;
import io.sampan.outside.carrier.SampleLines;
import io.sampan.outside.customs.SampleDuties;
import io.sampan.outside.customs.Valuation;
import io.sampan.outside.marketplace.Offer.Hazard;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class HaulPlannerTest {
    private static final Instant AT = Instant.parse("2026-11-28T00:00:00Z");
    private static final HaulPlanner PLANNER = planner();
    private static final ParcelSize SHIRT = new ParcelSize(220, 280, 200, 30);

    /** Seven yuan to any other unit. */
    private static final Valuation SEVEN = (to, amount) -> amount.currency().equals(to)
            ? amount
            : Money.rounded(
                    to.equals(Money.CNY)
                            ? amount.decimal().multiply(new BigDecimal("7"))
                            : amount.decimal().divide(new BigDecimal("7"), 10, RoundingMode.HALF_UP),
                    to);

    @Test
    void shirtsTravelTogether() {
        var advice = advised(haul("DE", List.of(thing("a", 8_000), thing("b", 8_000), thing("c", 8_000))));
        assertThat(advice.best().parcels()).hasSize(1);
        assertThat(advice.together()).contains(advice.best());
        assertThat(advice.apart().parcels()).hasSize(3);
        assertThat(advice.best().total()).isLessThan(advice.apart().total());
        assertThat(advice.second())
                .hasValueSatisfying(plan -> assertThat(plan.total())
                        .isGreaterThanOrEqualTo(advice.best().total()));
    }

    @Test
    void aBatteryGoesByTheLineThatTakesItAndTheRestByTheCheaperOne() {
        var heavy = new ParcelSize(6_000, 400, 300, 200);
        var advice = advised(haul(
                "DE",
                List.of(
                        thing("kettle", heavy, Set.of(), "851610", 20_000),
                        thing("bank", new ParcelSize(300, 140, 70, 30), Set.of(Hazard.BATTERY), "850760", 9_000))));
        assertThat(advice.best().parcels())
                .extracting(parcel -> parcel.line().value())
                .containsExactlyInAnyOrder("economy", "express");
    }

    @Test
    void whatNoLineTakesIsNamed() {
        var outcome = PLANNER.advise(
                haul("DE", List.of(thing("a", 8_000), thing("knife", SHIRT, Set.of(Hazard.BLADE), "821191", 5_000))),
                SEVEN);
        assertThat(outcome).isEqualTo(new HaulAdvice.NotCarried(List.of(1)));
        assertThat(PLANNER.advise(haul("KP", List.of(thing("a", 1))), SEVEN))
                .isInstanceOf(HaulAdvice.NotAdmitted.class);
    }

    /** Each shirt alone is worth less than 150 EUR, all together are not: however they are packed, duty is asked for all. */
    @Test
    void packingSmallEvadesNothing() {
        var things = new ArrayList<HaulItem>();
        for (int i = 0; i < 6; i++) {
            things.add(thing("shirt-" + i, 40_000));
        }
        var advice = advised(haul("DE", things));
        var alone = advised(haul("DE", things.subList(0, 1)));
        long apart = advice.apart().parcels().getFirst().cost().border().minor();
        assertThat(apart)
                .isGreaterThan(alone.best().parcels().getFirst().cost().border().minor());
    }

    /** Two shirts are one heading, whatever they are called; a shirt and a dress are two. */
    @Test
    void dutyIsAskedForHeadingsNotForWords() {
        var shirts = advised(haul("DE", List.of(called("T恤"), called("short-sleeved t-shirt"))));
        var both = advised(haul("DE", List.of(called("T恤"), called("连衣裙"))));
        assertThat(border(both)).isGreaterThan(border(shirts));
    }

    private static HaulItem called(String words) {
        return thing(words, SHIRT, Set.of(), words, 8_000);
    }

    private static long border(HaulAdvice advice) {
        return advice.together()
                .orElseThrow()
                .parcels()
                .getFirst()
                .cost()
                .border()
                .minor();
    }

    @Test
    void eachThingIsInOneParcelAndNoPlanIsCheaper() {
        var random = new Random(7);
        for (int round = 0; round < 60; round++) {
            var things = new ArrayList<HaulItem>();
            int count = 1 + random.nextInt(7);
            for (int i = 0; i < count; i++) {
                things.add(random(random, i));
            }
            var haul = haul(random.nextBoolean() ? "DE" : "US", things);
            var advice = advised(haul);
            assertThat(places(advice.best())).containsExactlyElementsOf(all(count));
            assertThat(advice.best().total().minor()).isEqualTo(cheapest(haul));
        }
    }

    @Test
    void manyThingsAreAllPlannedAndTheSameWayEachTime() {
        var random = new Random(11);
        var things = new ArrayList<HaulItem>();
        for (int i = 0; i < 40; i++) {
            things.add(random(random, i));
        }
        var advice = advised(haul("DE", things));
        assertThat(places(advice.best())).containsExactlyElementsOf(all(40));
        assertThat(advised(haul("DE", things))).isEqualTo(advice);
        assertThat(advice.best().total()).isLessThan(advice.apart().total());
    }

    @Test
    void whoIsInAHurryGetsNoSlowLine() {
        var haul = new Haul(List.of(thing("a", 8_000)), "DE", null, 8, AT);
        assertThat(advised(haul).best().parcels().getFirst().line().value()).isEqualTo("express");
        assertThat(PLANNER.advise(new Haul(haul.items(), "DE", null, 1, AT), SEVEN))
                .isEqualTo(new HaulAdvice.NotCarried(List.of(0)));
    }

    @Test
    void waitingCostsWhatTheShelfCosts() {
        var waits = new HaulItem("old", SHIRT, Set.of(), "610910", Money.fen(8_000), 0, 2);
        var late = new HaulItem("late", SHIRT, Set.of(), "610910", Money.fen(8_000), 10, 30);
        var parcel = advised(haul("DE", List.of(waits, late)));
        assertThat(parcel.together().orElseThrow().parcels().getFirst())
                .satisfies(one -> assertThat(one.day()).isEqualTo(10))
                .satisfies(one -> assertThat(one.cost().storage()).isEqualTo(Money.fen(1_600)));
    }

    @Test
    void aHaulHoldsSomethingAndNotTooMuch() {
        assertThatThrownBy(() -> haul("DE", List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> haul("DE", Collections.nCopies(Haul.MOST_ITEMS + 1, thing("a", 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static HaulAdvice advised(Haul haul) {
        return ((Advised) PLANNER.advise(haul, SEVEN)).advice();
    }

    private static List<Integer> places(HaulPlan plan) {
        return plan.parcels().stream()
                .flatMap(parcel -> parcel.items().stream())
                .sorted()
                .toList();
    }

    private static List<Integer> all(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    /** Of every way to part the things, reckoned one by one. */
    private static long cheapest(Haul haul) {
        var customs = SampleDuties.shipped()
                .together(HaulPlanner.consignment(haul), SEVEN)
                .orElseThrow();
        return cheapest(PLANNER.costs(haul, customs), new ArrayList<>(), 0);
    }

    private static long cheapest(ParcelCosts costs, List<Long> parcels, int thing) {
        if (thing == costs.things()) {
            return Partition.of(parcels, costs).fen();
        }
        long least = Long.MAX_VALUE;
        for (int i = 0; i < parcels.size(); i++) {
            var more = new ArrayList<>(parcels);
            more.set(i, more.get(i) | 1L << thing);
            least = Math.min(least, cheapest(costs, more, thing + 1));
        }
        var alone = new ArrayList<>(parcels);
        alone.add(1L << thing);
        return Math.min(least, cheapest(costs, alone, thing + 1));
    }

    private static HaulItem random(Random random, int number) {
        return thing(
                "thing-" + number,
                new ParcelSize(
                        50 + random.nextInt(2_500),
                        30 + random.nextInt(350),
                        20 + random.nextInt(200),
                        10 + random.nextInt(120)),
                random.nextInt(6) == 0 ? Set.of(Hazard.BATTERY) : Set.of(),
                "6109" + (10 + random.nextInt(6)),
                500 + random.nextInt(30_000));
    }

    private static HaulItem thing(String id, long fen) {
        return thing(id, SHIRT, Set.of(), "610910", fen);
    }

    private static HaulItem thing(String id, ParcelSize size, Set<Hazard> hazards, String hs6, long fen) {
        return new HaulItem(id, size, hazards, hs6, Money.fen(fen), 0, 30);
    }

    private static Haul haul(String country, List<HaulItem> items) {
        return new Haul(items, country, null, Haul.ANY_DAYS, AT);
    }

    private static HaulPlanner planner() {
        try {
            return new HaulPlanner(
                    SampleLines.shipped(),
                    SampleDuties.shipped(),
                    new HaulSettings(new ClassPathResource("rules/haul/boxes.csv"), 600, 200));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
