package io.sampan.simulators.taobaoglobal;

import io.sampan.simulators.kernel.Fault;
import io.sampan.simulators.kernel.FaultKind;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.seller.Purchase;
import io.sampan.simulators.seller.Purchases;
import io.sampan.simulators.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Render, create, pay, cancel. Source: docs/sources/taobaoglobal/render, create, create-refused, pay, pay-failed, cancel. */
final class BuyApi {
    private static final String CREATE = "/purchase/order/create";
    private static final String PAY = "/purchase/order/batch/pay";
    private static final int MOST_PAID = 10;
    private static final Duration CANCEL_TASK = Duration.ofSeconds(5);

    private final World world;
    private final Kernel kernel;
    private final Purchases purchases;

    BuyApi(World world, Kernel kernel, Purchases purchases) {
        this.world = world;
        this.kernel = kernel;
        this.purchases = purchases;
    }

    private static Map<String, @Nullable Object> money(long fen) {
        return Fields.of("amount", fen, "currency", "CNY");
    }

    Object render(Call call) {
        Basket basket = Basket.of(call.list("render_item_List"), world);
        receiver(call.object("warehouse_address"));
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        Set<Long> charged = new HashSet<>();
        basket.bySeller().forEach((shop, items) -> {
            for (Basket.Item item : items) {
                long freight = charged.add(shop) ? Basket.freightFen(items) : 0;
                rows.add(rendered(item, freight));
            }
        });
        return Fields.of(
                "render_item_list", rows,
                "unavailable_sku_list",
                        basket.lacking().stream()
                                .map(l -> Fields.of(
                                        "item_id",
                                        l.mpId(),
                                        "sku_id",
                                        l.mpSkuId(),
                                        "reason",
                                        l.reason(),
                                        "error_code",
                                        l.code()))
                                .toList(),
                "total_real_pay_price", money(basket.totalFen()));
    }

    private static Map<String, @Nullable Object> rendered(Basket.Item item, long freightFen) {
        long mpId = Ids.mpId(item.offer().listing().id());
        long mpSkuId = Ids.mpSkuId(item.sku().id());
        var shop = item.offer().listing().shop();
        return Fields.of(
                "item_id", mpId,
                "sku_id", mpSkuId,
                "quantity", item.quantity(),
                "mainland_shipping_fee", money(freightFen),
                "order_fee", money(item.fen() + freightFen),
                "item_price_infos",
                        List.of(Fields.of(
                                "item_id",
                                mpId,
                                "sku_id",
                                mpSkuId,
                                "origin_price",
                                item.sku().listFen(),
                                "discount_price",
                                item.sku().fen())),
                "dispatch_place", shop.province() + " " + shop.city(),
                "choose_supply_chain_services", List.of());
    }

    synchronized Object create(Call call) {
        String outerId = call.needed("outer_purchase_id");
        List<Purchase> before = purchases.all().stream()
                .filter(purchase -> purchase.outerId().equals(outerId))
                .toList();
        if (!before.isEmpty()) {
            return created(outerId, before, List.of());
        }
        JsonNode lines = call.list("order_line_list");
        Purchase.Receiver receiver = receiver(call.object("warehouse_address_info"));
        misfortunes(lines);
        Basket basket = Basket.of(lines, world);
        boolean partly = call.text("support_partial_success").equals("true");
        if (!basket.lacking().isEmpty() && (!partly || basket.items().isEmpty())) {
            Basket.Lacking first = basket.lacking().getFirst();
            throw Refused.business(first.code(), first.reason() + " " + first.mpId());
        }
        long amount = call.number("purchase_amount");
        if (basket.lacking().isEmpty() && amount != basket.totalFen()) {
            throw Refused.business(
                    "PURCHASE_AMOUNT_NOT_MATCH", "purchase_amount " + amount + " does not match " + basket.totalFen());
        }
        return created(outerId, make(basket, outerId, receiver), basket.lacking());
    }

    /** The armed faults between render and create. */
    private void misfortunes(JsonNode lines) {
        Optional<Fault> soldOut = kernel.faults().take(Gateway.SERVICE, CREATE, FaultKind.SOLD_OUT_AFTER_PREVIEW);
        Optional<Fault> moved = kernel.faults().take(Gateway.SERVICE, CREATE, FaultKind.PRICE_MOVED_AFTER_PREVIEW);
        if (soldOut.isEmpty() && moved.isEmpty()) {
            return;
        }
        List<Basket.Item> items = Basket.of(lines, world).items();
        if (items.isEmpty()) {
            return;
        }
        Basket.Item first = items.getFirst();
        soldOut.ifPresent(
                fault -> world.setStock(first.offer().listing(), first.sku().id(), 0));
        moved.ifPresent(fault -> items.stream()
                .map(item -> item.offer().listing())
                .distinct()
                .forEach(listing -> world.movePrice(listing, 0, fault.factor() == 0 ? 1.2 : fault.factor() / 100.0)));
    }

