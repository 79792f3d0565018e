package io.sampan.outside.marketplace.pinduoduo;

/** The calls that we make. Source: docs/sources/pinduoduo.md. */
enum PinduoduoApi {
    SEARCH("pdd.ddk.goods.search", "goods_search_response"),
    DETAIL("pdd.ddk.goods.detail", "goods_detail_response");

    private final String type;
    private final String envelope;

    PinduoduoApi(String type, String envelope) {
        this.type = type;
        this.envelope = envelope;
    }

    String type() {
        return type;
    }

    /** What the answer stands under. */
    String envelope() {
        return envelope;
    }
}
