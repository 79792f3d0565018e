package io.sampan.simulators.ali1688;

import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.seller.Purchase;
import io.sampan.simulators.seller.Purchases;
import io.sampan.simulators.world.Images;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.Offer;
import io.sampan.simulators.world.Shop;
import io.sampan.simulators.world.World;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A purchase as the buyer sees it: yuan, except discounts; numbers that lose digits beside strings that do not. */
record OrderView(World world, Purchases purchases, Refunds refunds, Supplier<Images> images) {

    static String status(Purchase purchase) {
        return switch (purchase.state()) {
            case WAIT_PAY -> "waitbuyerpay";
            case PAID -> "waitsellersend";
            case SHIPPED -> "waitbuyerreceive";
            case DONE -> "success";
            case CLOSED -> purchase.paid() ? "terminated" : "cancel";
        };
    }

    private static String statusText(Purchase purchase) {
        return switch (purchase.state()) {
            case WAIT_PAY -> "等待买家付款";
            case PAID -> "等待卖家发货";
            case SHIPPED -> "卖家已发货";
            case DONE -> "交易成功";
            case CLOSED -> "交易关闭";
        };
    }

    /** A number that went through a double, as 1688's own samples show. */
    static BigDecimal blurred(String id) {
        return new BigDecimal(new BigDecimal(Double.toString(Double.parseDouble(id))).toBigInteger());
    }

    Map<String, @Nullable Object> of(Purchase purchase, boolean withLogistics) {
        return Fields.of(
                "baseInfo", base(purchase),
                "productItems",
                        purchase.lines().stream()
                                .map(line -> item(purchase, line))
                                .toList(),
                "nativeLogistics", logistics(purchase, withLogistics),
                "tradeTerms", List.of(terms(purchase)));
    }

    private Map<String, @Nullable Object> base(Purchase purchase) {
        Purchase.Times times = purchase.times();
        Shop shop = purchases.shop(purchase.shopId());
        boolean ended = purchase.state() == Purchase.State.CLOSED && purchase.paid();
        long refund = ended ? purchase.totalFen() : refunds.backFen(purchase.id());
        Map<String, @Nullable Object> base = Fields.of(
                "id", blurred(purchase.id()),
                "idOfStr", purchase.id(),
                "status", status(purchase),
                "businessType", "cn",
                "totalAmount", Fields.yuan(purchase.totalFen()),
                "shippingFee", Fields.yuan(purchase.freightFen()),
                "sumProductPayment", Fields.yuan(purchase.goodsFen()),
                "refund", Fields.yuan(refund),
                "refundPayment", refund,
                "discount", 0,
                "createTime", Dates.wire(times.created()),
                "modifyTime", Dates.wire(times.modified()));
        putTime(base, "payTime", times.paid());
        putTime(base, "allDeliveredTime", times.shipped());
        putTime(base, "completeTime", times.done() != null ? times.done() : times.closed());
        base.putAll(Fields.of(
                "outOrderId",
                purchase.outerId(),
                "tradeType",
                "50060",
                "alipayTradeId",
                purchase.paid() ? "20261122220011" + purchase.id().substring(5) : "UNCREATED",
                "buyerLoginId",
                Tokens.LOGIN,
                "sellerLoginId",
                shop.loginId(),
                "buyerID",
                Tokens.MEMBER,
                "sellerID",
                "b2b-" + shop.id(),
                "closeReason",
                purchase.closeReason()));
        refunds.lastOf(purchase.id())
                .ifPresent(last -> base.put("refundStatus", last.status().written()));
        base.put("receiverInfo", receiver(purchase.receiver()));
        return base;
    }

    private static Map<String, @Nullable Object> receiver(Purchase.Receiver to) {
        return Fields.of(
                "toFullName", to.name(),
                "toDivisionCode", to.districtCode(),
                "toMobile", to.mobile(),
                "toPhone", to.phone(),
                "toPost", to.postCode(),
                "toArea", area(to));
    }

