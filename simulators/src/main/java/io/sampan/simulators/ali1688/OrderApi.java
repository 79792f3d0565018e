package io.sampan.simulators.ali1688;

import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.seller.Purchase;
import io.sampan.simulators.seller.Purchases;
import io.sampan.simulators.seller.Trip;
import io.sampan.simulators.world.Shop;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reading and cancelling orders, and where their parcels are. Source: docs/sources/1688/order, order-list, logistics, trace. */
final class OrderApi {
    private static final int MOST_PER_PAGE = 50;
    private static final Set<String> REASONS = Set.of("buyerCancel", "sellerGoodsLack", "other");

    private final Purchases purchases;
    private final OrderView view;
    private final InstantSource clock;

    OrderApi(Purchases purchases, OrderView view, InstantSource clock) {
        this.purchases = purchases;
        this.view = view;
        this.clock = clock;
    }

    private static Map<String, @Nullable Object> failed(Object success, String code, String message) {
        return Fields.of("success", success, "errorCode", code, "errorMessage", message);
    }

    private Optional<Purchase> wanted(Call call, String field) {
        if (!Set.of("1688", "alibaba").contains(call.needed("webSite"))) {
            throw Refused.missing("webSite");
        }
        return purchases.find(call.needed(field));
    }

    Object order(Call call) {
        Optional<Purchase> purchase = wanted(call, "orderId");
        if (purchase.isEmpty()) {
            return failed("false", "ORDER_NOT_EXIST", "订单不存在");
        }
        boolean logistics = call.text("includeFields").isBlank()
                || call.text("includeFields").contains("NativeLogistics");
        return Fields.of(
                "success",
                "true",
                "errorCode",
                null,
                "errorMessage",
                null,
                "result",
                view.of(purchase.get(), logistics));
    }

    Object list(Call call) {
        int page = call.number("page", 1, 100_000);
        int size = call.number("pageSize", 20, MOST_PER_PAGE);
        Instant from = time(call, "createStartTime", Instant.MIN);
        Instant to = time(call, "createEndTime", Instant.MAX);
        Instant changedFrom = time(call, "modifyStartTime", Instant.MIN);
        Instant changedTo = time(call, "modifyEndTime", Instant.MAX);
        String outerId = call.text("outOrderId");
        String status = call.text("orderStatus");
        List<Purchase> fitting = purchases.all().stream()
                .filter(p -> between(p.times().created(), from, to))
                .filter(p -> between(p.times().modified(), changedFrom, changedTo))
                .filter(p -> outerId.isBlank() || p.outerId().equals(outerId))
                .filter(p -> status.isBlank() || OrderView.status(p).equals(status))
                .sorted(Comparator.comparing((Purchase p) -> p.times().created())
                        .reversed())
                .toList();
        return Fields.of(
                "result",
                fitting.stream()
                        .skip((long) (page - 1) * size)
                        .limit(size)
                        .map(purchase -> view.of(purchase, false))
                        .toList(),
                "totalRecord",
                fitting.size(),
                "errorCode",
                null,
                "errorMessage",
                null);
    }

    private static Instant time(Call call, String name, Instant usual) {
        return call.text(name).isBlank() ? usual : Dates.parsed(name, call.text(name));
    }

    private static boolean between(Instant time, Instant from, Instant to) {
        return !time.isBefore(from) && !time.isAfter(to);
    }

    Object cancel(Call call) {
        Optional<Purchase> purchase = wanted(call, "tradeID");
        if (!REASONS.contains(call.needed("cancelReason"))) {
            throw Refused.missing("cancelReason");
        }
        if (purchase.isEmpty()) {
            return failed(false, "ORDER_NOT_EXIST", "订单不存在");
        }
        boolean waits = purchase.get().state() == Purchase.State.WAIT_PAY;
        if (!waits
                || purchases
                        .cancel(purchase.get().id(), call.text("cancelReason"))
                        .isEmpty()) {
            return failed(false, "ORDER_STATUS_ERROR", "订单状态不允许取消");
        }
        return Fields.of("success", true, "errorCode", null, "errorMessage", null);
    }

