package io.sampan.bench.demo;

import io.sampan.bench.people.Doorstep;
import io.sampan.bench.people.Operator;
import io.sampan.bench.people.Shopper;
import io.sampan.bench.people.Waiting;
import io.sampan.bench.world.Couriers;
import io.sampan.bench.world.WorldControl;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fills a new shop with two shoppers and orders in every state. The orders that have come far are made first, with the world's clock moved on
 * between; those that have just begun are made last.
 */
public final class DemoWorld {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Duration SELLERS_SEND = Duration.ofHours(42);
    private static final Duration PARCELS_ARRIVE = Duration.ofHours(100);
    private static final Duration BEYOND_A_PAUSE = Duration.ofMinutes(31);
    private static final int BUSY_ANSWERS = 8;
    private static final String MUCH_DEARER = "1.4";

    private final WorldControl world;
    private final Couriers couriers;
    private final Shopper anna;
    private final Shopper james;
    private final Operator operator;
    private final Map<Shopper, Deque<String>> wishes = new LinkedHashMap<>();
    private final Map<String, String> states = new LinkedHashMap<>();

    private DemoWorld(URI shop, WorldControl world) {
        this.world = world;
        this.couriers = new Couriers(world);
        this.anna = new Shopper(shop, "anna@example.com", "demo-anna-2026", Doorstep.BERLIN, PATIENCE);
        this.james = new Shopper(shop, "james@example.com", "demo-james-2026", Doorstep.LONDON, PATIENCE);
        this.operator = new Operator(shop, "operator@example.com", "demo-operator-2026", PATIENCE);
    }

    /** Arguments: the shop's address and the world's. Exits non-zero, telling what went wrong, when the world is not as it should be. */
    public static void main(String[] addresses) {
        if (addresses.length != 2) {
            System.err.println("DemoWorld ADDRESS_OF_SHOP ADDRESS_OF_WORLD");
            System.exit(2);
        }
        try (var world = new WorldControl(URI.create(addresses[1]))) {
            new DemoWorld(URI.create(addresses[0]), world).make();
        }
    }

    private void make() {
        arrive();
        deliverTwo();
        leaveSomeOnTheWay();
        leaveSomeAtSellers();
        leaveSomeBegun();
        check();
    }

    private void arrive() {
        say("Anna in Berlin and James in London sign up; the operator signs in");
        anna.join();
        james.join();
        operator.signIn();
        wishes.put(anna, new ArrayDeque<>(anna.finds("1688")));
        wishes.put(james, new ArrayDeque<>(james.finds("taobao")));
    }

    private void deliverTwo() {
        say("Anna buys from 1688 and James from Taobao; both are delivered");
        var first = bought(anna, Shopper.GOOD_CARD);
        var second = bought(james, Shopper.CHALLENGED_CARD);
        takeIn(2);
        pack(Set.of(first, second));
        handOver(Set.of(first, second));
        world.advance(Duration.ofDays(21));
        await(anna, first, "delivered");
        await(james, second, "delivered");
    }

    private void leaveSomeOnTheWay() {
        say(
                "Four orders come to the warehouse: one goes on to its shopper, one waits packed, one waits to be packed, one to be checked");
        var handedOver = bought(anna, Shopper.GOOD_CARD);
        var packed = bought(james, Shopper.GOOD_CARD);
        var received = bought(anna, Shopper.GOOD_CARD);
        var unchecked = bought(james, Shopper.GOOD_CARD);
        takeIn(4, unchecked);
        pack(Set.of(handedOver, packed));
        handOver(Set.of(handedOver));
        await(anna, handedOver, "handed-over");
        await(james, packed, "packed");
        await(anna, received, "received");
        await(james, unchecked, "bought");
    }

    private void leaveSomeAtSellers() {
        say("A price rises by two fifths and Anna declines: cancelled and refunded");
        var declined = dearer(anna, "1688");
        anna.decline(declined);
        await(anna, declined, "cancelled");
        say("James's seller sends a parcel that is still on its way");
        int before = couriers.sent().size();
        bought(james, Shopper.GOOD_CARD);
        world.advance(SELLERS_SEND);
        Waiting.until("a parcel on its way", SOON, () -> couriers.sent().size() > before);
    }

    private void leaveSomeBegun() {
        say("1688 is busy: an order of Anna's is paid and waits for its turn");
        paidWhileBusy();
        say("A seller of James's closes an order that was paid: a person is asked for");
        closedBySeller();
        say("An order is just bought, one waits for James to accept a new price, and one waits to be paid");
        bought(james, Shopper.GOOD_CARD);
        await(james, dearer(james, "taobao"), "needs-shopper");
        fillCart(anna);
        await(anna, anna.order(), "awaiting-payment");
    }