    private static String area(Purchase.Receiver to) {
        return List.of(to.province(), to.city(), to.area(), to.town(), to.address()).stream()
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    private static void putTime(Map<String, @Nullable Object> map, String name, @Nullable Instant time) {
        if (time != null) {
            map.put(name, Dates.wire(time));
        }
    }

    private Map<String, @Nullable Object> item(Purchase purchase, Purchase.Line line) {
        Offer offer =
                world.offer(world.listing(Marketplace.ALI1688, line.offerId()).orElseThrow());
        Optional<Offer.Sku> sku =
                offer.skus().stream().filter(s -> s.id() == line.skuId()).findFirst();
        String front = images.get().one(offer.listing(), 1);
        Map<String, @Nullable Object> item = Fields.of(
                "productID", line.offerId(),
                "skuID", line.skuId(),
                "specId", sku.map(Offer.Sku::specId).orElse(""),
                "subItemID", blurred(line.id()),
                "subItemIDString", line.id(),
                "name", offer.listing().title().zh(),
                "price", Fields.yuan(line.unitFen()),
                "itemAmount", Fields.yuan(line.fen()),
                "quantity", line.quantity(),
                "unit", "件");
        item.putAll(Fields.of(
                "refund",
                0,
                "status",
                status(purchase),
                "statusStr",
                statusText(purchase),
                "logisticsStatus",
                parcelStatus(purchase),
                "refundStatus",
                refunds.lastOf(purchase.id())
                        .map(last -> last.status().written())
                        .orElse(""),
                "entryDiscount",
                0,
                "cargoNumber",
                "A" + line.skuId() % 10_000,
                "skuInfos",
                sku.map(OrderView::skuInfos).orElse(List.of()),
                "productImgUrl",
                List.of(front, front),
                "productSnapshotUrl",
                "https://trade.1688.com/order/offer_snapshot.htm?order_entry_id=" + line.id()));
        return item;
    }

    private static int parcelStatus(Purchase purchase) {
        if (purchase.times().signed() != null) {
            return 3;
        }
        return purchase.times().shipped() != null ? 2 : purchase.paid() ? 1 : 8;
    }

    private static List<Map<String, @Nullable Object>> skuInfos(Offer.Sku sku) {
        return List.of(
                Fields.of("name", "颜色", "value", sku.colour().name().zh()),
                Fields.of("name", "规格", "value", sku.size().zh()));
    }

    private static Map<String, @Nullable Object> logistics(Purchase purchase, boolean withItems) {
        Purchase.Receiver to = purchase.receiver();
        Map<String, @Nullable Object> map = Fields.of(
                "address", to.address(),
                "area", to.area(),
                "areaCode", to.districtCode(),
                "city", to.city(),
                "province", to.province(),
                "zip", to.postCode(),
                "contactPerson", to.name(),
                "mobile", to.mobile());
        Purchase.Shipping shipping = purchase.shipping();
        Instant shipped = purchase.times().shipped();
        if (withItems && shipping != null && shipped != null) {
            map.put(
                    "logisticsItems",
                    List.of(Fields.of(
                            "logisticsCode", shipping.logisticsId(),
                            "logisticsBillNo", shipping.waybill(),
                            "logisticsCompanyName", shipping.company(),
                            "logisticsCompanyNo", shipping.code(),
                            "status", purchase.times().signed() != null ? "buyersign" : "alreadysend",
                            "deliveredTime", Dates.wire(shipped),
                            "subItemIds", lineIds(purchase),
                            "type", "0")));
        }
        return map;
    }

    static String lineIds(Purchase purchase) {
        return purchase.lines().stream().map(Purchase.Line::id).collect(Collectors.joining(","));
    }

    private static Map<String, @Nullable Object> terms(Purchase purchase) {
        boolean refunded = purchase.state() == Purchase.State.CLOSED && purchase.paid();
        Map<String, @Nullable Object> terms = Fields.of(
                "payStatus",
                refunded ? "4" : purchase.state() == Purchase.State.DONE ? "6" : purchase.paid() ? "2" : "1",
                "payWay",
                "1",
                "payWayDesc",
                "支付宝",
                "phasAmount",
                Fields.yuan(purchase.totalFen()),
                "phase",
                Long.parseLong(purchase.id()));
        putTime(terms, "payTime", purchase.times().paid());
        return terms;
    }
}
