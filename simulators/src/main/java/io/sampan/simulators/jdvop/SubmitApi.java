package io.sampan.simulators.jdvop;

import io.sampan.simulators.seller.Purchase;
import io.sampan.simulators.seller.Purchases;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Placing an order. Source: docs/sources/jdvop/submit, submit-repeated, submit-refused. */
final class SubmitApi {
    private static final int MOST_REMARK = 100;

    private final Pool pool;
    private final Delivery delivery;
    private final Orders orders;
    private final OrderView view;
    private final Misfortunes misfortunes;
    private final JdVopSettings settings;

    SubmitApi(Pool pool, Delivery delivery, Orders orders, Misfortunes misfortunes, JdVopSettings settings) {
        this.pool = pool;
        this.delivery = delivery;
        this.orders = orders;
        this.view = new OrderView(pool, orders);
        this.misfortunes = misfortunes;
        this.settings = settings;
    }

    synchronized Reply submit(Call call) {
        String thirdOrder = call.needed("thirdOrder");
        Optional<VopOrder> before = orders.byThirdOrder(thirdOrder).filter(orders::valid);
        if (before.isPresent()) {
            return new Reply(settings.repeatedIsSuccess(), "0008", "重复提交", view.placed(before.get()));
        }
        Purchase.Receiver receiver = delivery.receiver(call);
        checkPayment(call);
        boolean reserved = submitState(call) == 0;
        List<JsonNode> lines = call.list("sku");
        misfortunes.beforeOrder(lines);
        Basket basket = Basket.of(lines, pool);
        check(basket, call);
        if (!reserved && !orders.balance().covers(basket.goodsFen() + basket.freightFen())) {
            throw new Refused("3017", "余额不足");
        }
        VopOrder order = orders.make(drafts(basket, thirdOrder, receiver), thirdOrder, reserved)
                .orElseThrow(() -> new Refused("3008", "库存不足"));
        if (!reserved) {
            orders.confirm(order);
        }
        return Reply.done("0001", "下单成功！", view.placed(order));
    }

    private static int submitState(Call call) {
        return switch (call.needed("submitState")) {
            case "0" -> 0;
            case "1" -> 1;
            default -> throw Refused.badValue("submitState");
        };
    }

    private static void checkPayment(Call call) {
        switch (call.needed("paymentType")) {
            case "4" -> {
                if (!call.text("isUseBalance").equals("1")) {
                    throw Refused.badValue("isUseBalance");
                }
            }
            case "101" -> throw new Refused("2005", "金彩权限问题");
            default -> throw new Refused("2002", "合同权限不足，不支持的支付方式");
        }
        if (call.text("remark").length() >= MOST_REMARK) {
            throw Refused.badValue("remark");
        }
    }

    private void check(Basket basket, Call call) {
        for (Basket.Item item : basket.items()) {
            long sku = item.article().sku().id();
            if (delivery.restricted(item.article(), call)) {
                throw new Refused("3009", "区域限制校验没通过，sku：" + sku);
            }
            if (item.article().sku().stock() < item.quantity()) {
                throw new Refused("3008", "库存不足，sku：" + sku);
            }
        }
        if (call.text("doOrderPriceMode").equals("1")) {
            checkSnapshot(basket, call);
        }
    }

    private void checkSnapshot(Basket basket, Call call) {
        Map<Long, Long> snapshot = new HashMap<>();
        for (JsonNode line : call.list("orderPriceSnap")) {
            JsonNode price = line.get("price");
            snapshot.put(Call.number(line, "skuId"), price == null ? -1 : Math.round(price.asDouble(-1) * 100));
        }
        for (Basket.Item item : basket.items()) {
            long sku = item.article().sku().id();
            if (snapshot.getOrDefault(sku, -1L) != item.article().fen()) {
                throw new Refused(settings.codes().priceMoved(), "商品价格与快照不一致，sku：" + sku);
            }
        }
    }

    private List<Purchases.Draft> drafts(Basket basket, String thirdOrder, Purchase.Receiver receiver) {
        List<Purchases.Draft> drafts = new ArrayList<>();
        for (Basket part : basket.parts(misfortunes.splits())) {
            long shop = part.items().getFirst().article().listing().shop().id();
            long freight = drafts.isEmpty() ? basket.freightFen() : 0;
            drafts.add(new Purchases.Draft(thirdOrder, shop, part.lines(), freight, receiver));
        }
        return drafts;
    }
}
