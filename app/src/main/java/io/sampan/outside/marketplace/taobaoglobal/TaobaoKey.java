package io.sampan.outside.marketplace.taobaoglobal;

import io.sampan.outside.wire.LooseJson;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an order names: the distributor's ids of item and variant, which are not those that people see.
 *
 * @param mpId the item
 * @param mpSkuId the variant
 */
record TaobaoKey(String mpId, String mpSkuId) {
    /** @throws IllegalArgumentException when it is no key of ours */
    static TaobaoKey of(String orderKey) {
        int colon = orderKey.indexOf(':');
        if (!orderKey.matches("\\d{1,20}:\\d{1,20}")) {
            throw new IllegalArgumentException("Not a key of Taobao Global: " + orderKey);
        }
        return new TaobaoKey(orderKey.substring(0, colon), orderKey.substring(colon + 1));
    }

    /** The key of a line as orders show it. */
    static TaobaoKey ofLine(LooseJson line) {
        return new TaobaoKey(line.text("item_id"), line.text("sku_id"));
    }

    boolean isWhole() {
        return mpId.matches("\\d{1,20}") && mpSkuId.matches("\\d{1,20}");
    }

    String orderKey() {
        return mpId + ":" + mpSkuId;
    }

    /** The beginning of a line in a question: ids are numbers there. */
    Map<String, Object> asked(int quantity) {
        var line = new LinkedHashMap<String, Object>();
        line.put("item_id", new BigInteger(mpId));
        line.put("sku_id", new BigInteger(mpSkuId));
        line.put("quantity", quantity);
        return line;
    }
}
