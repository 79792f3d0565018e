package io.sampan.bench.demo;

import io.sampan.bench.people.Operator;
import io.sampan.bench.people.Waiting;
import io.sampan.bench.world.Couriers;
import io.sampan.bench.world.WorldControl;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The operator's counter in the warehouse.
 *
 * @param couriers who bring what sellers sent
 */
record Counter(Operator operator, WorldControl world, Couriers couriers) {
    static final Duration SELLERS_SEND = Duration.ofHours(42);
    private static final Duration PARCELS_ARRIVE = Duration.ofHours(100);

    /** Sellers send, parcels come, and the operator receives all and checks all but those of some orders. */
    void takeIn(int parcels, String... unchecked) {
        world.advance(SELLERS_SEND);
        Waiting.until(
                parcels + " parcels expected",
                DemoWorld.SOON,
                () -> operator.expected().size() >= parcels);
        world.advance(PARCELS_ARRIVE);
        receiveAll();
        Waiting.until(
                parcels + " items on the table",
                DemoWorld.SOON,
                () -> operator.toCheck().size() >= parcels);
        operator.toCheck().forEach((item, order) -> {
            operator.photograph(item);
            if (!List.of(unchecked).contains(order)) {
                operator.accept(item);
            }
        });
    }

    void pack(Set<String> orders) {
        pack(orders, operator::pack);
    }

    void pack(Set<String> orders, Consumer<String> how) {
        Waiting.until(
                "orders to pack: " + orders,
                DemoWorld.SOON,
                () -> operator.toPack().values().containsAll(orders));
        operator.toPack().forEach((page, order) -> {
            if (orders.contains(order)) {
                how.accept(page);
            }
        });
    }

    void handOver(Set<String> orders) {
        Waiting.until(
                "parcels booked: " + orders,
                DemoWorld.SOON,
                () -> operator.toHandOver().values().containsAll(orders));
        operator.toHandOver().forEach((page, order) -> {
            if (orders.contains(order)) {
                operator.handOver(page);
            }
        });
    }

    /** Scans every parcel that lies at the door and is expected. */
    void receiveAll() {
        couriers.arrived().stream().filter(operator.expected()::contains).forEach(operator::receive);
    }

    /** Says that what waits for a person in an order's purchases cannot be bought. */
    void giveUp(String order) {
        operator.toBuy().forEach((page, number) -> {
            if (number.equals(order)) {
                operator.giveUp(page);
            }
        });
    }
}