    Object logistics(Call call) {
        Purchase purchase = wanted(call, "orderId").orElse(null);
        if (purchase == null) {
            return failed(false, "ORDER_NOT_EXIST", "订单不存在");
        }
        Purchase.Shipping shipping = purchase.shipping();
        Instant shipped = purchase.times().shipped();
        if (shipping == null || shipped == null) {
            return failed(false, "500_2", "订单尚未发货，暂无物流详情，请稍候再试。");
        }
        Map<String, @Nullable Object> row = Fields.of(
                "logisticsId", shipping.logisticsId(),
                "logisticsBillNo", shipping.waybill(),
                "logisticsCompanyId", String.valueOf(Math.abs(shipping.code().hashCode()) % 500),
                "logisticsCompanyName", shipping.company(),
                "logisticsCompanyNo", shipping.code(),
                "orderEntryIds", OrderView.lineIds(purchase),
                "status", logisticsStatus(purchase),
                "remarks", "",
                "gmtSystemSend", Dates.plain(shipped));
        Map<String, @Nullable Object> order = view.of(purchase, false);
        row.put("sendGoods", goods(order));
        row.put("receiver", receiver(purchase.receiver()));
        row.put("sender", sender(purchases.shop(purchase.shopId())));
        return Fields.of("success", true, "errorCode", null, "errorMessage", null, "result", List.of(row));
    }

    private String logisticsStatus(Purchase purchase) {
        if (purchase.times().signed() != null) {
            return "SIGN";
        }
        return steps(purchase).size() > 1 ? "TRANSPORT" : "ACCEPT";
    }

    private List<Trip.Step> steps(Purchase purchase) {
        return purchases.trip(purchase).map(trip -> trip.until(clock.instant())).orElse(List.of());
    }

    private static List<Map<String, @Nullable Object>> goods(Map<String, @Nullable Object> order) {
        if (!(order.get("productItems") instanceof List<?> items)) {
            return List.of();
        }
        return items.stream()
                .filter(Map.class::isInstance)
                .map(item -> (Map<?, ?>) item)
                .map(item -> Fields.of(
                        "goodName", item.get("name"), "quantity", String.valueOf(item.get("quantity")), "unit", "件"))
                .toList();
    }

    private static Map<String, @Nullable Object> receiver(Purchase.Receiver to) {
        return Fields.of(
                "receiverName", to.name(),
                "receiverMobile", to.mobile(),
                "receiverPhone", to.phone(),
                "encrypt", "CN",
                "receiverProvinceCode", to.districtCode().substring(0, 2) + "0000",
                "receiverCityCode",
                        to.districtCode()
                                        .substring(
                                                0, Math.min(4, to.districtCode().length())) + "00",
                "receiverCountyCode", to.districtCode(),
                "receiverProvince", to.province(),
                "receiverCity", to.city(),
                "receiverCounty", to.area(),
                "receiverAddress", to.address());
    }

    private static Map<String, @Nullable Object> sender(Shop shop) {
        return Fields.of(
                "senderName", shop.loginId(),
                "senderMobile", "13800000000",
                "senderPhone", "",
                "encrypt", "CN",
                "senderProvinceCode", "330000",
                "senderCityCode", "330700",
                "senderCountyCode", "330782",
                "senderProvince", shop.province(),
                "senderCity", shop.city(),
                "senderCounty", "",
                "senderAddress", "工业路" + shop.id() % 300 + "号");
    }

    Object trace(Call call) {
        Purchase purchase = wanted(call, "orderId").orElse(null);
        if (purchase == null) {
            return failed(false, "order.nopermission.buyer", "无权限查看该订单");
        }
        Purchase.Shipping shipping = purchase.shipping();
        List<Trip.Step> steps = steps(purchase);
        if (shipping == null || steps.isEmpty()) {
            return failed(false, "404", "该订单没有物流跟踪信息。");
        }
        Map<String, @Nullable Object> trace = Fields.of(
                "logisticsId", shipping.logisticsId(),
                "logisticsBillNo", shipping.waybill(),
                "orderId", Long.parseLong(purchase.id()),
                "logisticsSteps",
                        steps.stream()
                                .map(step -> Fields.of("acceptTime", Dates.plain(step.at()), "remark", step.text()))
                                .toList());
        return Fields.of("success", true, "errorCode", null, "errorMessage", null, "logisticsTrace", List.of(trace));
    }
}
