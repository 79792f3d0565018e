package io.sampan.simulators.pinduoduo;

import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.world.Category;
import io.sampan.simulators.world.Dice;
import io.sampan.simulators.world.Images;
import io.sampan.simulators.world.Listing;
import io.sampan.simulators.world.Offer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Goods as an affiliate sees them: what a group pays, what somebody alone pays, and a coupon, all in fen.
 * Source: docs/sources/pinduoduo/search, detail.
 *
 * @param couponFen   fen off; 0 without a coupon
 * @param couponFrom  least fen to be spent for it
 * @param ratePermille commission
 */
record Goods(Offer offer, String sign, long couponFen, long couponFrom, int ratePermille) {
    private static final double WITH_COUPON = 0.3;

    static Goods of(Offer offer, String sign, long seed) {
        Dice dice = Dice.of(seed, offer.listing().id(), "ddk");
        int rate = 10 * (1 + dice.below(30));
        if (!dice.chance(WITH_COUPON)) {
            return new Goods(offer, sign, 0, 0, rate);
        }
        long off = Math.max(100, offer.lowestFen() * (5 + dice.below(20)) / 100 / 100 * 100);
        return new Goods(offer, sign, off, Math.max(off + 1, dice.chance(0.6) ? 0 : offer.lowestFen()), rate);
    }

    Listing listing() {
        return offer.listing();
    }

    /** The cheapest SKU, in a group: which one it is, nobody tells. */
    long groupFen() {
        return offer.lowestFen();
    }

    long aloneFen() {
        return Math.max(
                groupFen(),
                offer.skus().stream().mapToLong(Offer.Sku::listFen).min().orElseThrow());
    }

    Map<String, @Nullable Object> row(Images images) {
        var listing = listing();
        var category = listing.category();
        return Fields.of(
                "goods_id", listing.id(),
                "goods_sign", sign,
                "goods_name", listing.title().zh(),
                "goods_desc", description(),
                "goods_thumbnail_url", images.one(listing, 1),
                "goods_image_url", images.one(listing, 1),
                "min_group_price", groupFen(),
                "min_normal_price", aloneFen(),
                "has_coupon", couponFen > 0,
                "coupon_discount", couponFen,
                "coupon_min_order_amount", couponFrom,
                "promotion_rate", ratePermille,
                "mall_id", listing.shop().id(),
                "mall_name", listing.shop().name(),
                "sales_tip", tip(listing.sold()),
                "opt_id", category.topId(),
                "opt_name", category.top().zh(),
                "cat_ids", categories(category),
                "desc_txt", "高",
                "serv_txt", "高",
                "lgst_txt", "中");
    }

    private static List<Long> categories(Category category) {
        return List.of(category.topId(), category.middleId(), category.id());
    }

    private String description() {
        return listing().facts().features().stream().map(word -> word.zh()).collect(Collectors.joining("，"));
    }

    Map<String, @Nullable Object> detail(Images images) {
        Map<String, @Nullable Object> row = row(images);
        row.put("goods_gallery_urls", images.all(offer));
        row.put("category_id", listing().category().id());
        row.put("category_name", listing().category().name().zh());
        row.put("video_urls", List.of());
        return row;
    }

    /** 8431 is 8431, and 12345 is 1.2万. */
    static String tip(int sold) {
        return sold < 10_000 ? String.valueOf(sold) : sold / 10_000 + "." + sold / 1_000 % 10 + "万";
    }
}
