package io.sampan.bench;

import io.sampan.bench.world.WorldControl;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Compares what was meant to be bought with what the marketplaces sold, piece by piece. */
final class PurchasesBooks {
    private static final List<String> SERVICES = List.of("1688", "taobao-global", "openmall", "jd-vop");
    private static final int ID_LENGTH = 36;
    private static final int MOST_COMPLAINTS = 40;

    private static final String INTENDED = """
            SELECT id::text, source, state, coalesce(document -> 'state' ->> 'reason', ''), (SELECT sum((line ->> 'quantity')::int) FROM jsonb_array_elements(document -> 'lines') AS line)
            FROM procurement.purchase""";

    private final WorldControl world;
    private final Path database;

    PurchasesBooks(WorldControl world, Path database) {
        this.world = world;
        this.database = database;
    }

    /** @param why a person is asked for; empty when nobody is */
    private record Intended(String source, String state, String why, int pieces) {
        boolean isLeftToPeople() {
            return List.of("needs-human", "price-moved", "sold-out", "cancelled")
                    .contains(state);
        }

        String told() {
            return (state + " " + why).strip();
        }
    }

    /** What a marketplace sold for a purchase, and what of it is paid. */
    private record Sold(int orders, int pieces, int unpaid) {
        static final Sold NOTHING = new Sold(0, 0, 0);

        /** Whether so much was sold, and is paid: what stands unpaid is closed by the marketplace, and then it was never bought. */
        boolean isAll(int wanted) {
            return pieces >= wanted && unpaid == 0;
        }

        Sold and(int more, boolean paid) {
            return new Sold(orders + 1, pieces + more, unpaid + (paid ? 0 : 1));
        }
    }

    /**
     * @param intended purchases
     * @param upstreamOrders at the marketplaces that stand
     * @param lost purchases of which a piece was not bought or not paid, though nobody was asked to see to them
     * @param doubled purchases of which more pieces were bought than intended, and orders of nobody's
     * @param unpaid orders that stand unpaid
     * @param leftToPeople purchases that wait for an operator or a shopper, by state
     */
    record Verdict(
            int intended,
            int upstreamOrders,
            int lost,
            int doubled,
            int unpaid,
            Map<String, Integer> leftToPeople,
            Map<String, Integer> bySource,
            List<String> complaints) {}

    Verdict compare() throws CouldNotMeasure {
        try {
            var complaints = new ArrayList<String>();
            var intended = intended();
            var sold = sold(known(), intended, complaints);
            int lost = 0;
            int doubled = complaints.size();
            var people = new TreeMap<String, Integer>();
            var bySource = new TreeMap<String, Integer>();
            for (var one : intended.entrySet()) {
                var wanted = one.getValue();
                var got = sold.getOrDefault(one.getKey(), Sold.NOTHING);
                bySource.merge(wanted.source(), 1, Integer::sum);
                if (wanted.isLeftToPeople()) {
                    people.merge(wanted.told(), 1, Integer::sum);
                }
                if (got.pieces() > wanted.pieces()) {
                    doubled++;
                    complaints.add("doubled: " + one + " " + got);
                } else if (!got.isAll(wanted.pieces())) {
                    lost += wanted.isLeftToPeople() ? 0 : 1;
                    complaints.add((wanted.isLeftToPeople() ? "left to people: " : "lost: ") + one + " " + got);
                }
            }
            return new Verdict(
                    intended.size(),
                    sold.values().stream().mapToInt(Sold::orders).sum(),
                    lost,
                    doubled,
                    sold.values().stream().mapToInt(Sold::unpaid).sum(),
                    people,
                    bySource,
                    complaints.stream().limit(MOST_COMPLAINTS).toList());
        } catch (SQLException | IOException e) {
            throw new CouldNotMeasure("the shop's books cannot be read: " + e.getMessage(), e);
        }
    }

    private Map<String, Intended> intended() throws SQLException, IOException {
        var all = new LinkedHashMap<String, Intended>();
        try (var connection = ShopDatabase.connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(INTENDED)) {
            while (rows.next()) {
                all.put(
                        rows.getString(1),
                        new Intended(rows.getString(2), rows.getString(3), rows.getString(4), rows.getInt(5)));
            }
        }
        return all;
    }

    /** Purchases by the marketplaces' ids of their orders, as the shop knows them. */
    private Map<String, String> known() throws SQLException, IOException {
        var all = new HashMap<String, String>();
        try (var connection = ShopDatabase.connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT upstream_id, purchase_id::text FROM procurement.upstream")) {
            while (rows.next()) {
                all.put(rows.getString(1), rows.getString(2));
            }
        }
        return all;
    }

    private Map<String, Sold> sold(Map<String, String> known, Map<String, Intended> intended, List<String> complaints) {
        var all = new HashMap<String, Sold>();
        for (var service : SERVICES) {
            for (var order : world.books(service).path("orders")) {
                if (order.path("status").asString().equals("CLOSED")) {
                    continue;
                }
                var purchase = purchase(order, known, intended);
                if (purchase.isEmpty()) {
                    complaints.add(
                            "nobody's: " + service + " " + order.path("orderId") + " " + order.path("outOrderId"));
                    continue;
                }
                int pieces = order.path("lines")
                        .valueStream()
                        .mapToInt(line -> line.path("quantity").asInt())
                        .sum();
                all.merge(
                        purchase,
                        Sold.NOTHING.and(pieces, order.path("paid").asBoolean()),
                        (before, one) -> new Sold(
                                before.orders() + 1, before.pieces() + one.pieces(), before.unpaid() + one.unpaid()));
            }
        }
        return all;
    }

    /** By our own reference where the platform keeps it as it is; otherwise by the order's id. Empty when nobody knows the order. */
    private static String purchase(JsonNode order, Map<String, String> known, Map<String, Intended> intended) {
        var ours = order.path("outOrderId").asString("");
        var reference = ours.substring(0, Math.min(ID_LENGTH, ours.length()));
        return intended.containsKey(reference)
                ? reference
                : known.getOrDefault(order.path("orderId").asString(""), "");
    }
}
