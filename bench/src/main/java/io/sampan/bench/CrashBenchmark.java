package io.sampan.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A shop of which the machine fails again and again: several shoppers order on both marketplaces, an operator receives, packs and hands over,
 * days pass, and the app is killed ({@code kill -9}) at random moments of all this and started again. People do what people do: they load the page
 * again and send the form again. At the end all must be delivered, and nothing bought, captured or sent twice.
 */
final class CrashBenchmark implements Benchmark {
    private static final int ORDERS = 50;
    private static final int KILLS = 20;
    private static final int CUSTOMERS = 5;
    private static final int BUYING_DAYS = 5;
    private static final Duration DAY = Duration.ofHours(26);
    private static final Duration LIMIT = Duration.ofMinutes(25);

    @Override
    public String name() {
        return "crash";
    }

    @Override
    public String purpose() {
        return "kills the app at random moments of running orders; what is lost or doubled   [orders] [kills] [seed]";
    }

    @Override
    public Map<String, Object> measure(List<String> arguments) throws CouldNotMeasure {
        int orders = number(arguments, 0, ORDERS);
        int kills = number(arguments, 1, KILLS);
        int seed = number(arguments, 2, (int) (System.nanoTime() % 1_000_000));
        var begin = System.nanoTime();
        var folder = PageBenchmark.freshFolder("crash");
        System.out.printf("%d orders, %d kills, seed %d, in %s%n", orders, kills, seed, folder);
        try (var world = World.start(folder.resolve("world"));
                var shop = ShopProcess.of(ShopProcess.BUILT, folder, world)) {
            shop.start();
            var size = new CrashRun.Size(orders, CUSTOMERS, BUYING_DAYS, DAY, LIMIT);
            var run = new CrashRun(world, shop, Kills.drawn(shop, seed, kills, orders), size);
            int days = run.live();
            var verdict = new CrashBooks(world.control(), shop.database()).compare(run.states());
            var figures = figures(run, verdict);
            figures.put("days", days);
            figures.put("seconds", Duration.ofNanos(System.nanoTime() - begin).toSeconds());
            figures.put("seed", seed);
            print(figures, run, verdict);
            return figures;
        }
    }

    private static int number(List<String> arguments, int at, int otherwise) {
        return arguments.size() > at ? Integer.parseInt(arguments.get(at)) : otherwise;
    }

    private static Map<String, Object> figures(CrashRun run, CrashBooks.Verdict verdict) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("orders", run.states().size());
        figures.put("kills", run.kills());
        figures.put("lost", verdict.lost().size());
        figures.put("doubled", verdict.doubled());
        figures.put("ledgerImbalance", verdict.ledgerImbalance());
        figures.put("refunded", verdict.refunded().size());
        figures.put(
                "delivered",
                run.states().values().stream().filter("delivered"::equals).count());
        figures.put("complaints", run.complaints().size());
        return figures;
    }

    private static void print(Map<String, Object> figures, CrashRun run, CrashBooks.Verdict verdict) {
        run.complaints().forEach(complaint -> System.out.println("  complaint: " + complaint));
        verdict.lost().forEach(order -> System.out.println("  lost: " + order));
        verdict.refunded().forEach(order -> System.out.println("  given back in full: " + order));
        System.out.printf(
                "  doubled: %d purchases, %d captures, %d shipments%n",
                verdict.purchases(), verdict.captures(), verdict.shipments());
        figures.forEach((name, value) -> System.out.printf("%-20s %s%n", name, value));
    }
}
