package io.sampan.bench;

import io.sampan.bench.Kills.Moment;
import io.sampan.bench.people.Refused;
import io.sampan.bench.people.Shopper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A shopper with a list of things to buy, who pays for each, and pays again when asked for more. */
final class CrashCustomer {
    private static final Set<String> ENDS = Set.of("delivered", "cancelled");
    private static final int MOST_PRODUCTS = 12;
    private static final int MOST_TRIES = 4;

    private final Shopper shopper;
    private final Kills kills;
    private final List<String> wishes;
    private final List<String> complaints = new ArrayList<>();
    private final Map<String, String> states = new TreeMap<>();

    /** @param wishes paths of products, the next first; taken from the front */
    CrashCustomer(Shopper shopper, Kills kills, List<String> wishes) {
        this.shopper = shopper;
        this.kills = kills;
        this.wishes = new ArrayList<>(wishes);
    }

    /** Orders one thing and pays for it. What goes wrong is a complaint, and is tried again. */
    void buy() {
        int before = states.size();
        for (int i = 0; i < MOST_TRIES && states.size() == before; i++) {
            try {
                fillCart();
                kills.reached(Moment.CHECKOUT);
                var order = shopper.order();
                states.put(order, "awaiting-payment");
                kills.reached(Moment.PAYMENT);
                shopper.pay(order, Shopper.GOOD_CARD);
                kills.reached(Moment.PURCHASE);
            } catch (Refused | IllegalStateException | UncheckedIOException e) {
                complaints.add("buying: " + e.getMessage());
            }
        }
    }

    /** Looks at all orders and pays what is due. */
    void look() {
        try {
            states.putAll(shopper.orders());
            for (var order : List.copyOf(states.keySet())) {
                if (Set.of("awaiting-payment", "needs-shopper").contains(states.getOrDefault(order, ""))) {
                    shopper.pay(order, Shopper.GOOD_CARD);
                }
            }
        } catch (Refused | IllegalStateException | UncheckedIOException e) {
            complaints.add("looking: " + e.getMessage());
        }
    }

    /** The last known state of each order by its number. */
    Map<String, String> states() {
        return Map.copyOf(states);
    }

    boolean isServed() {
        return ENDS.containsAll(states.values());
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    private void fillCart() {
        for (int i = 0; i < MOST_PRODUCTS && !wishes.isEmpty(); i++) {
            var product = wishes.removeFirst();
            wishes.addLast(product);
            if (shopper.takes(product)) {
                return;
            }
        }
        throw new IllegalStateException("nothing could be put into the cart");
    }
}
