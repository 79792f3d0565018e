package io.sampan.simulators.vendor;

import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.world.Colour;
import io.sampan.simulators.world.Dice;
import io.sampan.simulators.world.Images;
import io.sampan.simulators.world.Listing;
import io.sampan.simulators.world.Offer;
import io.sampan.simulators.world.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One item as {@code item_get} tells it. The same field has other types on other items, and what is empty is an empty
 * string, an empty list or null. Source: docs/sources/vendor/item-taobao, item-1688, item-odd.
 */
record ItemShape(Platform platform, Offer offer, long number, boolean english, Images images) {

    private Dice dice(String what) {
        return Dice.of(0, offer.listing().id(), "vendor " + what);
    }

    /** Prices as numbers rather than strings. */
    private boolean numbers() {
        return platform == Platform.ALI1688 || dice("numbers").chance(0.2);
    }

    /** SKUs as a bare list rather than in a wrapper. */
    private boolean bareSkus() {
        return dice("bare").chance(0.1);
    }

    private boolean withoutPropertyPictures() {
        return platform == Platform.PINDUODUO || dice("no pictures").chance(0.2);
    }

    private Object price(long fen) {
        return numbers() ? Fields.yuan(fen) : Fields.yuanText(fen);
    }

    private String in(Word word) {
        return word.in(english);
    }

    Map<String, @Nullable Object> item() {
        Listing listing = offer.listing();
        List<String> pictures = images.all(offer);
        Map<String, @Nullable Object> item = Fields.of(
                "num_iid", numbers() ? (Object) number : String.valueOf(number),
                "title", in(listing.title()),
                "desc_short", "",
                "price", price(lowest()),
                "total_price", 0,
                "suggestive_price", 0,
                "orginal_price", price(offer.skus().getFirst().listFen()),
                "nick", listing.shop().loginId(),
                "num", numbers() ? (Object) offer.stock() : String.valueOf(offer.stock()),
                "min_num", offer.minQuantity(),
                "detail_url", platform.address(number, listing),
                "pic_url", pictures.getFirst(),
                "brand", in(listing.shop().brand()),
                "cid", listing.category().id(),
                "desc", "<div><img src=\"" + String.join("\"><img src=\"", pictures) + "\"></div>",
                "item_imgs", pictures.stream().map(url -> Fields.of("url", url)).toList(),
                "item_weight", offer.statedGrams() == null ? "" : String.valueOf(offer.statedGrams()),
                "location", listing.shop().province() + listing.shop().city());
        money(item);
        properties(item);
        item.put("skus", bareSkus() ? skus() : Fields.of("sku", skus()));
        seller(item, listing);
        if (platform == Platform.ALI1688) {
            item.put(
                    "priceRange",
                    offer.tiers().stream()
                            .map(tier -> List.of(tier.from(), Fields.yuan(tier.fen())))
                            .toList());
            item.put("batch_price", Fields.yuanText(offer.tiers().getFirst().fen()));
        }
        return item;
    }

    /** On JD an item is one SKU; elsewhere the lowest of all stands for it. */
    private long lowest() {
        return offer.skus().stream()
                .filter(sku -> platform == Platform.JD && sku.id() == number)
                .mapToLong(Offer.Sku::fen)
                .findFirst()
                .orElse(offer.lowestFen());
    }

    private void money(Map<String, @Nullable Object> item) {
        boolean free = offer.freightFen() == 0;
        item.put("post_fee", "");
        item.put("express_fee", free ? "" : price(offer.freightFen()));
        item.put("ems_fee", "");
        item.put("video", dice("video").chance(0.5) ? null : List.of());
    }

    private void properties(Map<String, @Nullable Object> item) {
        Map<String, Object> named = new LinkedHashMap<>();
        List<Map<String, @Nullable Object>> pictures = new ArrayList<>();
        List<Colour> colours = colours();
        for (int c = 0; c < colours.size(); c++) {
            named.put("0:" + c, colourName() + ":" + in(colours.get(c).name()));
            pictures.add(Fields.of("properties", "0:" + c, "url", images.of(offer.listing(), colours.get(c))));
        }
        List<Word> sizes = sizes();
        for (int s = 0; s < sizes.size(); s++) {
            named.put("1:" + s, sizeName() + ":" + in(sizes.get(s)));
        }
        item.put("props_list", named);
        item.put(
                "props_name",
                named.entrySet().stream()
                        .map(e -> e.getKey() + ":" + e.getValue())
                        .collect(Collectors.joining(";")));
        item.put("prop_imgs", withoutPropertyPictures() ? "" : Fields.of("prop_img", pictures));
        String label = platform == Platform.PINDUODUO ? "label" : "name";
        item.put(
                "props",
                offer.attributes().stream()
                        .map(a -> Fields.of(label, in(a.name()), "value", in(a.value())))
                        .toList());
    }

    private List<Colour> colours() {
        return offer.skus().stream().map(Offer.Sku::colour).distinct().toList();
    }

    private List<Word> sizes() {
        return offer.skus().stream().map(Offer.Sku::size).distinct().toList();
    }

    private String colourName() {
        return english ? "Color" : "颜色";
    }

    private String sizeName() {
        return english ? "Size" : "尺码";
    }

    private List<Map<String, @Nullable Object>> skus() {
        return offer.skus().stream().map(this::sku).toList();
    }

    /** One SKU, by itself as {@code item_sku} tells it too. */
    Map<String, @Nullable Object> sku(Offer.Sku sku) {
        int colour = colours().indexOf(sku.colour());
        int size = sizes().indexOf(sku.size());
        return Fields.of(
                "price",
                price(sku.fen()),
                "total_price",
                0,
                "orginal_price",
                price(sku.listFen()),
                "properties",
                "0:" + colour + ";1:" + size,
                "properties_name",
                "0:" + colour + ":" + colourName() + ":" + in(sku.colour().name()) + ";1:" + size + ":" + sizeName()
                        + ":" + in(sku.size()),
                "quantity",
                numbers() ? (Object) sku.stock() : String.valueOf(sku.stock()),
                "sku_id",
                numbers() ? (Object) sku.id() : String.valueOf(sku.id()),
                "spec_id",
                platform == Platform.ALI1688 ? sku.specId() : null);
    }

    private void seller(Map<String, @Nullable Object> item, Listing listing) {
        boolean known = dice("seller").chance(0.85);
        item.put("seller_id", known ? String.valueOf(listing.shop().id()) : null);
        item.put("shop_id", known ? String.valueOf(listing.shop().id()) : null);
        item.put("tmall", String.valueOf(listing.shop().tmall()));
        item.put("total_sold", listing.sold());
        item.put(
                "seller_info",
                Fields.of(
                        "nick", listing.shop().loginId(),
                        "shop_name", listing.shop().name(),
                        "title", listing.shop().name(),
                        "user_num_id", known ? String.valueOf(listing.shop().id()) : "",
                        "sid", known ? String.valueOf(listing.shop().id()) : ""));
    }
}
