package io.sampan.simulators.vendor;

import io.sampan.simulators.world.JdNumbers;
import io.sampan.simulators.world.Listing;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.Offer;
import io.sampan.simulators.world.World;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The marketplaces whose data the vendor sells; the first part of its addresses. */
enum Platform {
    TAOBAO("taobao", Marketplace.TAOBAO),
    ALI1688("1688", Marketplace.ALI1688),
    JD("jd", Marketplace.JD),
    PINDUODUO("pinduoduo", Marketplace.PINDUODUO),
    /** Weidian. The world has no goods there, so nothing is ever found. */
    MICRO("micro", null);

    private final String code;
    private final @Nullable Marketplace marketplace;

    Platform(String code, @Nullable Marketplace marketplace) {
        this.code = code;
        this.marketplace = marketplace;
    }

    String code() {
        return code;
    }

    static Optional<Platform> of(String code) {
        return List.of(values()).stream().filter(one -> one.code.equals(code)).findFirst();
    }

    Optional<Marketplace> marketplace() {
        return Optional.ofNullable(marketplace);
    }

    /** The listing of an item number; on JD that is the number of one SKU. */
    Optional<Listing> listing(World world, long number) {
        return marketplace().flatMap(market -> world.listing(market, this == JD ? JdNumbers.listing(number) : number));
    }

    /** The number that shoppers know the item by. */
    long number(Offer offer) {
        return this == JD ? offer.skus().getFirst().id() : offer.listing().id();
    }

    String address(long number, Listing listing) {
        return switch (this) {
            case TAOBAO ->
                "https://" + (listing.shop().tmall() ? "detail.tmall.com" : "item.taobao.com") + "/item.htm?id="
                        + number;
            case ALI1688 -> "https://detail.1688.com/offer/" + number + ".html";
            case JD -> "https://item.jd.com/" + number + ".html";
            case PINDUODUO -> "https://mobile.yangkeduo.com/goods.html?goods_id=" + number;
            case MICRO -> "https://weidian.com/item.html?itemID=" + number;
        };
    }
}
