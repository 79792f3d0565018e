package io.sampan.simulators.jdvop;

/** Confirming, paying and cancelling. Source: docs/sources/jdvop/confirm, pay, cancel. */
final class SettleApi {
    private final Orders orders;
    private final Misfortunes misfortunes;

    SettleApi(Orders orders, Misfortunes misfortunes) {
        this.orders = orders;
        this.misfortunes = misfortunes;
    }

    synchronized Reply confirm(Call call) {
        VopOrder order = whole(call, "3102", "3104", "不能单独确认子订单");
        if (!orders.valid(order)) {
            throw new Refused("3105", "订单已取消，不能确认！");
        }
        if (order.confirmed() != null) {
            throw new Refused("3103", "该订单已确认下单");
        }
        orders.confirm(order);
        misfortunes.mayHide("order/confirmOrder");
        return Reply.done("0003", "确认订单成功", true);
    }

    synchronized Reply pay(Call call) {
        VopOrder order = whole(call, "3401", "3404", "子订单不能发起支付");
        if (!orders.valid(order) || order.confirmed() == null || orders.paid(order)) {
            throw new Refused("3404", "订单不能发起支付");
        }
        if (!orders.pay(order)) {
            throw new Refused("3403", "支付时余额不足");
        }
        misfortunes.mayHide("order/doPay");
        return Reply.of(true);
    }

    synchronized Reply cancel(Call call) {
        VopOrder order = whole(call, "3202", "3209", "不能取消子订单");
        if (!orders.valid(order)) {
            throw new Refused("3203", "该订单已经被取消");
        }
        if (!order.reserved()) {
            throw new Refused("3204", "该订单已经生产，不能取消订单！");
        }
        if (order.confirmed() != null) {
            throw new Refused("3208", "不能取消已确认订单");
        }
        orders.cancel(order);
        return Reply.done("0002", "取消订单成功", true);
    }

    /** The whole order of a number; a part's number is refused. */
    private VopOrder whole(Call call, String unknown, String ofPart, String words) {
        Orders.Found found = orders.find(String.valueOf(call.number("jdOrderId")))
                .orElseThrow(() -> new Refused(unknown, "jdOrderId不存在"));
        if (found.part().isPresent()) {
            throw new Refused(ofPart, words);
        }
        return found.order();
    }
}
