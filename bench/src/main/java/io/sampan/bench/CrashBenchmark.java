package io.sampan.bench;

import io.sampan.bench.Kills.Moment;
import io.sampan.bench.people.Doorstep;
import io.sampan.bench.people.Operator;
import io.sampan.bench.people.Refused;
import io.sampan.bench.people.Shopper;
import io.sampan.bench.people.Waiting;
import io.sampan.bench.world.Couriers;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/**
 * A shop of which the machine fails again and again: several shoppers order on both marketplaces, an operator receives, packs and hands over,
 * days pass, and the app is killed ({@code kill -9}) at random moments of all this and started again. People do what people do: they load the page
 * again and send the form again. At the end all must be delivered, and nothing bought, captured or sent twice.
 */
final class CrashBenchmark implements Benchmark {
    private static final int PORT = 18081;
    private static final int ORDERS = 50;
    private static final int KILLS = 20;
    private static final int CUSTOMERS = 5;
    private static final int BUYING_DAYS = 5;
    private static final int MOST_DAYS = 60;
    private static final Duration LIMIT = Duration.ofMinutes(25);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration UNTIL_BOUGHT = Duration.ofSeconds(45);
    private static final Duration DAY = Duration.ofHours(26);
    /** The shop lives by the world's clock and works by its own: between two days it gets the time to do what fell due. */
    private static final Duration NIGHT = Duration.ofSeconds(3);

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
                var shop = new ShopProcess(folder, PORT, world.settings(PORT), List.of())) {
            shop.start();
            var run = new Run(world, shop, new Kills(shop, seed, kills, orders), begin + LIMIT.toNanos());
            int days = run.live(orders);
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

    private static Map<String, Object> figures(Run run, CrashBooks.Verdict verdict) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("orders", run.states().size());
        figures.put("kills", run.kills.done());
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

    private static void print(Map<String, Object> figures, Run run, CrashBooks.Verdict verdict) {
        run.complaints().forEach(complaint -> System.out.println("  complaint: " + complaint));
        verdict.lost().forEach(order -> System.out.println("  lost: " + order));
        verdict.refunded().forEach(order -> System.out.println("  given back in full: " + order));
        System.out.printf(
                "  doubled: %d purchases, %d captures, %d shipments%n",
                verdict.purchases(), verdict.captures(), verdict.shipments());
        figures.forEach((name, value) -> System.out.printf("%-20s %s%n", name, value));
    }

    /** The people, and the days that pass. */
    private static final class Run {
        private final World world;
        private final ShopProcess shop;
        private final Kills kills;
        private final long deadline;
        private final Couriers couriers;
        private final Operator operator;
        private final List<CrashCustomer> customers = new ArrayList<>();
        private final List<String> complaints = new ArrayList<>();

        Run(World world, ShopProcess shop, Kills kills, long deadline) {
            this.world = world;
            this.shop = shop;
            this.kills = kills;
            this.deadline = deadline;
            this.couriers = new Couriers(world.control());
            this.operator = new Operator(shop.address(), World.OPERATOR, World.OPERATOR_PASSWORD, PATIENCE);
        }

        /** @return how many days passed until all was delivered, or until nobody waited any longer */
        int live(int orders) throws CouldNotMeasure {
            operator.signIn();
            for (int i = 0; i < Math.min(CUSTOMERS, orders); i++) {
                customers.add(customer(i));
            }
            int bought = 0;
            int day = 0;
            while (day < MOST_DAYS && (bought < orders || !customers.stream().allMatch(CrashCustomer::isServed))) {
                int today = Math.min(orders - bought, (orders + BUYING_DAYS - 1) / BUYING_DAYS);
                day(today);
                bought += today;
                day++;
                kills.check();
                if (System.nanoTime() > deadline) {
                    throw new CouldNotMeasure("25 minutes were not enough; states: " + states());
                }
            }
            kills.close();
            kills.check();
            customers.forEach(CrashCustomer::look);
            return day;
        }

        Map<String, String> states() {
            var all = new TreeMap<String, String>();
            customers.forEach(customer -> all.putAll(customer.states()));
            return all;
        }

        List<String> complaints() {
            var all = new ArrayList<>(complaints);
            customers.forEach(customer -> all.addAll(customer.complaints()));
            return all;
        }

        private CrashCustomer customer(int i) {
            var home = i % 2 == 0 ? Doorstep.BERLIN : Doorstep.LONDON;
            var shopper =
                    new Shopper(shop.address(), "shopper" + i + "@example.com", "bench-shopper-" + i, home, PATIENCE);
            shopper.join();
            var wishes = new ArrayList<String>();
            var one = shopper.finds("1688");
            var other = shopper.finds("taobao");
            for (int n = i; n < Math.min(one.size(), other.size()); n += CUSTOMERS) {
                wishes.add(n % 2 == 0 ? one.get(n) : other.get(n));
                wishes.add(n % 2 == 0 ? other.get(n) : one.get(n));
            }
            return new CrashCustomer(shopper, kills, wishes);
        }

        /** Shoppers order while the operator works; then time passes. */
        private void day(int today) {
            try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
                people.execute(this::work);
                for (int i = 0; i < customers.size(); i++) {
                    var customer = customers.get(i);
                    int wants = today / customers.size() + (i < today % customers.size() ? 1 : 0);
                    people.execute(() -> {
                        for (int n = 0; n < wants; n++) {
                            customer.buy();
                        }
                        customer.look();
                    });
                }
            }
            Waiting.within(UNTIL_BOUGHT, this::isAllBought);
            kills.reached(Moment.TRACKING);
            world.control().advance(DAY);
            Waiting.pause(NIGHT);
        }

        private boolean isAllBought() {
            customers.forEach(CrashCustomer::look);
            return states().values().stream()
                    .noneMatch(state -> List.of("awaiting-payment", "paid", "buying", "needs-shopper")
                            .contains(state));
        }

        private void work() {
            try {
                var arrived = couriers.arrived();
                operator.expected().stream().filter(arrived::contains).forEach(waybill -> {
                    kills.reached(Moment.RECEIVING);
                    operator.receive(waybill);
                });
                operator.toCheck().keySet().forEach(item -> {
                    operator.photograph(item);
                    operator.accept(item);
                });
                operator.toPack().keySet().forEach(order -> {
                    kills.reached(Moment.PACKING);
                    operator.pack(order);
                });
                operator.toHandOver().keySet().forEach(parcel -> {
                    kills.reached(Moment.HANDING_OVER);
                    operator.handOver(parcel);
                });
            } catch (Refused | IllegalStateException | UncheckedIOException e) {
                complaints.add("the operator: " + e.getMessage());
            }
        }
    }
}