    /** One purchase for each seller; the split fault makes one for each line. */
    private List<Purchase> make(Basket basket, String outerId, Purchase.Receiver receiver) {
        boolean split = kernel.faults()
                .take(Gateway.SERVICE, CREATE, FaultKind.SPLIT_ORDER)
                .isPresent();
        List<Purchase> made = new ArrayList<>();
        basket.bySeller().forEach((shop, items) -> {
            List<List<Basket.Item>> parts = split ? items.stream().map(List::of).toList() : List.of(items);
            long freight = Basket.freightFen(items);
            for (List<Basket.Item> part : parts) {
                var draft = new Purchases.Draft(outerId, shop, Basket.lines(part), freight, receiver);
                made.add(purchases.make(draft, made.size()).orElseThrow(() -> undone(made)));
                freight = 0;
            }
        });
        return made;
    }

    private Refused undone(List<Purchase> made) {
        made.forEach(purchase -> purchases.closeBySeller(purchase.id()));
        return Refused.business("SKU_OUT_OF_STOCK", "库存不足");
    }

    private Object created(String outerId, List<Purchase> made, List<Basket.Lacking> lacking) {
        List<Purchase> all = purchases.all();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Purchase purchase : made) {
            int nth = nth(all, purchase);
            List<Map<String, @Nullable Object>> lines = new ArrayList<>();
            for (Purchase.Line line : purchase.lines()) {
                lines.add(Fields.of(
                        "sub_purchase_order_id", Ids.line(nth, lines.size()),
                        "order_line_no", line.outerLine(),
                        "item_id", Ids.mpId(line.offerId()),
                        "sku_id", Ids.mpSkuId(line.skuId()),
                        "quantity", line.quantity()));
            }
            rows.add(Fields.of(
                    "purchase_id",
                    Ids.purchase(nth),
                    "estimate_amount",
                    purchase.totalFen(),
                    "source_market",
                    "TAOBAO",
                    "order_line_list",
                    lines));
        }
        return Fields.of(
                "outer_purchase_id",
                outerId,
                "payment_url",
                "https://distributor.taobao.global/pay?purchaseIds="
                        + rows.getFirst().get("purchase_id"),
                "order_list",
                rows,
                "failed_order_line_list",
                lacking.stream()
                        .map(l ->
                                Fields.of("order_line_no", l.lineNo(), "error_code", l.code(), "error_msg", l.reason()))
                        .toList());
    }

    static int nth(List<Purchase> all, Purchase purchase) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(purchase.id())) {
                return i;
            }
        }
        throw new IllegalStateException("No purchase " + purchase.id());
    }

    static Optional<Purchase> byNumber(List<Purchase> all, long purchaseId) {
        int nth = Ids.nth(purchaseId);
        return nth >= 0 && nth < all.size() ? Optional.of(all.get(nth)) : Optional.empty();
    }

    Object pay(Call call) {
        JsonNode ids = call.list("purchaseOrderIdList");
        if (ids.size() > MOST_PAID) {
            throw Refused.business("PARAM_ERROR", "at most " + MOST_PAID + " orders");
        }
        List<Long> paid = new ArrayList<>();
        List<Map<String, @Nullable Object>> failed = new ArrayList<>();
        for (JsonNode node : ids) {
            long id = Long.parseLong(node.asString("0").replaceAll("\\D", "0"));
            Optional<Purchase> found = byNumber(purchases.all(), id);
            found.ifPresent(purchase -> purchases.tried(purchase.id()));
            boolean taken =
                    found.flatMap(purchase -> purchases.pay(purchase.id())).isPresent();
            boolean unclear = taken
                    && kernel.faults()
                            .take(Gateway.SERVICE, PAY, FaultKind.PAY_UNCLEAR)
                            .isPresent();
            if (taken && !unclear) {
                paid.add(id);
            } else {
                failed.add(failure(id, found.isPresent(), unclear));
            }
        }
        return Fields.of(
                "will_pay_purchase_order_ids", paid,
                "pay_failure_purchase_order_ids",
                        failed.stream().map(f -> f.get("purchase_order_id")).toList(),
                "pay_failed_results", failed);
    }

    private static Map<String, @Nullable Object> failure(long id, boolean known, boolean unclear) {
        String code = unclear ? "SYSTEM_ERROR" : known ? "ORDER_STATUS_ERROR" : "ORDER_NOT_FOUND";
        String message = unclear ? "system busy" : known ? "order is not waiting for payment" : "order not found";
        return Fields.of("purchase_order_id", id, "error_code", code, "error_msg", message);
    }

    Object cancel(Call call) {
        long id = call.number("purchase_id");
        Purchase purchase =
                byNumber(purchases.all(), id).orElseThrow(() -> Refused.business("ORDER_NOT_FOUND", "order not found"));
        String reason = call.needed("cancel_reason");
        kernel.clock()
                .at(
                        kernel.clock().now().plus(CANCEL_TASK),
                        "cancel task",
                        () -> purchases.cancel(purchase.id(), reason));
        return Fields.of("purchase_id", id, "task_id", "C" + id);
    }

    private static Purchase.Receiver receiver(JsonNode node) {
        if (Call.text(node, "name").isBlank() || Call.text(node, "address").isBlank()) {
            throw Refused.business("ADDRESS_INVALID", "name and address are needed");
        }
        return new Purchase.Receiver(
                Call.text(node, "name"),
                Call.text(node, "mobile_phone"),
                "",
                Call.text(node, "zip"),
                Call.text(node, "state"),
                Call.text(node, "city"),
                Call.text(node, "district"),
                "",
                Call.text(node, "address"),
                "330108");
    }
}
