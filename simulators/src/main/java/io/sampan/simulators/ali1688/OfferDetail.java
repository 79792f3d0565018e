package io.sampan.simulators.ali1688;

import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.world.Images;
import io.sampan.simulators.world.Listing;
import io.sampan.simulators.world.Offer;
import io.sampan.simulators.world.SizeMm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An offer as queryProductDetail tells it: yuan in strings, kilograms here and grams there. */
record OfferDetail(Supplier<Images> images) {
    private static final Set<String> WORN = Set.of("women", "men", "kids", "shoes", "baby", "hanfu");

    /** What one single piece costs: a little more than wholesale. */
    static long onePiece(Offer offer, Offer.Sku sku) {
        return offer.minQuantity() == 1 ? sku.fen() : sku.fen() * 108 / 100;
    }

    Map<String, @Nullable Object> of(Offer offer, String country) {
        Listing listing = offer.listing();
        boolean english = country.equals("en");
        List<String> pictures = images.get().all(offer);
        String html = pictures.stream()
                .map(url -> "<img src=\"" + url + "\"/>")
                .collect(Collectors.joining("", "<p>", "</p>"));
        Map<String, @Nullable Object> map = Fields.of(
                "offerId", listing.id(),
                "categoryId", listing.category().id(),
                "categoryName", listing.category().name().zh(),
                "subject", listing.title().zh(),
                "subjectTrans", GoodsApi.translated(listing, country),
                "description", html,
                "mainVideo", "",
                "productImage", Fields.of("images", pictures, "whiteImage", pictures.getFirst()),
                "productAttribute",
                        offer.attributes().stream()
                                .map(a -> attribute(a, english))
                                .toList(),
                "productSkuInfos",
                        offer.skus().stream()
                                .map(sku -> sku(offer, sku, english))
                                .toList(),
                "productSaleInfo", sale(offer),
                "productShippingInfo", shipping(offer));
        map.putAll(Fields.of(
                "minOrderQuantity", offer.minQuantity(),
                "batchNumber", null,
                "status", offer.status() == Offer.Status.ON ? "published" : "expired",
                "sellerOpenId", listing.shop().openId(),
                "sellerMixSetting", Fields.of("generalHunpi", false, "mixAmount", 0, "mixNumber", 0),
                "tagInfoList", List.of(Fields.of("key", "isOnePsale", "value", offer.minQuantity() == 1)),
                "soldOut", String.valueOf(listing.sold()),
                "companyName", listing.shop().name(),
                "certificateList", List.of()));
        return map;
    }

    private static Map<String, @Nullable Object> attribute(Offer.Attribute attribute, boolean english) {
        return Fields.of(
                "attributeId", String.valueOf(attribute.id()),
                "attributeName", attribute.name().zh(),
                "value", attribute.value().zh(),
                "attributeNameTrans", attribute.name().in(english),
                "valueTrans", attribute.value().in(english));
    }

    private Map<String, @Nullable Object> sku(Offer offer, Offer.Sku sku, boolean english) {
        String price = Fields.yuanText(sku.fen());
        String one = Fields.yuanText(onePiece(offer, sku));
        boolean worn = WORN.contains(offer.listing().category().family().name());
        return Fields.of(
                "skuId", sku.id(),
                "specId", sku.specId(),
                "amountOnSale", sku.stock(),
                "price", price,
                "promotionPrice", price,
                "consignPrice", one,
                "cargoNumber", "A" + sku.id() % 10_000,
                "skuAttributes",
                        List.of(
                                Fields.of(
                                        "attributeId",
                                        3216,
                                        "attributeName",
                                        "颜色",
                                        "attributeNameTrans",
                                        english ? "Colour" : "颜色",
                                        "value",
                                        sku.colour().name().zh(),
                                        "valueTrans",
                                        sku.colour().name().in(english),
                                        "skuImageUrl",
                                        images.get().of(offer.listing(), sku.colour())),
                                Fields.of(
                                        "attributeId",
                                        450,
                                        "attributeName",
                                        worn ? "尺码" : "规格",
                                        "attributeNameTrans",
                                        english ? (worn ? "Size" : "Specification") : (worn ? "尺码" : "规格"),
                                        "value",
                                        sku.size().zh(),
                                        "valueTrans",
                                        sku.size().in(english))),
                "fenxiaoPriceInfo", Fields.of("onePiecePrice", one, "offerPrice", price));
    }