    /** Each question to 1688 is turned away until the wait between two questions is as long as it gets: half an hour. */
    private void paidWhileBusy() {
        world.arm("1688", "createOrder.preview", "FLOW_CONTROL", BUSY_ANSWERS);
        fillCart(anna);
        var order = anna.order();
        anna.pay(order, Shopper.GOOD_CARD);
        for (int left = world.faultsLeft(); left > 0; left = world.faultsLeft()) {
            int now = left;
            Waiting.until("1688 asked again", SOON, () -> world.faultsLeft() < now);
            if (now > 1) {
                world.advance(BEYOND_A_PAUSE);
            }
        }
        await(anna, order, "paid");
    }

    private void closedBySeller() {
        var known = orderIds();
        var order = bought(james, Shopper.GOOD_CARD);
        var made = orderIds().stream().filter(id -> !known.contains(id)).findFirst();
        world.act(
                "taobao-global",
                "close-by-seller",
                Map.of("orderId", made.orElseThrow(() -> new IllegalStateException("Taobao made no order"))));
        await(james, order, "bought");
    }

    private List<String> orderIds() {
        return world.books("taobao-global")
                .path("orders")
                .valueStream()
                .map(order -> order.path("orderId").asString())
                .toList();
    }

    /** An order whose price rose between checkout and purchase beyond what the shopper tolerates. */
    private String dearer(Shopper shopper, String marketplace) {
        var product = fillCart(shopper);
        var order = shopper.order();
        var itemId = product.substring(product.lastIndexOf('/') + 1);
        world.act("world", "price", Map.of("marketplace", marketplace, "itemId", itemId, "factor", MUCH_DEARER));
        shopper.pay(order, Shopper.GOOD_CARD);
        await(shopper, order, "needs-shopper");
        return order;
    }

    private String bought(Shopper shopper, String card) {
        fillCart(shopper);
        var order = shopper.order();
        shopper.pay(order, card);
        await(shopper, order, "bought");
        return order;
    }

    /** The next product on the shopper's list that can be bought; its path. */
    private String fillCart(Shopper shopper) {
        var list = wishes.getOrDefault(shopper, new ArrayDeque<>());
        while (!list.isEmpty()) {
            var product = list.removeFirst();
            if (shopper.takes(product)) {
                return product;
            }
        }
        throw new IllegalStateException("Nothing that the shopper found could be bought");
    }

    /** Sellers send, parcels come, and the operator receives all and checks all but those of some orders. */
    private void takeIn(int parcels, String... unchecked) {
        world.advance(SELLERS_SEND);
        Waiting.until(
                parcels + " parcels expected", SOON, () -> operator.expected().size() >= parcels);
        world.advance(PARCELS_ARRIVE);
        couriers.arrived().stream().filter(operator.expected()::contains).forEach(operator::receive);
        Waiting.until(
                parcels + " items on the table", SOON, () -> operator.toCheck().size() >= parcels);
        operator.toCheck().forEach((item, order) -> {
            operator.photograph(item);
            if (!List.of(unchecked).contains(order)) {
                operator.accept(item);
            }
        });
    }

    private void pack(Set<String> orders) {
        Waiting.until(
                "orders to pack: " + orders,
                SOON,
                () -> operator.toPack().values().containsAll(orders));
        operator.toPack().forEach((page, order) -> {
            if (orders.contains(order)) {
                operator.pack(page);
            }
        });
    }

    private void handOver(Set<String> orders) {
        Waiting.until(
                "parcels booked: " + orders,
                SOON,
                () -> operator.toHandOver().values().containsAll(orders));
        operator.toHandOver().forEach((page, order) -> {
            if (orders.contains(order)) {
                operator.handOver(page);
            }
        });
    }

    private void await(Shopper shopper, String order, String state) {
        Waiting.until(
                "order " + order + " " + state, SOON, () -> shopper.state(order).equals(state));
        states.put(order, state);
    }

    /** What was brought about must still stand. */
    private void check() {
        var now = new LinkedHashMap<>(anna.orders());
        now.putAll(james.orders());
        states.forEach((order, state) -> {
            if (!state.equals(now.get(order))) {
                throw new IllegalStateException("Order " + order + " should be " + state + " and is " + now.get(order));
            }
        });
        now.forEach((order, state) -> say("  " + order + "  " + state));
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
