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
    static final Duration SOON = Duration.ofMinutes(4);
    private static final Duration BEYOND_A_PAUSE = Duration.ofMinutes(31);
    private static final int BUSY_ANSWERS = 8;
    private static final String MUCH_DEARER = "3";
    private static final String A_STRANGERS_PARCEL = "YT8801234567890";

    private final WorldControl world;
    private final Couriers couriers;
    private final Counter counter;
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
        this.counter = new Counter(operator, world, couriers);
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
        leaveOneToSendBack();
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
        counter.takeIn(2);
        counter.pack(Set.of(first, second));
        counter.handOver(Set.of(first, second));
        world.advance(Duration.ofDays(21));
        await(anna, first, "delivered");
        await(james, second, "delivered");
    }

    private void leaveSomeOnTheWay() {
        say(
                "Five orders come to the warehouse: one goes on to its shopper, one waits packed, one is too heavy for its carrier, one waits to be"
                        + " packed, one to be checked. And a parcel that nobody expects");
        var handedOver = bought(anna, Shopper.GOOD_CARD);
        var packed = bought(james, Shopper.GOOD_CARD);
        var received = bought(anna, Shopper.GOOD_CARD);
        var unchecked = bought(james, Shopper.GOOD_CARD);
        var refused = bought(anna, Shopper.GOOD_CARD);
        counter.takeIn(5, unchecked);
        operator.receive(A_STRANGERS_PARCEL);
        counter.pack(Set.of(handedOver, packed));
        counter.pack(Set.of(refused), operator::packTooHeavily);
        counter.handOver(Set.of(handedOver));
        await(anna, handedOver, "handed-over");
        await(james, packed, "packed");
        await(anna, received, "received");
        await(james, unchecked, "bought");
        await(anna, refused, "packed");
        Waiting.until(
                "the carrier refuses " + refused,
                SOON,
                () -> operator.refusedByCarrier().containsValue(refused));
    }

    /** A seller sends half and closes the other half; given up, the half that comes must go back. */
    private void leaveOneToSendBack() {
        say("A seller of Anna's sends one half and closes the other; the operator gives it up, and the half comes");
        var known = orderIds("1688");
        world.arm("1688", "createCrossOrder", "SPLIT_ORDER", 1);
        fillCart(anna, 2);
        var order = anna.order();
        anna.pay(order, Shopper.GOOD_CARD);
        await(anna, order, "bought");
        var halves = orderIds("1688").stream().filter(id -> !known.contains(id)).toList();
        if (halves.size() != 2) {
            throw new IllegalStateException("1688 made no two orders: " + halves);
        }
        int before = operator.expected().size();
        world.act("1688", "ship-now", Map.of("orderId", halves.getFirst()));
        Waiting.until("the half is expected", SOON, () -> operator.expected().size() > before);
        world.act("1688", "close-by-seller", Map.of("orderId", halves.getLast()));
        Waiting.until("a person is asked", SOON, () -> operator.toBuy().containsValue(order));
        counter.giveUp(order);
        await(anna, order, "cancelled");
        world.act("1688", "deliver-now", Map.of("orderId", halves.getFirst()));
        counter.receiveAll();
        Waiting.until("the half lies there", SOON, () -> operator.toSendBack().containsValue(order));
    }

    private void leaveSomeAtSellers() {
        say("A price triples and Anna declines: cancelled and refunded");
        var declined = dearer(anna, "1688");
        anna.decline(declined);
        await(anna, declined, "cancelled");
        say("James's seller sends a parcel that is still on its way");
        int before = couriers.sent().size();
        bought(james, Shopper.GOOD_CARD);
        world.advance(Counter.SELLERS_SEND);
        Waiting.until("a parcel on its way", SOON, () -> couriers.sent().size() > before);
    }

    private void leaveSomeBegun() {
        say(
                "The marketplaces are busy: an order of Anna's is paid and waits for its turn, one of James's is being bought");
        whileBusy();
        say("A seller of James's closes an order that was paid: a person is asked for");
        closedBySeller();
        say("An order is just bought, one waits for James to accept a new price, and one waits to be paid");
        bought(james, Shopper.GOOD_CARD);
        await(james, dearer(james, "taobao"), "needs-shopper");
        fillCart(anna);
        await(anna, anna.order(), "awaiting-payment");
    }

    /**
     * Each question to 1688, and each order to Taobao, is turned away until the wait between two tries is as long as it gets: half an hour.
     */
    private void whileBusy() {
        world.arm("1688", "createOrder.preview", "FLOW_CONTROL", BUSY_ANSWERS);
        world.arm("taobao-global", "order/create", "FLOW_CONTROL", BUSY_ANSWERS);
        fillCart(anna);
        var paid = anna.order();
        fillCart(james);
        var buying = james.order();
        anna.pay(paid, Shopper.GOOD_CARD);
        james.pay(buying, Shopper.GOOD_CARD);
        for (int left = 2 * (BUSY_ANSWERS - 1); left >= 0; left -= 2) {
            int now = left;
            Waiting.until("both were asked again", SOON, () -> world.faultsLeft() <= now);
            if (now > 0) {
                world.advance(BEYOND_A_PAUSE);
            }
        }
        await(anna, paid, "paid");
        await(james, buying, "buying");
    }

    private void closedBySeller() {
        var known = orderIds("taobao-global");
        var order = bought(james, Shopper.GOOD_CARD);
        var made = orderIds("taobao-global").stream()
                .filter(id -> !known.contains(id))
                .findFirst();
        world.act(
                "taobao-global",
                "close-by-seller",
                Map.of("orderId", made.orElseThrow(() -> new IllegalStateException("Taobao made no order"))));
        await(james, order, "buying");
    }

    private List<String> orderIds(String service) {
        return world.books(service)
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
        return fillCart(shopper, 1);
    }

    private String fillCart(Shopper shopper, int atLeast) {
        var list = wishes.getOrDefault(shopper, new ArrayDeque<>());
        while (!list.isEmpty()) {
            var product = list.removeFirst();
            if (shopper.takes(product, atLeast)) {
                return product;
            }
        }
        throw new IllegalStateException("Nothing that the shopper found could be bought");
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
        if (!operator.unexpected().contains(A_STRANGERS_PARCEL)
                || operator.toSendBack().isEmpty()
                || operator.refusedByCarrier().isEmpty()
                || operator.toBuy().isEmpty()) {
            throw new IllegalStateException("A desk of the console has nothing on it that should");
        }
        now.forEach((order, state) -> say("  " + order + "  " + state));
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
