package io.sampan.simulators.tbk;

import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.top.Call;
import io.sampan.simulators.top.Rows;
import io.sampan.simulators.world.Dice;
import io.sampan.simulators.world.Images;
import io.sampan.simulators.world.Listing;
import io.sampan.simulators.world.Offer;
import io.sampan.simulators.world.World;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How TBK shows an item: flat with a number, or nested with an opaque id; never with SKUs or stock. */
final class ItemView {
    private final World world;
    private final long seed;
    private final TbkSettings settings;
    private final InstantSource clock;
    private final Supplier<Images> images;
    final OpaqueIds ids;
    final Links links;

    ItemView(World world, long seed, TbkSettings settings, InstantSource clock, Supplier<Images> images) {
        this.world = world;
        this.seed = seed;
        this.settings = settings;
        this.clock = clock;
        this.images = images;
        this.ids = new OpaqueIds(world, seed, clock);
        this.links = new Links(settings.pid(), ids);
    }

    Promotion promotion(Listing listing) {
        return Promotion.of(world.offer(listing), seed, settings.frequencies(), clock.instant());
    }

    boolean misleads(Listing listing) {
        return Promotion.misleads(listing, seed, settings.frequencies());
    }

    boolean hasCoupon(Listing listing) {
        return Promotion.hasCoupon(listing, seed, settings.frequencies());
    }

    private Rows smallImages(Offer offer) {
        return new Rows("string", images.get().all(offer).stream().skip(1).toList());
    }

    private static String place(Listing listing) {
        return listing.shop().province() + " " + listing.shop().city();
    }

    private static int userType(Listing listing) {
        return listing.shop().tmall() ? 1 : 0;
    }

    /** Hundredths of a percent: 1550 is 15.5 %. */
    private long commission(Listing listing) {
        return 150 + 50L * Dice.of(seed, listing.id(), "tbk commission").below(50);
    }

    private static String shortTitle(Listing listing) {
        String title = listing.title().zh();
        return title.substring(0, Math.min(title.length(), 10));
    }

    /** A row of the old search. */
    Map<String, @Nullable Object> flat(Listing listing) {
        Promotion p = promotion(listing);
        Map<String, @Nullable Object> row = simple(p);
        row.put("item_id", listing.id());
        row.put("url", links.click(listing));
        row.put("item_url", Links.item(listing));
        row.put("shop_title", listing.shop().name());
        row.put("short_title", shortTitle(listing));
        row.put("category_id", listing.category().id());
        row.put("category_name", listing.category().name().zh());
        row.put("level_one_category_id", listing.category().topId());
        row.put("level_one_category_name", listing.category().top().zh());
        row.put("commission_rate", String.valueOf(commission(listing)));
        row.put("commission_type", "MKT");
        row.put("real_post_fee", Fields.yuanText(p.offer().freightFen()));
        coupon(row, p, listing);
        presale(row, p);
        return row;
    }

    /** What every flat reply says. */
    private Map<String, @Nullable Object> simple(Promotion p) {
        Listing listing = p.offer().listing();
        return Fields.of(
                "num_iid", listing.id(),
                "title", listing.title().zh(),
                "pict_url", images.get().one(listing, 1),
                "small_images", smallImages(p.offer()),
                "reserve_price", Fields.yuanText(p.reserveFen()),
                "zk_final_price", Fields.yuanText(p.zkFen()),
                "user_type", userType(listing),
                "provcity", place(listing),
                "seller_id", listing.shop().id(),
                "volume", listing.sold(),
                "nick", listing.shop().name());
    }

    private void coupon(Map<String, @Nullable Object> row, Promotion p, Listing listing) {
        Promotion.Coupon coupon = p.coupon();
        if (coupon == null) {
            return;
        }
        row.put("coupon_id", coupon.id());
        row.put("coupon_amount", String.valueOf(coupon.offFen() / 100));
        row.put("coupon_start_fee", Fields.yuanText(coupon.fromFen()));
        row.put("coupon_info", words(coupon));
        row.put("coupon_start_time", Call.written(coupon.start()).substring(0, 10));
        row.put("coupon_end_time", Call.written(coupon.end()).substring(0, 10));
        row.put("coupon_total_count", coupon.total());
        row.put("coupon_remain_count", coupon.left());
        row.put("coupon_share_url", links.coupon(listing, coupon.id()));
    }

