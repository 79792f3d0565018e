package io.sampan.bench.world;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What sellers sent, by the marketplaces' own books. */
public final class Couriers {
    /** The services whose sellers send parcels. */
    public static final List<String> MARKETPLACES = List.of("1688", "taobao-global");

    private final WorldControl world;

    public Couriers(WorldControl world) {
        this.world = world;
    }

    /** Waybills of parcels that lie at the warehouse's door, or have come in already. */
    public List<String> arrived() {
        return waybills("signed");
    }

    /** Waybills of parcels that sellers sent, wherever they are. */
    public List<String> sent() {
        return waybills("shipped");
    }

    private List<String> waybills(String since) {
        var found = new ArrayList<String>();
        for (var marketplace : MARKETPLACES) {
            for (JsonNode order : world.books(marketplace).path("orders")) {
                if (order.path("times").hasNonNull(since)
                        && order.path("waybill").isString()) {
                    found.add(order.path("waybill").asString());
                }
            }
        }
        return found;
    }
}
