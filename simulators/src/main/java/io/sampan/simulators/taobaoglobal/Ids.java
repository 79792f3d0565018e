package io.sampan.simulators.taobaoglobal;

/**
 * The distributor's numbers. Offers and SKUs have other ones than on Taobao; purchases and their lines are counted.
 * Source: docs/sources/taobaoglobal.md "/product/get".
 */
final class Ids {
    private static final long OFFER = 128_000_000_000L;
    private static final long SKU = 300_000_000_000L;
    private static final long PURCHASE = 200_078_283_000L;
    private static final long LINE = 300_078_283_000L;
    private static final int LINES = 100;

    private Ids() {}

    static long mpId(long itemId) {
        return itemId + OFFER;
    }

    static long itemId(long mpId) {
        return mpId - OFFER;
    }

    static long mpSkuId(long skuId) {
        return skuId + SKU;
    }

    static long skuId(long mpSkuId) {
        return mpSkuId - SKU;
    }

    /** The nth purchase, from 0. */
    static long purchase(int nth) {
        return PURCHASE + nth;
    }

    static int nth(long purchaseId) {
        return (int) Math.clamp(purchaseId - PURCHASE, -1, Integer.MAX_VALUE);
    }

    /** The nth purchase's line. */
    static long line(int nth, int line) {
        return LINE + (long) nth * LINES + line;
    }

    static int nthOfLine(long lineId) {
        return (int) Math.clamp(Math.floorDiv(lineId - LINE, LINES), -1, Integer.MAX_VALUE);
    }
}
