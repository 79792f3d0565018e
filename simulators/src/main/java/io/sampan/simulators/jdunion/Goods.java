package io.sampan.simulators.jdunion;

import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.world.Category;
import io.sampan.simulators.world.Dice;
import io.sampan.simulators.world.Images;
import io.sampan.simulators.world.Listing;
import io.sampan.simulators.world.Offer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One SKU as the affiliate programme shows it. The price on JD's page is the tag's, the lowest price what is paid now, and a coupon
 * may lower it once more. Source: docs/sources/jdunion/goods, goods-info.
 *
 * @param coupon fen off, and the least to be spent for it; null without a coupon
 */
record Goods(Offer offer, Offer.Sku sku, @Nullable Coupon coupon, int commissionPercent) {
    private static final double WITH_COUPON = 0.35;
    private static final Duration COUPON_LIFE = Duration.ofDays(7);

    record Coupon(long offFen, long quotaFen) {}

    static Goods of(Offer offer, Offer.Sku sku, long seed) {
        Dice dice = Dice.of(seed, offer.listing().id(), "jd union");
        int commission = 1 + dice.below(20);
        if (!dice.chance(WITH_COUPON)) {
            return new Goods(offer, sku, null, commission);
        }
        long off = Math.max(100, sku.fen() * (5 + dice.below(15)) / 100 / 100 * 100);
        return new Goods(offer, sku, new Coupon(off, dice.chance(0.7) ? sku.fen() : sku.fen() * 2), commission);
    }

    Listing listing() {
        return offer.listing();
    }

    String name() {
        return listing().title().zh() + " " + sku.colour().name().zh() + " "
                + sku.size().zh();
    }

    /** The coupon counts only when one piece is enough for it. */
    private long couponFen() {
        return coupon != null && sku.fen() >= coupon.quotaFen() ? Math.max(1, sku.fen() - coupon.offFen()) : sku.fen();
    }

    private Number commission(long fen) {
        return Fields.yuan(fen * commissionPercent / 100);
    }

    static String itemUrl(long sku) {
        return "jingfen.jd.com/detail/" + itemId(sku) + ".html";
    }

    /** The programme's own name for a SKU. */
    static String itemId(long sku) {
        Dice dice = Dice.of(17, sku, "jd union item");
        return "ZHLHu" + dice.hex(16) + "_" + Long.toString(sku, 36);
    }

    Map<String, @Nullable Object> row(Images images, Instant now) {
        var listing = listing();
        var shop = listing.shop();
        return Fields.of(
                "skuId", sku.id(),
                "itemId", itemId(sku.id()),
                "skuName", name(),
                "spuid", listing.id(),
                "materialUrl", itemUrl(sku.id()),
                "owner", shop.selfRun() ? "g" : "p",
                "isHot", listing.sold() > 1_000 ? 1 : 0,
                "brandCode", String.valueOf(shop.id()),
                "brandName", shop.brand().zh() + "（" + shop.brand().en() + "）",
                "categoryInfo", category(listing.category()),
                "imageInfo", pictures(images),
                "priceInfo",
                        Fields.of(
                                "price", Fields.yuan(sku.listFen()),
                                "lowestPrice", Fields.yuan(sku.fen()),
                                "lowestPriceType", 1,
                                "lowestCouponPrice", Fields.yuan(couponFen())),
                "shopInfo", Fields.of("shopId", shop.id(), "shopName", shop.name(), "shopLevel", 4.9),
                "commissionInfo",
                        Fields.of(
                                "commission", commission(sku.fen()),
                                "commissionShare", commissionPercent,
                                "couponCommission", commission(couponFen())),
                "couponInfo", Fields.of("couponList", coupons(now)),
                "comments", listing.sold() * 3,
                "goodCommentsShare", 97,
                "inOrderCount30Days", listing.sold(),
                "forbidTypes", listing.category().flags().isEmpty() ? List.of(0) : List.of(11),
                "pinGouInfo", Fields.of(),
                "seckillInfo", Fields.of());
    }

    private static Map<String, @Nullable Object> category(Category category) {
        return Fields.of(
                "cid1", category.topId(),
                "cid1Name", category.top().zh(),
                "cid2", category.middleId(),
                "cid2Name", category.middle().zh(),
                "cid3", category.id(),
                "cid3Name", category.name().zh());
    }

    private Map<String, @Nullable Object> pictures(Images images) {
        List<String> addresses = new ArrayList<>(images.all(offer));
        addresses.set(0, images.of(listing(), sku.colour()));
        return Fields.of(
                "imageList",
                        addresses.stream().map(url -> Fields.of("url", url)).toList(),
                "whiteImage", addresses.getFirst());
    }

    private List<Map<String, @Nullable Object>> coupons(Instant now) {
        if (coupon == null) {
            return List.of();
        }
        return List.of(Fields.of(
                "bindType", 3,
                "discount", Fields.yuan(coupon.offFen()),
                "quota", Fields.yuan(coupon.quotaFen()),
                "link", "http://coupon.m.jd.com/coupons/show.action?linkKey=" + itemId(sku.id()),
                "platformType", 0,
                "getStartTime", now.minus(COUPON_LIFE).toEpochMilli(),
                "getEndTime", now.plus(COUPON_LIFE).toEpochMilli(),
                "useStartTime", now.minus(COUPON_LIFE).toEpochMilli(),
                "useEndTime", now.plus(COUPON_LIFE).toEpochMilli(),
                "isBest", 1));
    }

    /** The older and flatter shape, misspelt in its own way. */
    Map<String, @Nullable Object> info(Images images, Instant now) {
        var category = listing().category();
        return Fields.of(
                "skuId", sku.id(),
                "goodsName", name(),
                "unitPrice", Fields.yuan(sku.listFen()),
                "wlUnitPrice", Fields.yuan(sku.fen()),
                "materialUrl", "http://item.jd.com/" + sku.id() + ".html",
                "imgUrl", images.of(listing(), sku.colour()),
                "shopId", listing().shop().id(),
                "isJdSale", listing().shop().selfRun() ? 1 : 0,
                "commisionRatioPc", commissionPercent,
                "commisionRatioWl", commissionPercent,
                "cid", category.topId(),
                "cidName", category.top().zh(),
                "cid2", category.middleId(),
                "cid2Name", category.middle().zh(),
                "cid3", category.id(),
                "cid3Name", category.name().zh(),
                "inOrderCount", listing().sold(),
                "isSeckill", 0,
                "isFreeShipping", offer.freightFen() == 0 ? 1 : 0,
                "isFreeFreightRisk", 0,
                "vid", 0,
                "startDate", now.minus(COUPON_LIFE).toEpochMilli(),
                "endDate", now.plus(COUPON_LIFE).toEpochMilli());
    }
}