    private static Map<String, @Nullable Object> sale(Offer offer) {
        return Fields.of(
                "amountOnSale", offer.stock(),
                "priceRangeList",
                        offer.tiers().stream()
                                .map(tier -> Fields.of(
                                        "startQuantity", tier.from(),
                                        "price", Fields.yuanText(tier.fen()),
                                        "promotionPrice", Fields.yuanText(tier.fen())))
                                .toList(),
                "quoteType", offer.byQuantity() ? 2 : 1,
                "unitInfo", Fields.of("unit", "件", "transUnit", "piece"),
                "fenxiaoSaleInfo",
                        Fields.of(
                                "onePieceFreePostage", offer.freightFen() == 0,
                                "startQuantity", offer.minQuantity(),
                                "onePiecePrice",
                                        Fields.yuanText(
                                                onePiece(offer, offer.skus().getFirst()))));
    }

    /** Weight and size as the seller states them; both are absent when the seller says nothing. */
    private static Map<String, @Nullable Object> shipping(Offer offer) {
        Integer grams = offer.statedGrams();
        Map<String, @Nullable Object> map = Fields.of(
                "sendGoodsAddressText",
                offer.listing().shop().province() + "省 "
                        + offer.listing().shop().city() + "市");
        if (grams != null) {
            SizeMm size = offer.parcel().size();
            map.put("weight", grams / 1000.0);
            map.putAll(edges("", size));
            map.put(
                    "skuShippingInfoList",
                    offer.skus().stream()
                            .map(sku -> skuShipping(sku, size, grams))
                            .toList());
            map.put(
                    "skuShippingDetails",
                    offer.skus().stream()
                            .map(sku -> skuDetail(sku, size, grams))
                            .toList());
        }
        map.put("shippingTimeGuarantee", "shipIn48Hours");
        return map;
    }

    private static Map<String, @Nullable Object> edges(String prefix, SizeMm size) {
        return Fields.of(
                prefix.isEmpty() ? "length" : prefix + "Length", size.length() / 10.0,
                prefix.isEmpty() ? "width" : prefix + "Width", size.width() / 10.0,
                prefix.isEmpty() ? "height" : prefix + "Height", size.height() / 10.0);
    }

    private static Map<String, @Nullable Object> skuShipping(Offer.Sku sku, SizeMm size, int grams) {
        Map<String, @Nullable Object> map = Fields.of("specId", sku.specId(), "skuId", sku.id(), "weight", grams);
        map.putAll(edges("", size));
        return map;
    }

    private static Map<String, @Nullable Object> skuDetail(Offer.Sku sku, SizeMm size, int grams) {
        Map<String, @Nullable Object> map = Fields.of("skuId", String.valueOf(sku.id()), "weight", grams / 1000.0);
        map.putAll(edges("", size));
        return map;
    }

    /** The domestic freight of so many pieces, in fen: each further piece adds a fifth of the first. */
    static long freightFen(Offer offer, long pieces) {
        return offer.freightFen() == 0 ? 0 : offer.freightFen() + (pieces - 1) * (offer.freightFen() / 5 / 10 * 10);
    }

    Map<String, @Nullable Object> freight(Offer offer, long pieces) {
        Integer stated = offer.statedGrams();
        double kilograms = stated == null ? 0 : stated / 1000.0;
        Map<String, @Nullable Object> map = Fields.of(
                "offerId",
                offer.listing().id(),
                "freight",
                yuan(freightFen(offer, pieces)),
                "templateId",
                1_000_000 + offer.listing().shop().id() % 1_000_000,
                "singleProductWeight",
                kilograms);
        map.putAll(edges("singleProduct", offer.parcel().size()));
        map.putAll(template(offer));
        map.put(
                "productFreightSkuInfoModels",
                offer.skus().stream()
                        .map(sku -> freightSku(sku, offer, kilograms))
                        .toList());
        map.put("sizeValueType", 1);
        return map;
    }

    private static Map<String, @Nullable Object> template(Offer offer) {
        return Fields.of(
                "templateType", offer.freightFen() == 0 ? 1 : 2,
                "templateName", "默认模板",
                "subTemplateType", 0,
                "subTemplateName", "快递",
                "firstFee", yuan(offer.freightFen()),
                "firstUnit", "1",
                "nextFee", yuan(offer.freightFen() / 5 / 10 * 10),
                "nextUnit", "1",
                "discount", "1",
                "chargeType", "1",
                "freePostage", offer.freightFen() == 0);
    }

    private static Map<String, @Nullable Object> freightSku(Offer.Sku sku, Offer offer, double kilograms) {
        Map<String, @Nullable Object> map = Fields.of("skuId", String.valueOf(sku.id()), "singleSkuWeight", kilograms);
        map.putAll(edges("singleSku", offer.parcel().size()));
        return map;
    }

    private static String yuan(long fen) {
        return String.valueOf(fen / 100.0);
    }
}