    private static String words(Promotion.Coupon coupon) {
        return "满" + Fields.yuanText(coupon.fromFen()) + "元减" + coupon.offFen() / 100 + "元";
    }

    private static void presale(Map<String, @Nullable Object> row, Promotion p) {
        Promotion.Presale presale = p.presale();
        if (presale != null) {
            row.put("presale_deposit", Fields.yuanText(presale.depositFen()));
            row.put("presale_start_time", presale.start().toEpochMilli());
            row.put("presale_end_time", presale.end().toEpochMilli());
            row.put("presale_tail_start_time", presale.tailStart().toEpochMilli());
            row.put("presale_tail_end_time", presale.tailEnd().toEpochMilli());
            row.put("presale_discount_fee_text", "付定金立减" + presale.depositFen() / 200 + "元");
        }
    }

    /** An answer of the old item query. */
    Map<String, @Nullable Object> info(Listing listing) {
        Promotion p = promotion(listing);
        Map<String, @Nullable Object> row = simple(p);
        row.put("item_url", Links.item(listing));
        row.put("cat_name", listing.category().top().zh());
        row.put("cat_leaf_name", listing.category().name().zh());
        row.put("free_shipment", p.offer().freightFen() == 0);
        row.put("is_prepay", true);
        row.put("material_lib_type", hasCoupon(listing) ? "1" : null);
        presale(row, p);
        return row;
    }

    /** A row of the upgraded search. */
    Map<String, @Nullable Object> nested(Listing listing) {
        Promotion p = promotion(listing);
        Map<String, @Nullable Object> presale = Fields.of();
        presale(presale, p);
        return Fields.of(
                "item_id", ids.of(listing),
                "item_basic_info", basic(p),
                "price_promotion_info", prices(p),
                "publish_info", publish(p),
                "presale_info", presale.isEmpty() ? null : presale);
    }

    private Map<String, @Nullable Object> basic(Promotion p) {
        Listing listing = p.offer().listing();
        return Fields.of(
                "title", listing.title().zh(),
                "short_title", shortTitle(listing),
                "pict_url", images.get().one(listing, 1),
                "small_images", smallImages(p.offer()),
                "level_one_category_id", listing.category().topId(),
                "level_one_category_name", listing.category().top().zh(),
                "category_id", listing.category().id(),
                "category_name", listing.category().name().zh(),
                "seller_id", listing.shop().id(),
                "user_type", userType(listing),
                "shop_title", listing.shop().name(),
                "brand_name", listing.shop().brand().zh(),
                "volume", listing.sold(),
                "annual_vol", listing.sold() * 10 / 1_000 * 1_000 + "+",
                "provcity", place(listing));
    }

    private Map<String, @Nullable Object> prices(Promotion p) {
        List<Map<String, @Nullable Object>> path = new ArrayList<>();
        Promotion.Coupon coupon = p.coupon();
        if (coupon != null && p.finalFen() < p.zkFen()) {
            path.add(Fields.of(
                    "promotion_title", "商品券",
                    "promotion_desc", words(coupon),
                    "promotion_fee", Fields.yuanText(coupon.offFen()),
                    "promotion_id", coupon.id(),
                    "promotion_start_time", millis(coupon.start()),
                    "promotion_end_time", millis(coupon.end())));
        }
        return Fields.of(
                "reserve_price", Fields.yuanText(p.reserveFen()),
                "zk_final_price", Fields.yuanText(p.zkFen()),
                "final_promotion_price", Fields.yuanText(p.finalFen()),
                "final_promotion_path_list", new Rows("final_promotion_path_map_data", path));
    }

    private static String millis(Instant time) {
        return String.valueOf(time.toEpochMilli());
    }

    private Map<String, @Nullable Object> publish(Promotion p) {
        Listing listing = p.offer().listing();
        Promotion.Coupon coupon = p.coupon();
        return Fields.of(
                "click_url",
                links.click(listing),
                "coupon_share_url",
                coupon == null ? null : links.coupon(listing, coupon.id()),
                "income_rate",
                String.valueOf(commission(listing) / 100.0),
                "commission_type",
                "MKT");
    }

    /** An answer of the upgraded item query. */
    Map<String, @Nullable Object> detail(Listing listing, String asked) {
        Map<String, @Nullable Object> row = nested(listing);
        row.put("input_item_iid", asked);
        return row;
    }
}
