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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/** The people of a shop that is killed again and again, and the days that pass. */
final class CrashRun {
    private static final int MOST_DAYS = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration UNTIL_BOUGHT = Duration.ofSeconds(45);
    /** The shop lives by the world's clock and works by its own: between two days it gets the time to do what fell due. */
    private static final Duration NIGHT = Duration.ofSeconds(3);

    private static final Set<String> TO_BUY = Set.of("awaiting-payment", "paid", "buying", "needs-shopper");

    /**
     * @param orders how many are placed
     * @param customers at most so many people place them
     * @param buyingDays over how many days they are spread
     * @param day how much of the world's time passes at once
     * @param limit of real time
     */
    record Size(int orders, int customers, int buyingDays, Duration day, Duration limit) {
        int today(int bought) {
            return Math.min(orders - bought, (orders + buyingDays - 1) / buyingDays);
        }
    }

    private final World world;
    private final ShopProcess shop;
    private final Kills kills;
    private final Size size;
    private final Couriers couriers;
    private final Operator operator;
    private final List<CrashCustomer> customers = new ArrayList<>();
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

    CrashRun(World world, ShopProcess shop, Kills kills, Size size) {
        this.world = world;
        this.shop = shop;
        this.kills = kills;
        this.size = size;
        this.couriers = new Couriers(world.control());
        this.operator = new Operator(shop.address(), World.OPERATOR, World.OPERATOR_PASSWORD, PATIENCE);
    }

    /** Lets days pass until all was delivered, or until nobody waits any longer; how many they were. */
    int live() throws CouldNotMeasure {
        long deadline = System.nanoTime() + size.limit().toNanos();
        operator.signIn();
        for (int i = 0; i < Math.min(size.customers(), size.orders()); i++) {
            customers.add(customer(i));
        }
        int bought = 0;
        int day = 0;
        while (day < MOST_DAYS && (bought < size.orders() || !customers.stream().allMatch(CrashCustomer::isServed))) {
            int today = size.today(bought);
            day(today);
            bought += today;
            day++;
            kills.check();
            if (System.nanoTime() > deadline) {
                throw new CouldNotMeasure(size.limit().toMinutes() + " minutes were not enough; states: " + states());
            }
        }
        kills.close();
        kills.check();
        customers.forEach(CrashCustomer::look);
        return day;
    }

    /** The last known state of each order by its number. */
    Map<String, String> states() {
        var all = new TreeMap<String, String>();
        customers.forEach(customer -> all.putAll(customer.states()));
        return all;
    }

    /** How often the shop was killed so far. */
    int kills() {
        return kills.done();
    }

    /** What went wrong before people's eyes and was tried again. */
    List<String> complaints() {
        var all = new ArrayList<>(complaints);
        customers.forEach(customer -> all.addAll(customer.complaints()));
        return all;
    }

    private CrashCustomer customer(int i) {
        var home = i % 2 == 0 ? Doorstep.BERLIN : Doorstep.LONDON;
        var shopper = new Shopper(shop.address(), "shopper" + i + "@example.com", "bench-shopper-" + i, home, PATIENCE);
        shopper.join();
        var wishes = new ArrayList<String>();
        var one = shopper.finds("1688");
        var other = shopper.finds("taobao");
        for (int n = i; n < Math.min(one.size(), other.size()); n += size.customers()) {
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
        if (states().containsValue("handed-over")) {
            kills.reached(Moment.TRACKING);
        }
        world.control().advance(size.day());
        Waiting.pause(NIGHT);
    }

    private boolean isAllBought() {
        customers.forEach(CrashCustomer::look);
        return Collections.disjoint(states().values(), TO_BUY);
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
