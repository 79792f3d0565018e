package io.sampan.bench;

import io.sampan.bench.reconcile.BrokenShop;
import io.sampan.help.reconciliation.Discrepancy;
import io.sampan.help.reconciliation.Kind;
import io.sampan.help.reconciliation.Night;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A clean business in which nothing may be found, and the same business after every kind of fault happened several times: what the app's own
 * reconciliation finds of them, and what it finds beside. Marketplaces are in memory and answer at once, with as many questions as there are orders on
 * their way: the seconds are those of the shop's own work.
 */
final class ReconcileBenchmark implements Benchmark {
    private static final int ORDERS = 10_000;
    private static final int TIMES = 5;
    private static final int SEED = 20_261_126;
    private static final double NANOS = 1e9;

    @Override
    public String name() {
        return "reconcile";
    }

    @Override
    public String purpose() {
        return "faults of every kind in a business of 10,000 orders: which are found, and what besides   [orders] [each] [seed]";
    }

    @Override
    public Map<String, Object> measure(List<String> arguments) throws CouldNotMeasure {
        int orders = number(arguments, 0, ORDERS);
        int times = number(arguments, 1, TIMES);
        int seed = number(arguments, 2, SEED);
        var folder = PageBenchmark.freshFolder("reconcile").resolve("postgres");
        try (var shop = BrokenShop.open(folder, seed)) {
            long begin = System.nanoTime();
            int rows = shop.fill(orders);
            shop.awaitSearch();
            System.out.printf("%d orders, %d rows, made in %.1f s, seed %d%n", orders, rows, since(begin), seed);
            begin = System.nanoTime();
            whole(shop.reconcile());
            double seconds = since(begin);
            var falseInClean = shop.standing();
            falseInClean.stream().limit(20).forEach(one -> System.out.println("  FALSE " + told(one)));
            System.out.printf("clean: %d found in %.1f s%n", falseInClean.size(), seconds);
            var happened = shop.breakIt(times);
            begin = System.nanoTime();
            var night = whole(shop.reconcile());
            double broken = since(begin);
            var standing = shop.standing();
            var figures = figures(happened, standing, falseInClean);
            figures.put("seconds", Math.round(seconds * 10) / 10.0);
            figures.put("secondsBroken", Math.round(broken * 10) / 10.0);
            figures.put("orders", orders);
            figures.put("rows", rows);
            figures.put("repaired", night.repaired());
            figures.put("seed", seed);
            figures.forEach((name, value) -> System.out.printf("%-16s %s%n", name, value));
            return figures;
        } catch (IOException e) {
            throw new CouldNotMeasure("no database to work with", e);
        }
    }

    private static Map<String, Object> figures(
            Map<Kind, List<String>> happened, List<Discrepancy> standing, List<Discrepancy> falseInClean) {
        int injected = 0;
        int found = 0;
        System.out.printf("%-32s %8s %8s%n", "kind", "happened", "found");
        for (var fault : happened.entrySet()) {
            var ids = fault.getValue();
            long hit = ids.stream()
                    .filter(id -> standing.stream().anyMatch(one -> one.kind() == fault.getKey() && isAbout(one, id)))
                    .count();
            injected += ids.size();
            found += (int) hit;
            System.out.printf(
                    "%-32s %8d %8d%s%n", fault.getKey().slug(), ids.size(), hit, hit < ids.size() ? "  MISSED" : "");
        }
        var broken = happened.values().stream().flatMap(Collection::stream).toList();
        var beside = standing.stream()
                .filter(one -> broken.stream().noneMatch(id -> isAbout(one, id)))
                .toList();
        beside.stream().limit(20).forEach(one -> System.out.println("  BESIDE " + told(one)));
        var figures = new LinkedHashMap<String, Object>();
        figures.put("kinds", happened.size());
        figures.put("injected", injected);
        figures.put("foundPercent", Math.floor(found * 10_000.0 / injected) / 100);
        figures.put("falseFound", falseInClean.size() + beside.size());
        figures.put("rowsStanding", standing.size());
        return figures;
    }

    /** A comparison that broke finds nothing, and proves nothing. */
    private static Night whole(Night night) throws CouldNotMeasure {
        if (night.broken() > 0) {
            throw new CouldNotMeasure(night.broken() + " comparisons broke");
        }
        return night;
    }

    private static boolean isAbout(Discrepancy one, String id) {
        return one.order().equals(id)
                || one.subject().contains(id)
                || one.about().equals(id);
    }

    private static String told(Discrepancy one) {
        return one.kind().slug() + " " + one.subject() + " " + one.about() + ": " + one.here() + " / " + one.there();
    }

    private static double since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toNanos() / NANOS;
    }

    private static int number(List<String> arguments, int at, int otherwise) {
        return arguments.size() > at ? Integer.parseInt(arguments.get(at)) : otherwise;
    }
}
