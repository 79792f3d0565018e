package io.sampan.bench;

import io.sampan.bench.PriceTally.Count;
import io.sampan.browse.catalog.PriceBook;
import io.sampan.browse.catalog.PriceEvidence;
import io.sampan.browse.catalog.PriceLevels;
import io.sampan.browse.catalog.PriceLevels.Sample;
import io.sampan.browse.catalog.PriceRules;
import io.sampan.browse.catalog.Product.Sighting;
import io.sampan.browse.catalog.Verdict;
import io.sampan.outside.marketplace.MarketplaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prices of many goods over three weeks, some of them wrong in known ways, judged by the catalogue's own judge and state as the app calls them, in
 * memory: does a wrong price ever reach a page, and how many true ones are kept back? Each category's range is learnt from what was told first, the
 * faults included.
 */
final class TruthBenchmark implements Benchmark {
    private static final int ITEMS = 12_000;
    private static final List<Long> SEEDS = List.of(101L, 102L, 103L, 104L, 105L);
    private static final int ROUNDS = 8;

    /** One good in so many has something wrong. */
    private static final int FAULTY = 5;

    private static final Instant START = Instant.parse("2026-11-01T08:00:00Z");
    private static final Map<String, Double> FOREIGN =
            Map.of("USD", 0.1466, "EUR", 0.1355, "JPY", 19.4, "KRW", 185.0, "RUB", 10.8, "VND", 3_480.0);

    /** One item with its fault, if it has one, and with its lot, which decides how the fault looks. */
    private record Case(PriceItem item, @Nullable PriceFault fault, boolean atOnce, double lot) {
        boolean isSpoilt(int round) {
            return fault != null && (atOnce || round >= ROUNDS / 2);
        }

        PriceDraft told(String source, double factor, int round, PriceWorld world) {
            var draft = item.truth(source, factor);
            if (fault != null && fault.isAt(source) && isSpoilt(round)) {
                fault.spoil(draft, lot, world);
            }
            return draft;
        }
    }

    @Override
    public String name() {
        return "truth";
    }

    @Override
    public String purpose() {
        return "wrong prices shown and true ones withheld, on generated faults of each kind   [goods of a seed] [seed ...]";
    }

    @Override
    public Map<String, Object> measure(List<String> arguments) {
        int items = arguments.isEmpty() ? ITEMS : Integer.parseInt(arguments.getFirst());
        var seeds = arguments.size() < 2
                ? SEEDS
                : arguments.subList(1, arguments.size()).stream()
                        .map(Long::valueOf)
                        .toList();
        var tally = new PriceTally();
        for (long seed : seeds) {
            run(items, new PriceWorld(seed), tally);
        }
        return report(tally, items, seeds);
    }

    private static void run(int items, PriceWorld world, PriceTally tally) {
        var cases = new ArrayList<Case>();
        for (int n = 0; n < items; n++) {
            var item = world.item(n);
            var fault = n % FAULTY == 0 ? PriceFault.values()[n / FAULTY % PriceFault.values().length] : null;
            var fitting = fault != null && fault.fits(item) ? fault : null;
            cases.add(new Case(
                    item,
                    fitting,
                    fitting != null && fitting.fromTheFirstLook(world),
                    world.dice().nextDouble()));
        }
        var evidence = new PriceEvidence(PriceRules.USUAL, learnt(cases, world), List.of(), FOREIGN);
        cases.forEach(one -> live(one, evidence, world, tally));
    }

    private static PriceLevels learnt(List<Case> cases, PriceWorld world) {
        var nothing = new PriceEvidence(PriceRules.USUAL, PriceLevels.none(), List.of(), FOREIGN);
        var samples = new ArrayList<Sample>();
        for (var one : cases) {
            var told = one.told(PriceItem.FIRST, 1, 0, world)
                    .offer(one.item().id(), one.item().category().id(), PriceItem.FIRST, START);
            PriceBook.empty()
                    .told(told, START, nothing)
                    .usualFen()
                    .ifPresent(fen -> samples.add(new Sample(
                            MarketplaceId.TAOBAO,
                            told.category().id(),
                            told.category().path(),
                            fen)));
        }
        return PriceLevels.learnt(samples);
    }

