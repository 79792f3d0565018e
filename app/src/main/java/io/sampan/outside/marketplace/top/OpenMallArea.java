package io.sampan.outside.marketplace.top;

import io.sampan.outside.wire.LooseJson;
import java.util.List;

/**
 * {@code taobao.openmall.item.salearea.get}: for each variant a tree of places, as text. A place without places in it is meant whole. Source:
 * docs/sources/openmall/salearea.reply.json.
 */
record OpenMallArea(LooseJson data) {
    private static final int PROVINCE = 2;
    private static final int CITY = 4;
    private static final int DEEPEST = 4;

    /** Whether at least one variant is sold in this division, six digits of China's code. */
    boolean sells(String division) {
        return data.at("result", "sale_area_list").list("top_sale_area_vo").stream()
                .anyMatch(sku -> covers(sku.list("sale_area_info"), division, 0));
    }

    private static boolean covers(List<LooseJson> places, String division, int depth) {
        return depth < DEEPEST && places.stream().anyMatch(place -> covers(place, division, depth));
    }

    private static boolean covers(LooseJson place, String division, int depth) {
        var id = place.text("areaId");
        var within = place.list("subSaleArea");
        boolean here = id.equals(division)
                || id.equals(division.substring(0, CITY) + "00")
                || id.equals(division.substring(0, PROVINCE) + "0000");
        return here && (within.isEmpty() || covers(within, division, depth + 1));
    }
}
