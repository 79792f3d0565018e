package io.sampan.outside.marketplace.taobaoglobal;

import java.util.EnumSet;
import java.util.Set;

/** The calls that we make. Source: docs/sources/taobaoglobal.md. */
enum TaobaoApi {
    SEARCH("/traffic/item/search", true),
    UPLOAD("/upload/image", true),
    PICTURE("/traffic/item/imgsearch", true),
    ITEM("/traffic/item/get", true),
    PRODUCT("/product/get", true),
    RENDER("/purchase/order/render", true),
    CREATE("/purchase/order/create", false),
    PAY("/purchase/order/batch/pay", false),
    ORDERS("/purchase/orders/query", true),
    CANCEL("/purchase/order/asyn/cancel", false),
    LOGISTICS("/logistics/detail/get", true),
    REFRESH("/auth/token/refresh", false);

    private static final Set<TaobaoApi> LOOKS = EnumSet.of(SEARCH, UPLOAD, PICTURE, ITEM, PRODUCT);

    private final String path;
    private final boolean reads;

    TaobaoApi(String path, boolean reads) {
        this.path = path;
        this.reads = reads;
    }

    String path() {
        return path;
    }

    /** Whether it is about goods, not about what was ordered. */
    boolean looks() {
        return LOOKS.contains(this);
    }

    /** Whether asking twice changes nothing. */
    boolean reads() {
        return reads;
    }
}