    /** Some rounds of looks. What is held as sudden is looked at again some minutes later, as the app asks for. */
    private static void live(Case one, PriceEvidence evidence, PriceWorld world, PriceTally tally) {
        var book = PriceBook.empty();
        var at = START;
        double factor = 1;
        Map<String, PriceDraft> told = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            // While a fault lasts the price itself stands: otherwise nobody could say by how much what is told is
            // wrong.
            factor = round == 0 || one.isSpoilt(round) ? factor : world.move(factor);
            for (var source : one.item().hasTwoSources()
                    ? List.of(one.item().second(), PriceItem.FIRST)
                    : List.of(PriceItem.FIRST)) {
                for (int look = 0; look < 2; look++) {
                    var draft = one.told(source, factor, round, world);
                    told.put(source, draft);
                    book = book.told(
                            draft.offer(one.item().id(), one.item().category().id(), source, at), at, evidence);
                    count(one, book, source, told, tally);
                    at = at.plus(evidence.rules().lookAgainAfter()).plusSeconds(60);
                    if (!isSudden(book, source)) {
                        break;
                    }
                }
                at = at.plus(Duration.ofMinutes((long) world.uniform(10, 300)));
            }
            at = at.plus(Duration.ofMinutes((long) world.uniform(360, 4_320)));
        }
    }

    private static void count(Case one, PriceBook book, String source, Map<String, PriceDraft> told, PriceTally tally) {
        for (var sighting : book.shown()) {
            var draft = told.get(sighting.source());
            if (draft != null && sighting.source().equals(source)) {
                tally.looked(one.fault(), draft, sighting);
            } else if (draft != null) {
                tally.seen(one.fault(), draft, sighting);
            }
        }
    }

    private static boolean isSudden(PriceBook book, String source) {
        return book.shown().stream()
                .filter(sighting -> sighting.source().equals(source))
                .map(Sighting::verdicts)
                .flatMap(verdicts -> verdicts.values().stream())
                .anyMatch(
                        verdict -> verdict instanceof Verdict.Held(var doubt, var _) && doubt == Verdict.Doubt.SUDDEN);
    }

    private static Map<String, Object> report(PriceTally tally, int items, List<Long> seeds) {
        System.out.printf("%-86s %9s %7s %9s %9s  %s%n", "", "faulty", "wrong", "good", "withheld", "held as");
        print("nothing wrong", tally.clean());
        var sum = new Count();
        var blind = new Count();
        sum.add(tally.clean());
        Map<String, Object> byKind = new LinkedHashMap<>();
        for (var fault : PriceFault.values()) {
            var count = tally.of(fault);
            print(fault.words, count);
            (fault.isBlind() ? blind : sum).add(count);
            byKind.put(
                    fault.name().toLowerCase(java.util.Locale.ROOT),
                    Map.of("faulty", count.faulty, "wrongShown", count.wrongShown));
        }
        print("all, without blind ones", sum);
        var figures = new LinkedHashMap<String, Object>();
        figures.put("wrongShown", sum.wrongShown);
        figures.put("goodWithheldPercent", percent(sum));
        figures.put("goodOfCleanItemsWithheldPercent", percent(tally.clean()));
        figures.put("faultyPrices", sum.faulty);
        figures.put("goodPrices", sum.good);
        figures.put("blindFaultyPrices", blind.faulty);
        figures.put("blindWrongShown", blind.wrongShown);
        figures.put("items", (long) items * seeds.size());
        figures.put("seeds", seeds);
        figures.put("byKind", byKind);
        return figures;
    }

    private static double percent(Count count) {
        return Math.round(10_000.0 * count.withheld / Math.max(1, count.good)) / 100.0;
    }

    private static void print(String words, Count count) {
        System.out.printf(
                "%-86s %9d %7d %9d %8.2f%%  %s%n",
                words, count.faulty, count.wrongShown, count.good, percent(count), count.doubts);
    }
}
