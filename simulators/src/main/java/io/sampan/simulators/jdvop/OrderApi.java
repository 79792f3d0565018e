package io.sampan.simulators.jdvop;

import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.seller.Purchase;
import io.sampan.simulators.seller.Purchases;
import io.sampan.simulators.seller.Trip;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reading orders and where their parcels are. Source: docs/sources/jdvop/order, order-split, third-order, track. */
final class OrderApi {
    private final Orders orders;
    private final OrderView view;
    private final Purchases purchases;
    private final InstantSource clock;

    OrderApi(Orders orders, OrderView view, Purchases purchases, InstantSource clock) {
        this.orders = orders;
        this.view = view;
        this.purchases = purchases;
        this.clock = clock;
    }

    /** JD's number for one of ours. */
    Reply byThirdOrder(Call call) {
        return orders.byThirdOrder(call.needed("thirdOrder"))
                .map(order -> Reply.of(order.id()))
                .orElseThrow(() -> new Refused("3401", "订单不存在"));
    }

    private Orders.Found found(Call call) {
        return orders.find(String.valueOf(call.number("jdOrderId"))).orElseThrow(() -> new Refused("3401", "订单不存在"));
    }

    Reply order(Call call) {
        Orders.Found found = found(call);
        VopOrder order = found.order();
        if (found.part().isPresent()) {
            return Reply.of(view.child(order, found.part().get()));
        }
        return Reply.of(order.splitBy(clock.instant()) ? view.parent(order) : view.whole(order));
    }

    private record Step(Instant at, String content, String operator) {}

    /** What happened, from the placing on; a split order's parcels are told of under its parts alone. */
    Reply track(Call call) {
        Orders.Found found = found(call);
        VopOrder order = found.order();
        boolean parent = found.part().isEmpty() && order.splitBy(clock.instant());
        List<Purchase> parts = found.part().map(List::of).orElseGet(() -> orders.parts(order));
        List<Step> steps = new ArrayList<>(List.of(new Step(order.made(), "您提交了订单，请等待系统确认", "客户")));
        if (parent) {
            steps.add(new Step(Objects.requireNonNull(order.split()), "您的订单已拆分为多个子订单发货", "系统"));
        } else {
            parts.forEach(part -> addSteps(steps, part));
        }
        steps.sort(Comparator.comparing(Step::at));
        Map<String, @Nullable Object> result = Fields.of(
                "jdOrderId", call.number("jdOrderId"),
                "orderTrack",
                        steps.stream()
                                .map(step -> Fields.of(
                                        "content", step.content(),
                                        "msgTime", Dates.wire(step.at()),
                                        "operator", step.operator()))
                                .toList());
        if (call.text("waybillCode").equals("1")) {
            result.put("waybillCode", parent ? List.of() : waybills(order, parts));
        }
        return Reply.of(result);
    }

    private void addSteps(List<Step> steps, Purchase part) {
        Instant paid = part.times().paid();
        if (paid != null) {
            steps.add(new Step(paid, "您的订单已经进入京东库房准备出库", "系统"));
        }
        for (Trip.Step scan :
                purchases.trip(part).map(trip -> trip.until(clock.instant())).orElse(List.of())) {
            steps.add(new Step(scan.at(), scan.text(), "京东快递"));
        }
    }

    private static List<Map<String, @Nullable Object>> waybills(VopOrder order, List<Purchase> parts) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Purchase part : parts) {
            Purchase.Shipping shipping = part.shipping();
            if (shipping != null) {
                boolean alone = order.parts().size() == 1;
                rows.add(Fields.of(
                        "orderId", Long.parseLong(part.id()),
                        "parentId", alone ? 0 : Long.parseLong(order.id()),
                        "carrier", shipping.company(),
                        "deliveryOrderId", shipping.waybill()));
            }
        }
        return rows;
    }
}
