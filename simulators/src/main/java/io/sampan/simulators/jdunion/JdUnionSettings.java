package io.sampan.simulators.jdunion;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * The console of the simulated app, and what is not known of the real service.
 *
 * @param appKey         the app's key
 * @param appSecret      its secret
 * @param siteId         the site that links are made for
 * @param granted        the methods that the app may call; others that exist are refused
 * @param skuIdsAllowed  whether goods may be asked for by plain SKU numbers; of late some apps are told to use {@code itemId}
 * @param timestampSkew  how far a call's time may be off
 * @param callsPerSecond sustained calls per second, in real time; not documented
 * @param burst          calls at once before the limit bites
 */
public record JdUnionSettings(
        String appKey,
        String appSecret,
        String siteId,
        Set<String> granted,
        boolean skuIdsAllowed,
        Duration timestampSkew,
        int callsPerSecond,
        int burst) {

    /** What every app may call. */
    private static final Set<String> USUAL = Set.of(
            "jd.union.open.goods.query",
            "jd.union.open.goods.promotiongoodsinfo.query",
            "jd.union.open.category.goods.get",
            "jd.union.open.promotion.common.get");

    /** The demo app: without the right to goods' descriptions, which is asked for apart. */
    public static JdUnionSettings usual() {
        return new JdUnionSettings(
                "sampan-union-key", "sampan-union-secret", "4100000001", USUAL, true, Duration.ofMinutes(6), 100, 500);
    }

    /** The same app with one method more. */
    public JdUnionSettings granting(String method) {
        var more = new HashSet<>(granted);
        more.add(method);
        return new JdUnionSettings(
                appKey, appSecret, siteId, Set.copyOf(more), skuIdsAllowed, timestampSkew, callsPerSecond, burst);
    }

    /** The same app, to which plain SKU numbers are refused. */
    public JdUnionSettings withoutSkuIds() {
        return new JdUnionSettings(appKey, appSecret, siteId, granted, false, timestampSkew, callsPerSecond, burst);
    }
}
