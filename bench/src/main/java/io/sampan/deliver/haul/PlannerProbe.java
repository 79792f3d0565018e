package io.sampan.deliver.haul;

import io.sampan.money.amount.Money;
import io.sampan.outside.carrier.CarrierVector;
import io.sampan.outside.carrier.Lines;
import io.sampan.outside.carrier.ParcelSize;
import io.sampan.outside.customs.Consignment;
import io.sampan.outside.customs.Duties;
import io.sampan.outside.customs.DutyVector;
import io.sampan.outside.marketplace.Offer.Hazard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;

/** Random hauls through the planner of the shop, and through whoever looks at every plan one by one. */
public final class PlannerProbe {
    private static final Instant AT = Instant.parse("2026-11-28T00:00:00Z");
    private static final List<String> COUNTRIES =
            List.of("DE", "FR", "NL", "GB", "US", "CA", "AU", "NZ", "JP", "KR", "SG", "NO", "CH");
    private static final Map<String, String> YUAN = Map.of(
            "EUR", "7.80", "GBP", "9.05", "USD", "7.20", "CAD", "5.25", "AUD", "4.75", "NZD", "4.30", "JPY", "0.048",
            "SGD", "5.40", "NOK", "0.68", "CHF", "8.15");

    /** The hurried, the usual, the patient. */
    private static final int[] DAYS = {14, 20, 30, Haul.ANY_DAYS};

    private final Lines lines =
            CarrierVector.lines(new ClassPathResource("haul/lines.csv"), new ClassPathResource("haul/zones.csv"));
    private final Duties duties = DutyVector.shipped();
    private final HaulPlanner planner;

    public PlannerProbe() {
        try {
            planner = new HaulPlanner(
                    lines, duties, new HaulSettings(new ClassPathResource("rules/haul/boxes.csv"), 600, 200));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @param fen what the plans cost; together only where a line takes all in one */
    public record Found(long best, long second, Optional<Long> together, long apart, int parcels) {}

    /** Things from a shirt to a kettle; a sixth with a battery or a liquid, some still on their way. */
    public static Haul haul(Random random, int things) {
        var items = new ArrayList<HaulItem>();
        for (int i = 0; i < things; i++) {
            int grams = (int) Math.clamp(Math.exp(6.1 + 0.9 * random.nextGaussian()), 40, 6_000);
            double mm3 = grams * 1_000 * Math.exp(0.9 + 0.5 * random.nextGaussian());
            double side = Math.cbrt(mm3);
            var size =
                    new ParcelSize(grams, (int) Math.clamp(side * 1.5, 20, 520), (int) Math.clamp(side, 20, 300), (int)
                            Math.clamp(side / 1.5, 10, 250));
            items.add(new HaulItem(
                    "thing-" + i,
                    size,
                    hazards(random),
                    "6109%02d".formatted(random.nextInt(14)),
                    Money.fen(500 + (long) (15_000 * Math.exp(0.8 * random.nextGaussian()))),
                    random.nextInt(3) == 0 ? random.nextInt(12) : 0,
                    5 + random.nextInt(20)));
        }
        return new Haul(
                items, COUNTRIES.get(random.nextInt(COUNTRIES.size())), null, DAYS[random.nextInt(DAYS.length)], AT);
    }

    private static Set<Hazard> hazards(Random random) {
        var hazards = EnumSet.noneOf(Hazard.class);
        if (random.nextInt(8) == 0) {
            hazards.add(Hazard.BATTERY);
        }
        if (random.nextInt(16) == 0) {
            hazards.add(Hazard.LIQUID);
        }
        return hazards;
    }

    /** Empty where the shop sees no lawful way. */
    public Optional<Found> found(Haul haul) {
        return found(planner.advise(haul, PlannerProbe::yuan));
    }

    /** The same with so many times the usual budget. */
    public Optional<Found> foundWith(Haul haul, int budget) {
        return duties.together(whole(haul), PlannerProbe::yuan)
                .flatMap(customs -> found(planner.advise(haul, customs, budget)));
    }

    private static Optional<Found> found(HaulAdvice.Outcome outcome) {
        return outcome instanceof HaulAdvice.Advised(var advice)
                ? Optional.of(new Found(
                        fen(advice.best()),
                        advice.second().map(PlannerProbe::fen).orElse(Long.MAX_VALUE),
                        advice.together().map(PlannerProbe::fen),
                        fen(advice.apart()),
                        advice.best().parcels().size()))
                : Optional.empty();
    }

    /** What the cheapest of all plans costs, each looked at. */
    public long bruteForce(Haul haul) {
        var customs = duties.together(whole(haul), PlannerProbe::yuan).orElseThrow();
        return new EveryPlan(planner.costs(haul, customs)).cheapest();
    }

    private static Consignment whole(Haul haul) {
        return HaulPlanner.consignment(haul);
    }

    private static long fen(HaulPlan plan) {
        return plan.total().minor();
    }

    private static Money yuan(Currency to, Money amount) {
        if (amount.currency().equals(to)) {
            return amount;
        }
        return Money.rounded(
                amount.decimal().multiply(rate(amount.currency())).divide(rate(to), MathContext.DECIMAL64), to);
    }

    private static BigDecimal rate(Currency currency) {
        return currency.equals(Money.CNY)
                ? BigDecimal.ONE
                : new BigDecimal(YUAN.getOrDefault(currency.getCurrencyCode(), "1"));
    }

    /** Puts the next thing in each parcel so far and in one of its own, until all are in. */
    private static final class EveryPlan {
        private final ParcelCosts costs;
        private final long[] parcels;
        private long cheapest = Long.MAX_VALUE;

        EveryPlan(ParcelCosts costs) {
            this.costs = costs;
            this.parcels = new long[costs.things()];
        }

        long cheapest() {
            put(0, 0);
            return cheapest;
        }

        private void put(int thing, int used) {
            if (thing == parcels.length) {
                long sum = 0;
                for (int i = 0; i < used; i++) {
                    sum += costs.fen(parcels[i]);
                }
                cheapest = Math.min(cheapest, sum);
                return;
            }
            for (int i = 0; i <= used; i++) {
                parcels[i] |= 1L << thing;
                put(thing + 1, Math.max(used, i + 1));
                parcels[i] &= ~(1L << thing);
            }
        }
    }
}
