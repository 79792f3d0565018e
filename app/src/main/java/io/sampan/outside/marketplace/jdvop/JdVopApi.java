package io.sampan.outside.marketplace.jdvop;

import java.util.EnumSet;
import java.util.Set;

/** The calls that we make. Source: docs/sources/jdvop.md. */
enum JdVopApi {
    SEARCH("search/search", true),
    DETAIL("product/getDetail", true),
    SIMILAR("product/getSimilarSku", true),
    CATEGORY("product/getCategory", true),
    AREA_LIMIT("product/checkAreaLimit", true),
    PRICE("price/getSellPrice", true),
    BALANCE("price/getBalance", true),
    STOCK("stock/getNewStockById", true),
    PLACE("area/getJDAddressFromAddress", true),
    FREIGHT("order/getFreight", true),
    SUBMIT("order/submitOrder", false),
    CONFIRM("order/confirmOrder", false),
    PAY("order/doPay", false),
    CANCEL("order/cancel", false),
    THIRD_ORDER("order/selectJdOrderIdByThirdOrder", true),
    ORDER("order/selectJdOrder", true),
    TRACK("order/orderTrack", true),
    MESSAGES("message/get", true),
    MESSAGES_DELETE("message/del", true);

    private static final Set<JdVopApi> LOOKS = EnumSet.of(SEARCH, DETAIL, SIMILAR, CATEGORY, AREA_LIMIT, PRICE, STOCK);

    private final String name;
    private final boolean reads;

    JdVopApi(String name, boolean reads) {
        this.name = name;
        this.reads = reads;
    }

    /** Below the gateway. */
    String path() {
        return "/api/" + name;
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
