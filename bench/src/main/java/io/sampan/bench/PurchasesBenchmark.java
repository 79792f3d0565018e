package io.sampan.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether everything that was meant to be bought is bought exactly once: paid orders at all marketplaces that sell, bought by the packaged app
 * while they answer late, not at all, after success, too busily or with errors, push twice and out of order, and the app is killed again and again.
 */
final class PurchasesBenchmark implements Benchmark {
    private static final int ORDERS = 2_000;
    private static final int KILLS = 20;
    private static final Duration LIMIT = Duration.ofMinutes(25);
    /** Purchases taken up at a time; the usual batch would make the faults of two thousand orders last an hour. */
    static final Map<String, String> IN_A_HURRY = Map.of(
            "SAMPAN_PROCUREMENT_TENDBATCH", "60",
            "SAMPAN_PROCUREMENT_FREIGHTBORNEFEN", "1000000");

    @Override
    public String name() {
        return "purchases";
    }

    @Override
    public String purpose() {
        return "paid orders at four marketplaces that fail, and an app that is killed; what is bought   [orders] [kills] [seed]";
    }

    @Override
    public Map<String, Object> measure(List<String> arguments) throws CouldNotMeasure {
        int orders = number(arguments, 0, ORDERS);
        int kills = number(arguments, 1, KILLS);
        int seed = number(arguments, 2, (int) (System.nanoTime() % 1_000_000));
        var begin = System.nanoTime();
        var folder = PageBenchmark.freshFolder("purchases");
        System.out.printf("%d orders, %d kills, seed %d, in %s%n", orders, kills, seed, folder);
        try (var world = World.start(folder.resolve("world"));
                var shop = ShopProcess.buyingEverywhere(ShopProcess.BUILT, folder, world, IN_A_HURRY)) {
            var run = new PurchasesRun(world, shop, seed, LIMIT);
            run.fill(orders);
            run.live(kills);
            var verdict = new PurchasesBooks(world.control(), shop.database()).compare();
            var figures = figures(run, verdict);
            figures.put("seconds", Duration.ofNanos(System.nanoTime() - begin).toSeconds());
            figures.put("seed", seed);
            figures.forEach((name, value) -> System.out.printf("%-20s %s%n", name, value));
            return figures;
        } catch (IOException e) {
            throw new CouldNotMeasure("the shop could not be filled", e);
        }
    }

    private static int number(List<String> arguments, int at, int otherwise) {
        return arguments.size() > at ? Integer.parseInt(arguments.get(at)) : otherwise;
    }

    private static Map<String, Object> figures(PurchasesRun run, PurchasesBooks.Verdict verdict) {
        verdict.complaints().forEach(one -> System.out.println("  " + one));
        var figures = new LinkedHashMap<String, Object>();
        figures.put("intended", verdict.intended());
        figures.put("upstreamOrders", verdict.upstreamOrders());
        figures.put("lost", verdict.lost());
        figures.put("doubled", verdict.doubled());
        figures.put("unpaid", verdict.unpaid());
        figures.put("leftToPeople", verdict.leftToPeople());
        figures.put("bySource", verdict.bySource());
        figures.put("kills", run.kills());
        figures.put("faultsStruck", run.struck());
        return figures;
    }
}
