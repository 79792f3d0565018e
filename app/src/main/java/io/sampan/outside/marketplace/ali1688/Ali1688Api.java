package io.sampan.outside.marketplace.ali1688;

import java.util.EnumSet;
import java.util.Set;

/** The calls that we make. Source: docs/sources/1688.md; all are of version 1. */
enum Ali1688Api {
    SEARCH("com.alibaba.fenxiao.crossborder/product.search.keywordQuery", true),
    UPLOAD("com.alibaba.fenxiao.crossborder/product.image.upload", true),
    PICTURE("com.alibaba.fenxiao.crossborder/product.search.imageQuery", true),
    DETAIL("com.alibaba.fenxiao.crossborder/product.search.queryProductDetail", true),
    PREVIEW("com.alibaba.trade/alibaba.createOrder.preview", true),
    CREATE("com.alibaba.trade/alibaba.trade.createCrossOrder", false),
    ORDERS("com.alibaba.trade/alibaba.trade.getBuyerOrderList", true),
    ORDER("com.alibaba.trade/alibaba.trade.get.buyerView", true),
    PAY("com.alibaba.trade/alibaba.trade.pay.protocolPay.preparePay", false),
    CANCEL("com.alibaba.trade/alibaba.trade.cancel", false),
    REFUND_REASONS("com.alibaba.trade/alibaba.trade.getRefundReasonList", true),
    REFUND("com.alibaba.trade/alibaba.trade.createRefund", false),
    TRACE("com.alibaba.logistics/alibaba.trade.getLogisticsTraceInfo.buyerView", true);

    private static final Set<Ali1688Api> LOOKS = EnumSet.of(SEARCH, UPLOAD, PICTURE, DETAIL);

    private final String name;
    private final boolean reads;

    Ali1688Api(String name, boolean reads) {
        this.name = name;
        this.reads = reads;
    }

    /** Its namespace and name. */
    String api() {
        return name;
    }

    /** What is signed and called, below {@code /openapi/}. */
    String path(String appKey) {
        return "param2/1/" + name + "/" + appKey;
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
