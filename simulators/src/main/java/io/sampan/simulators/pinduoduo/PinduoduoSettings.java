package io.sampan.simulators.pinduoduo;

import java.time.Duration;
import java.util.Set;

/**
 * The console of the simulated app, and what is not known of the real service.
 *
 * @param clientId       the app's key
 * @param clientSecret   its secret
 * @param accessToken    the one user token there is; most calls need none
 * @param pid            the promotion position that goods are searched and links made for
 * @param granted        the types that the app may call; others that exist are refused
 * @param goodsIdAllowed whether goods may still be asked for by {@code goods_id}, which is being withdrawn
 * @param keywordMayBeNumber whether a search for a {@code goods_id} finds its goods
 * @param timestampSkew  how far a call's time may be off; not documented
 * @param callsPerSecond sustained calls per second, in real time; not documented
 * @param burst          calls at once before the limit bites
 * @param tooOftenCode   what a call too many is answered with; not documented
 */
public record PinduoduoSettings(
        String clientId,
        String clientSecret,
        String accessToken,
        String pid,
        Set<String> granted,
        boolean goodsIdAllowed,
        boolean keywordMayBeNumber,
        Duration timestampSkew,
        int callsPerSecond,
        int burst,
        int tooOftenCode) {

    /** The demo app. */
    public static PinduoduoSettings usual() {
        return new PinduoduoSettings(
                "sampan0ddk0client",
                "sampan-ddk-secret",
                "sampan0ddk0access0token",
                "41299999_299999999",
                Set.of(
                        "pdd.ddk.goods.search",
                        "pdd.ddk.goods.detail",
                        "pdd.ddk.goods.promotion.url.generate",
                        "pdd.ddk.order.list.increment.get"),
                false,
                true,
                Duration.ofMinutes(10),
                100,
                500,
                70031);
    }

    /** The same app, which may call nothing but that. */
    public PinduoduoSettings grantedOnly(String type) {
        return new PinduoduoSettings(
                clientId,
                clientSecret,
                accessToken,
                pid,
                Set.of(type),
                goodsIdAllowed,
                keywordMayBeNumber,
                timestampSkew,
                callsPerSecond,
                burst,
                tooOftenCode);
    }

    /** The same app in the days when {@code goods_id} still worked. */
    public PinduoduoSettings withGoodsId() {
        return new PinduoduoSettings(
                clientId,
                clientSecret,
                accessToken,
                pid,
                granted,
                true,
                keywordMayBeNumber,
                timestampSkew,
                callsPerSecond,
                burst,
                tooOftenCode);
    }
}
