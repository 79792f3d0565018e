package io.sampan.bench;

import io.sampan.bench.people.Waiting;
import io.sampan.bench.reconcile.PaidOrders;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Time passes for a shop that buys, in a world that makes it hard. */
final class PurchasesRun {
    /** So much of the world's time passes at once: longer than most pauses between two tries, shorter than a lease. */
    private static final Duration STEP = Duration.ofSeconds(20);

    private static final int MOST_STRIKES = 4;
    private static final int LATEST_MILLIS = 2_500;
    /** Longer than the app waits for an order. */
    private static final int LONG_DELAY_MILLIS = 16_000;

    private static final int SHORT_DELAY_MILLIS = 1_500;
    private static final int ONE_IN_SO_MANY_IS_LONG = 6;
    /** Calls that go wrong for each purchase, on average: most have none, and some several in a row. */
    private static final double FAULTS_A_PURCHASE = 1;

    /** The last ones, which were put off longest, are left in peace. */
    private static final double LAST_SHARE = 0.01;

    private static final int STEPS_BETWEEN_WORDS = 10;
    /** Without faults, for what was put off longest. */
    private static final Duration LAST_STEP = Duration.ofMinutes(10);

    private static final String UNDER_WAY =
            "SELECT count(*) FROM procurement.purchase WHERE state IN ('planned', 'quoting', 'placing', 'placed', 'withdrawing', 'paying')";

    /** A service that sells, and what its simulator calls ordering and paying. */
    private record Seller(String service, String ordering, String paying) {}

    private static final List<Seller> SELLERS = List.of(
            new Seller("1688", "createCrossOrder", "preparePay"),
            new Seller("taobao-global", "order/create", "order/batch/pay"),
            new Seller("openmall", "trade.create", "trade.agreepay"),
            new Seller("jd-vop", "order/submitOrder", "order/confirmOrder"));

    private static final List<String> OF_CALLS =
            List.of("DELAY", "ERROR_5XX", "DROP_AFTER_SUCCESS", "FLOW_CONTROL", "DROP_AFTER_SUCCESS");
    private static final List<String> OF_PUSHES = List.of("DUPLICATE_PUSH", "REORDER_PUSH", "BAD_PUSH_SIGNATURE");

    private final World world;
    private final ShopProcess shop;
    private final Random random;
    private final Duration limit;
    private int kills;
    /** Armed for calls. */
    private int faults;

    private int pushFaults;

    PurchasesRun(World world, ShopProcess shop, int seed, Duration limit) {
        this.world = world;
        this.shop = shop;
        this.random = new Random(seed);
        this.limit = limit;
    }

    /** Paid orders, spread evenly over the sources; they are planned and not begun when this returns. */
    void fill(int orders) throws IOException {
        world.control().act("jd-vop", "set-balance", Map.of("fen", "100000000000"));
        try (var filling = PaidOrders.open(shop.database(), shop.settings(), random)) {
            for (var seller : SELLERS) {
                System.out.printf(
                        "%-14s %d goods%n", seller.service(), filling.stock(PaidOrders.Seller.of(seller.service())));
            }
            filling.place(orders);
        }
    }

    /** Lets the shop buy until nothing is under way any more, killing it so often on the way. */
    void live(int planned) throws CouldNotMeasure {
        long deadline = System.nanoTime() + limit.toNanos();
        shop.start();
        long all = underWay();
        long left = all;
        int steps = 0;
        while (left > 0) {
            if (System.nanoTime() > deadline) {
                throw new CouldNotMeasure(limit.toMinutes() + " minutes were not enough; still under way: " + left);
            }
            boolean troubled = faults < all * FAULTS_A_PURCHASE && left > all * LAST_SHARE;
            if (troubled) {
                trouble();
            }
            world.control().advance(troubled ? STEP : LAST_STEP);
            if (++steps % STEPS_BETWEEN_WORDS == 0) {
                System.out.printf("  %d under way, %d faults%n", left, faults);
            }
            // The next kill is due when its share of all purchases is made.
            if (kills < planned && all - left >= all * kills / planned) {
                kill();
            }
            left = underWay();
        }
    }

    int kills() {
        return kills;
    }

    /** How many faults were armed and have struck, of calls and of pushes. */
    int struck() {
        return faults + pushFaults - world.control().faultsLeft();
    }

    private void trouble() {
        for (var seller : SELLERS) {
            var operation = random.nextBoolean() ? seller.ordering() : seller.paying();
            faults += armed(
                    seller, random.nextInt(5) == 0 ? "*" : operation, OF_CALLS.get(random.nextInt(OF_CALLS.size())));
            pushFaults += armed(seller, "*", OF_PUSHES.get(random.nextInt(OF_PUSHES.size())));
        }
    }

    /** How often it will strike. */
    private int armed(Seller seller, String operation, String kind) {
        int strikes = 1 + random.nextInt(MOST_STRIKES);
        int most = random.nextInt(ONE_IN_SO_MANY_IS_LONG) == 0 ? LONG_DELAY_MILLIS : SHORT_DELAY_MILLIS;
        try {
            world.control().arm(seller.service(), operation, kind, strikes, most);
            return strikes;
        } catch (IllegalStateException enough) {
            // So many are armed already that the world takes no more.
            return 0;
        }
    }

    private void kill() throws CouldNotMeasure {
        Waiting.pause(Duration.ofMillis(random.nextInt(LATEST_MILLIS)));
        shop.kill();
        kills++;
        long begin = System.nanoTime();
        shop.start();
        System.out.printf("  kill %2d; back after %.1f s%n", kills, (System.nanoTime() - begin) / 1e9);
    }

    private long underWay() throws CouldNotMeasure {
        try (var connection = ShopDatabase.connect(shop.database());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(UNDER_WAY)) {
            rows.next();
            return rows.getLong(1);
        } catch (IOException | SQLException e) {
            throw new CouldNotMeasure("the shop's purchases cannot be counted: " + e.getMessage(), e);
        }
    }
}
