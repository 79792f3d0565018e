package io.sampan.outside.marketplace.jdunion;

/** The calls that we make. Source: docs/sources/jdunion.md. */
enum JdUnionApi {
    GOODS("jd.union.open.goods.query"),
    GOODS_INFO("jd.union.open.goods.promotiongoodsinfo.query");

    private final String method;

    JdUnionApi(String method) {
        this.method = method;
    }

    String method() {
        return method;
    }

    /** What the answer stands under: misspelt by the platform. Source: docs/sources/jdunion.md "Quirks". */
    String envelope() {
        return method.replace('.', '_') + "_responce";
    }
}
