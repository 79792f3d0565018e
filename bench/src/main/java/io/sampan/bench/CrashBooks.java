package io.sampan.bench;

import io.sampan.bench.world.Couriers;
import io.sampan.bench.world.WorldControl;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Compares what the shop says with what really happened at marketplaces, gateway and carrier, and with its own ledger. */
final class CrashBooks {
    private static final Pattern ORDER = Pattern.compile("/orders/([A-Z0-9-]+)");
    private static final Set<String> TAKEN = Set.of("succeeded", "requires_capture", "processing");
    private static final int ID_LENGTH = 36;

    private final WorldControl world;
    private final Path database;

    /** @param database folder of the shop's embedded PostgreSQL */
    CrashBooks(WorldControl world, Path database) {
        this.world = world;
        this.database = database;
    }

    /**
     * @param lost numbers of orders, known to a shopper or to the gateway, that the carrier did not deliver and that were not given back in full
     * @param refunded numbers of orders that were cancelled and of which no money was kept
     * @param purchases made beyond the one that was intended
     * @param captures made beyond one for each payment
     * @param shipments booked beyond one for each order
     * @param ledgerImbalance sum of what every entry is out of balance, in minor units; 0 when all is well
     */
    record Verdict(
            List<String> lost,
            List<String> refunded,
            int purchases,
            int captures,
            int shipments,
            long ledgerImbalance) {
        int doubled() {
            return purchases + captures + shipments;
        }
    }

    Verdict compare(Map<String, String> states) throws CouldNotMeasure {
        try (var connection = ShopDatabase.connect(database)) {
            var paid = paid();
            var parcels = pairs(
                    connection,
                    "SELECT parcel.id::text, orders.number FROM shipping.parcel JOIN ordering.orders ON orders.id = order_id");
            var arrived = arrived(parcels);
            var lost = new ArrayList<String>();
            var refunded = new ArrayList<String>();
            var orders = new TreeSet<>(states.keySet());
            orders.addAll(paid.keySet());
            for (var order : orders) {
                var state = states.getOrDefault(order, "unknown");
                if (state.equals("cancelled") && paid.getOrDefault(order, 0L) == 0) {
                    refunded.add(order);
                } else if (!state.equals("delivered")) {
                    lost.add(order + " " + state);
                } else if (!arrived.contains(order)) {
                    lost.add(order + " delivered by our word, not by the carrier's");
                }
            }
            return new Verdict(
                    lost,
                    refunded,
                    purchasesTooMany(strings(connection, "SELECT id::text FROM procurement.purchase")),
                    capturesTooMany(strings(
                            connection, "SELECT id::text FROM payment.payment WHERE captured_minor IS NOT NULL")),
                    shipmentsTooMany(world.books("carrier").path("parcels"), parcels),
                    imbalance(connection));
        } catch (SQLException | IOException e) {
            throw new CouldNotMeasure("the shop's books cannot be read: " + e.getMessage(), e);
        }
    }

    /** What is kept of each order's payments, in minor units, by order number; of orders for which the gateway took money or may still. */
    private Map<String, Long> paid() {
        var stripe = world.books("stripe");
        var intents = new HashMap<String, JsonNode>();
        stripe.path("payment_intents")
                .forEach(intent -> intents.put(intent.path("id").asString(), intent));
        var kept = new LinkedHashMap<String, Long>();
        for (var session : stripe.path("checkout_sessions")) {
            var intent = intents.get(session.path("payment_intent").asString(""));
            var order = ORDER.matcher(session.path("success_url").asString(""));
            if (intent != null && TAKEN.contains(intent.path("status").asString()) && order.find()) {
                long taken = intent.path("amount").asLong() - givenBack(stripe, intent);
                kept.merge(order.group(1), taken, Long::sum);
            }
        }
        return kept;
    }

    private static long givenBack(JsonNode stripe, JsonNode intent) {
        return stripe.path("refunds")
                .valueStream()
                .filter(refund -> refund.path("payment_intent").equals(intent.path("id")))
                .filter(refund -> Set.of("succeeded", "pending")
                        .contains(refund.path("status").asString()))
                .mapToLong(refund -> refund.path("amount").asLong())
                .sum();
    }

    /** Orders at marketplaces that stand: one for each purchase that was planned, and none that nobody planned. */
    private int purchasesTooMany(Collection<String> planned) {
        var found = new HashSet<String>();
        int tooMany = 0;
        for (var marketplace : Couriers.MARKETPLACES) {
            for (var order : world.books(marketplace).path("orders")) {
                var ours = order.path("outOrderId").asString("");
                var purchase = ours.substring(0, Math.min(ID_LENGTH, ours.length()));
                boolean stands = !order.path("status").asString().equals("CLOSED");
                if (stands && (!planned.contains(purchase) || !found.add(purchase))) {
                    tooMany++;
                }
            }
        }
        return tooMany;
    }

    private int capturesTooMany(Collection<String> payments) {
        var found = new HashSet<String>();
        int tooMany = 0;
        for (var intent : world.books("stripe").path("payment_intents")) {
            boolean captured = intent.path("amount_received").asLong() > 0;
            var ours = intent.path("metadata")
                    .valueStream()
                    .map(JsonNode::asString)
                    .toList();
            var payment = ours.stream().filter(payments::contains).findFirst().orElse("");
            if (captured && (payment.isEmpty() || !found.add(payment))) {
                tooMany++;
            }
        }
        return tooMany;
    }

    /**
     * Shipments at the carrier that stand, beyond one for each order's parcel, and those that nobody packed.
     *
     * @param orderOfParcel number of the order of each of our parcels, whose id is the shipment's reference
     */
    static int shipmentsTooMany(JsonNode shipments, Map<String, String> orderOfParcel) {
        var found = new HashSet<String>();
        int tooMany = 0;
        for (var shipment : shipments) {
            var order = orderOfParcel.getOrDefault(shipment.path("ref_no").asString(""), "");
            boolean stands = !shipment.path("status").asString().equals("CANCELLED");
            if (stands && (order.isEmpty() || !found.add(order))) {
                tooMany++;
            }
        }
        return tooMany;
    }

    /** Numbers of orders whose parcel came to the door, by the carrier's own books. */
    private Set<String> arrived(Map<String, String> orderOfParcel) {
        var found = new HashSet<String>();
        for (var shipment : world.books("carrier").path("parcels")) {
            if (shipment.path("status").asString().equals("DELIVERED")) {
                found.add(orderOfParcel.getOrDefault(shipment.path("ref_no").asString(""), ""));
            }
        }
        return found;
    }

    private static long imbalance(Connection connection) throws SQLException {
        var sums = "SELECT coalesce(sum(abs(off)), 0)::text FROM (SELECT sum(minor) AS off FROM ledger.posting"
                + " GROUP BY entry_id, currency) AS entries";
        return Long.parseLong(strings(connection, sums).iterator().next());
    }

    private static Map<String, String> pairs(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new HashMap<String, String>();
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
            return found;
        }
    }

    private static Set<String> strings(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new HashSet<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
