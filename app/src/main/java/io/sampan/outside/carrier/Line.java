package io.sampan.outside.carrier;

import io.sampan.ground.rulebook.Rule;
import io.sampan.ground.rulebook.RuleVersion;
import io.sampan.money.amount.Money;
import io.sampan.outside.carrier.Freight.NotPossible;
import io.sampan.outside.carrier.Freight.Priced;
import io.sampan.outside.carrier.Freight.Reason;
import io.sampan.outside.carrier.Freight.Step;
import io.sampan.outside.carrier.Freight.Step.Kind;
import io.sampan.outside.marketplace.Offer.Hazard;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One line to one country, by the rules of one day: how long it takes, what it refuses, and what it asks for a parcel. */
public final class Line {
    private final Rule line;
    private final Rule zone;
    private final Weighing weighing;
    private final Tariff tariff;
    private final Set<Hazard> refused;

    Line(Rule line, Rule zone) {
        this.line = line;
        this.zone = zone;
        this.weighing = Weighing.of(line);
        this.tariff = Tariff.parse(zone.text("tariff"));
        this.refused = refused(line);
    }

    public LineId id() {
        return new LineId(line.name());
    }

    /** The carrier's name in ledger accounts and settings. */
    public String carrier() {
        return line.text("carrier");
    }

    /** The carrier's own code of the line, as a booking names it. */
    public String product() {
        return line.text("product");
    }

    /** Whether the carrier pays duty and tax on the way, so that nothing is asked at the door. */
    public boolean taxPrepaid() {
        return zone.yes("tax_prepaid");
    }

    /** Fewest days from hand-over to the door. */
    public int minDays() {
        return zone.whole("days_min");
    }

    /** Most days from hand-over to the door. */
    public int maxDays() {
        return zone.whole("days_max");
    }

    /** Goods that it does not carry at all. */
    public Set<Hazard> refused() {
        return Collections.unmodifiableSet(refused);
    }

    /**
     * What the parcel costs. The billed weight is rounded up as the carrier does; fuel is a percentage of what the weight costs, rounded half
     * up to the fen; handling and surcharges bear no fuel.
     */
    public Freight price(ParcelSize size, Set<Hazard> hazards) {
        return refusal(size, hazards).<Freight>map(no -> no).orElseGet(() -> priced(size, hazards));
    }

    private Optional<NotPossible> refusal(ParcelSize size, Set<Hazard> hazards) {
        if (!Collections.disjoint(refused, hazards)) {
            return Optional.of(new NotPossible(Reason.REFUSED_GOODS, 0));
        }
        return over(
                        Reason.TOO_HEAVY,
                        size.grams(),
                        zone.cell("max_grams").map(Integer::parseInt).orElse(line.whole("max_grams")))
                .or(() -> over(Reason.TOO_LONG, size.longestMm(), line.whole("max_side_mm")))
                .or(() -> over(Reason.TOO_BULKY, size.girthMm(), line.whole("max_girth_mm")));
    }

    private static Optional<NotPossible> over(Reason reason, int value, int limit) {
        return value > limit ? Optional.of(new NotPossible(reason, limit)) : Optional.empty();
    }

    private Freight priced(ParcelSize size, Set<Hazard> hazards) {
        int billed = weighing.billedGrams(size);
        var charges = tariff.price(billed);
        if (charges.isEmpty()) {
            return new NotPossible(Reason.TOO_HEAVY, 0);
        }
        var nothing = Money.fen(0);
        var steps = new ArrayList<Step>();
        steps.add(new Step(Kind.ACTUAL_WEIGHT, size.grams(), nothing));
        int volume = weighing.volumeGrams(size);
        if (volume > 0) {
            steps.add(new Step(Kind.VOLUME_WEIGHT, volume, nothing));
        }
        steps.add(new Step(Kind.BILLED_WEIGHT, billed, nothing));
        steps.addAll(charges.get());
        add(steps, Kind.FUEL, fuel(charges.get()));
        add(steps, Kind.SURCHARGE, surcharge(hazards));
        return new Priced(sum(steps), billed, steps, rules());
    }

    private static void add(List<Step> steps, Kind kind, Money amount) {
        if (amount.isPositive()) {
            steps.add(new Step(kind, 0, amount));
        }
    }

    private Money fuel(List<Step> charges) {
        var byWeight =
                charges.stream().filter(step -> step.kind() != Kind.HANDLING).toList();
        return sum(byWeight).times(line.number("fuel_percent").movePointLeft(2));
    }

    /** The cell {@code surcharges}, such as {@code BATTERY=15.00}, for goods that cost more to carry. */
    private Money surcharge(Set<Hazard> hazards) {
        var sum = Money.fen(0);
        for (var word : line.words("surcharges")) {
            int equals = word.indexOf('=');
            if (hazards.contains(Hazard.valueOf(word.substring(0, equals)))) {
                sum = sum.plus(Money.ofDecimal(new BigDecimal(word.substring(equals + 1)), Money.CNY));
            }
        }
        return sum;
    }

    private List<RuleVersion> rules() {
        return List.of(line.version(), zone.version());
    }

    private static Money sum(List<Step> steps) {
        return steps.stream().map(Step::amount).reduce(Money.fen(0), Money::plus);
    }

    private static Set<Hazard> refused(Rule line) {
        var set = EnumSet.noneOf(Hazard.class);
        line.words("refuses").forEach(word -> set.add(Hazard.valueOf(word)));
        return set;
    }

    @Override
    public String toString() {
        return line.version().id() + " " + zone.version().id();
    }
}
