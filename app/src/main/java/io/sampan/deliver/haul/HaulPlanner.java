package io.sampan.deliver.haul;

import io.sampan.deliver.haul.HaulAdvice.Advised;
import io.sampan.deliver.haul.HaulAdvice.NotAdmitted;
import io.sampan.deliver.haul.HaulAdvice.NotCarried;
import io.sampan.ground.rulebook.Rulebook;
import io.sampan.money.amount.Money;
import io.sampan.outside.carrier.Lines;
import io.sampan.outside.customs.Aggregated;
import io.sampan.outside.customs.Consignment;
import io.sampan.outside.customs.Duties;
import io.sampan.outside.customs.Valuation;
import java.io.IOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Finds the cheapest lawful way to send a haul. Pure reckoning: it asks nobody. */
@Component
class HaulPlanner {
    /** Up to so many things every plan is looked at. */
    static final int EXACT = 11;

    /** So many parcels are priced at most for a larger haul. */
    private static final int BUDGET = 8_000;

    private final Lines lines;
    private final Duties duties;
    private final HaulSettings terms;
    private final List<Box> boxes;

    HaulPlanner(Lines lines, Duties duties, HaulSettings settings) throws IOException {
        this.lines = lines;
        this.duties = duties;
        this.terms = settings;
        try (var file = settings.boxes().getInputStream()) {
            this.boxes = Rulebook.read("boxes.csv", file).all().stream()
                    .map(Box::of)
                    .sorted(Comparator.comparingLong(Box::mm3))
                    .toList();
        }
    }

    /** @param valuation between CNY and the currencies in which the country's rules are written */
    HaulAdvice.Outcome advise(Haul haul, Valuation valuation) {
        return duties.together(consignment(haul), valuation)
                .map(customs -> advise(haul, customs, BUDGET))
                .orElseGet(NotAdmitted::new);
    }

    /** @param budget how many parcels may be priced for a haul that is too large to look at every plan */
    HaulAdvice.Outcome advise(Haul haul, Aggregated customs, int budget) {
        var costs = costs(haul, customs);
        var prohibited = duties.prohibited(haul.country(), haul.at());
        var refused = IntStream.range(0, haul.items().size())
                .filter(place -> !Collections.disjoint(haul.items().get(place).hazards(), prohibited)
                        || costs.parcel(1L << place).isEmpty())
                .boxed()
                .toList();
        if (!refused.isEmpty()) {
            return new NotCarried(refused);
        }
        var two = costs.things() <= EXACT ? ExactSearch.search(costs) : GuidedSearch.search(costs, budget);
        var together = Partition.together(costs);
        return new Advised(new HaulAdvice(
                two.best().orElseThrow().plan(costs),
                two.second().map(one -> one.plan(costs)),
                Optional.of(together).filter(Partition::isPossible).map(one -> one.plan(costs)),
                Partition.apart(costs).plan(costs)));
    }

    ParcelCosts costs(Haul haul, Aggregated customs) {
        var fast = lines.to(haul.country(), haul.at()).stream()
                .filter(line -> line.maxDays() <= haul.mostDays())
                .toList();
        var headings = haul.items().stream()
                .map(item -> duties.suggest(item.category(), haul.at()).hs6())
                .toList();
        return new ParcelCosts(haul.items(), headings, new ParcelCosts.Means(fast, boxes, customs, terms));
    }

    static Consignment consignment(Haul haul) {
        var goods = haul.items().stream()
                .map(item -> new Consignment.Line(item.category(), null, item.value()))
                .toList();
        return new Consignment(haul.country(), haul.region(), goods, Money.fen(0), haul.at());
    }
}
