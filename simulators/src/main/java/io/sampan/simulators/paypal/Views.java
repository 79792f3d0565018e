package io.sampan.simulators.paypal;

import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.paypal.Order.Authorization;
import io.sampan.simulators.paypal.Order.Capture;
import io.sampan.simulators.paypal.Order.Refund;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders and what hangs on them as the API shows them. */
final class Views {
    /** Source: docs/sources/paypal.md "Authorization". */
    static final Duration AUTHORIZATION_LIFE = Duration.ofDays(29);

    private Views() {}

    static ObjectNode of(Order order, String base) {
        var view = Json.object()
                .put("id", order.id())
                .put("intent", "AUTHORIZE")
                .put("status", order.status().name())
                .put(
                        "create_time",
                        order.created().truncatedTo(ChronoUnit.SECONDS).toString());
        var unit = view.putArray("purchase_units").addObject().put("reference_id", "default");
        unit.set("amount", order.terms().amount().json());
        unit.put("custom_id", order.terms().customId())
                .put("description", order.terms().description());
        payments(order, unit);
        links(order, base, view.putArray("links"));
        return view;
    }

    private static void payments(Order order, ObjectNode unit) {
        var made = order.authorization();
        if (made == null) {
            return;
        }
        var payments = unit.putObject("payments");
        payments.putArray("authorizations").add(of(made, order));
        var captures = payments.putArray("captures");
        order.captures().forEach(one -> captures.add(of(one, order)));
        var refunds = payments.putArray("refunds");
        order.refunds().forEach(one -> refunds.add(of(one)));
    }

    private static void links(Order order, String base, ArrayNode links) {
        links.addObject()
                .put("href", base + "/v2/checkout/orders/" + order.id())
                .put("rel", "self")
                .put("method", "GET");
        if (order.status() == Order.Status.PAYER_ACTION_REQUIRED) {
            links.addObject()
                    .put("href", base + "/checkoutnow?token=" + order.id())
                    .put("rel", "payer-action")
                    .put("method", "GET");
        }
    }

    static ObjectNode of(Authorization one, Order order) {
        var view = Json.object()
                .put("id", one.id())
                .put("status", one.status())
                .put("custom_id", order.terms().customId())
                .put(
                        "expiration_time",
                        one.at()
                                .plus(AUTHORIZATION_LIFE)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString());
        view.set("amount", one.amount().json());
        related(view, order.id());
        return view;
    }

    static ObjectNode of(Capture one, Order order) {
        var view = Json.object()
                .put("id", one.id())
                .put("status", status(one, order))
                .put("final_capture", true)
                .put("custom_id", order.terms().customId());
        view.set("amount", one.amount().json());
        var breakdown = view.putObject("seller_receivable_breakdown");
        breakdown.set("gross_amount", one.amount().json());
        breakdown.set("paypal_fee", one.fee().json());
        breakdown.set(
                "net_amount",
                one.amount().with(one.amount().minor() - one.fee().minor()).json());
        related(view, order.id());
        return view;
    }

    static ObjectNode of(Refund one) {
        var view = Json.object().put("id", one.id()).put("status", one.status()).put("custom_id", one.customId());
        view.set("amount", one.amount().json());
        return view;
    }

    private static void related(ObjectNode view, String order) {
        view.putObject("supplementary_data").putObject("related_ids").put("order_id", order);
    }

    private static String status(Capture one, Order order) {
        long left = order.refundableMinor(one);
        return left == one.amount().minor() ? "COMPLETED" : left == 0 ? "REFUNDED" : "PARTIALLY_REFUNDED";
    }
}
