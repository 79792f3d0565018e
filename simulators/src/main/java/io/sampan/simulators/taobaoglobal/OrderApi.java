package io.sampan.simulators.taobaoglobal;

import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.seller.Purchase;
import io.sampan.simulators.seller.Purchases;
import io.sampan.simulators.seller.Trip;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reading orders and where their parcels are. Source: docs/sources/taobaoglobal/orders, logistics. */
final class OrderApi {
    /** Documented for the search only; here more is cut to it, so that nobody comes to rely on more. */
    private static final int MOST_PER_PAGE = 20;

    private final Purchases purchases;
    private final InstantSource clock;
    private final TaobaoGlobalSettings settings;

    OrderApi(Purchases purchases, InstantSource clock, TaobaoGlobalSettings settings) {
        this.purchases = purchases;
        this.clock = clock;
        this.settings = settings;
    }

    /** The order's status, misspelt while it is new. */
    String status(Purchase purchase) {
        return switch (purchase.state()) {
            case WAIT_PAY ->
                purchase.times().created().plus(settings.buildingTime()).isAfter(clock.instant())
                        ? "BULIDING"
                        : "WAIT_BUYER_P";
            case PAID -> "WAIT_SELLER_SEND_GOODS";
            case SHIPPED -> "WAIT_BUYER_CONFIRM_GOODS";
            case DONE -> settings.doneStatus().isEmpty() ? "WAIT_BUYER_CONFIRM_GOODS" : settings.doneStatus();
            case CLOSED -> "TRADE_CLOSED";
        };
    }

    Object orders(Call call) {
        int page = call.number("page_no", 1, 100_000);
        int size = call.number("page_size", MOST_PER_PAGE, MOST_PER_PAGE);
        Set<Long> ids = ids(call);
        String outerId = call.text("outer_purchase_id");
        Instant from = time(call, "modify_time_start", Instant.MIN);
        Instant to = time(call, "modify_time_end", Instant.MAX);
        List<Purchase> all = purchases.all();
        List<Map<String, @Nullable Object>> fitting = new ArrayList<>();
        for (int nth = 0; nth < all.size(); nth++) {
            Purchase purchase = all.get(nth);
            Instant modified = purchase.times().modified();
            boolean fits = (ids.isEmpty() || ids.contains(Ids.purchase(nth)))
                    && (outerId.isBlank() || purchase.outerId().equals(outerId))
                    && !modified.isBefore(from)
                    && !modified.isAfter(to);
            if (fits) {
                fitting.add(order(purchase, nth));
            }
        }
        return Fields.of(
                "total_count",
                fitting.size(),
                "page_no",
                page,
                "page_size",
                size,
                "purchase_orders",
                fitting.stream().skip((long) (page - 1) * size).limit(size).toList());
    }

    private static Set<Long> ids(Call call) {
        Set<Long> ids = new HashSet<>();
        if (!call.text("purchase_ids").isBlank()) {
            for (JsonNode id : call.list("purchase_ids")) {
                ids.add(Long.parseLong(id.asString("0").replaceAll("\\D", "0")));
            }
        }
        return ids;
    }

    private static Instant time(Call call, String name, Instant usual) {
        return call.text(name).isBlank() ? usual : Instant.ofEpochMilli(call.number(name));
    }

    private Map<String, @Nullable Object> order(Purchase purchase, int nth) {
        List<Map<String, @Nullable Object>> lines = new ArrayList<>();
        for (Purchase.Line line : purchase.lines()) {
            lines.add(line(purchase, line, Ids.line(nth, lines.size())));
        }
        return Fields.of(
                "purchase_id", Ids.purchase(nth),
                "outer_purchase_id", purchase.outerId(),
                "status", status(purchase),
                "purchase_amount", purchase.totalFen(),
                "pay_amount", purchase.paid() ? purchase.totalFen() : 0,
                "domestic_post_fee", purchase.freightFen(),
                "currency", "CNY",
                "source_market", "TAOBAO",
                "gmt_create", purchase.times().created().toEpochMilli(),
                "gmt_modified", purchase.times().modified().toEpochMilli(),
                "sub_purchase_orders", lines);
    }

    private Map<String, @Nullable Object> line(Purchase purchase, Purchase.Line line, long lineId) {
        Purchase.Shipping shipping = purchase.shipping();
        Instant shipped = purchase.times().shipped();
        List<Map<String, @Nullable Object>> parcels = shipping == null || shipped == null
                ? List.of()
                : List.of(Fields.of(
                        "logistic_company_name", shipping.company(),
                        "logistic_number", shipping.waybill(),
                        "rts_time", shipped.toEpochMilli()));
        boolean refunded = purchase.state() == Purchase.State.CLOSED && purchase.paid();
        return Fields.of(
                "sub_purchase_order_id", lineId,
                "order_line_no", line.outerLine(),
                "purchase_order_outer_id", purchase.id(),
                "item_id", Ids.mpId(line.offerId()),
                "sku_id", Ids.mpSkuId(line.skuId()),
                "quantity", line.quantity(),
                "price", line.unitFen(),
                "status", status(purchase),
                "logistic_orders", parcels,
                "refund_id", refunded ? lineId + 1_000_000_000L : null,
                "refund_status", refunded ? 100 : 0);
    }

    Object logistics(Call call) {
        int nth = Ids.nthOfLine(call.number("purchase_order_line_id"));
        List<Purchase> all = purchases.all();
        if (nth < 0 || nth >= all.size()) {
            throw Refused.business("ORDER_NOT_FOUND", "order not found");
        }
        Purchase purchase = all.get(nth);
        Purchase.Shipping shipping = purchase.shipping();
        if (shipping == null) {
            return Fields.of("pnm_logistics_details", List.of());
        }
        List<Trip.Step> steps = purchases
                .trip(purchase)
                .map(trip -> trip.until(clock.instant()))
                .orElse(List.of());
        String status =
                steps.isEmpty() ? "WAITING_COLLECT" : status(steps.getLast().kind());
        return Fields.of(
                "pnm_logistics_details",
                List.of(Fields.of(
                        "mail_no", shipping.waybill(),
                        "logistics_company", shipping.company(),
                        "logistics_status", status,
                        "logistics_desc", text(status),
                        "logistics_traces", steps.stream().map(OrderApi::trace).toList(),
                        "logistics_goods",
                                purchase.lines().stream()
                                        .map(line -> Fields.of(
                                                "item_id", Ids.mpId(line.offerId()),
                                                "sku_id", Ids.mpSkuId(line.skuId()),
                                                "quantity", line.quantity()))
                                        .toList())));
    }

    private static Map<String, @Nullable Object> trace(Trip.Step step) {
        String status = status(step.kind());
        return Fields.of(
                "time", step.at().toEpochMilli(),
                "status", status,
                "status_desc", text(status),
                "city", step.city(),
                "province", step.province(),
                "standerd_desc", step.text());
    }

    private static String status(Trip.Kind kind) {
        return switch (kind) {
            case COLLECTED -> "COLLECTED";
            case TRANSPORT, DELIVERING -> "DELIVERING";
            case SIGNED -> "SIGNED";
        };
    }

    private static String text(String status) {
        return switch (status) {
            case "COLLECTED" -> "已揽收";
            case "DELIVERING" -> "运输中";
            case "SIGNED" -> "已签收";
            default -> "待揽收";
        };
    }
}
