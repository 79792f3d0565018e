package io.sampan.bench.webhooks;

import io.sampan.buy.payment.PaymentState;
import io.sampan.buy.payment.PaymentView;
import io.sampan.buy.payment.RefundView;
import io.sampan.simulators.Simulators;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What the gateways' own books say, by our payments: the oracle. */
final class Truth {
    /** @param taken and given back, in the gateway's smallest unit */
    record Sum(long taken, long back) {}

    private final Map<String, Sum> sums = new HashMap<>();

    Truth(Simulators world) {
        stripe(world.books("stripe"));
        paypal(world.books("paypal"));
        alipay(world.books("alipay"));
        wechat(world.books("wechatpay"));
    }

    /** Whether a payment stands as its gateway says. */
    boolean agrees(PaymentView payment) {
        var truth = sums.getOrDefault(plain(payment.id().value().toString()), new Sum(0, 0));
        long taken = payment.captured().minor();
        long back = payment.refunds().stream()
                .filter(refund -> refund.state() == RefundView.State.DONE)
                .mapToLong(refund -> refund.amount().minor())
                .sum();
        boolean settled =
                payment.state() instanceof PaymentState.Captured || payment.state() instanceof PaymentState.Closed;
        return settled && taken == truth.taken() && back == truth.back();
    }

    private void stripe(JsonNode books) {
        var back = new HashMap<String, Long>();
        books.path("refunds").forEach(refund -> {
            if (refund.path("status").asString("").equals("succeeded")) {
                back.merge(
                        refund.path("payment_intent").asString(""),
                        refund.path("amount").asLong(),
                        Long::sum);
            }
        });
        books.path("payment_intents").forEach(intent -> {
            if (intent.path("status").asString("").equals("succeeded")) {
                var key = intent.path("metadata").path("payment").asString("");
                var given = back.getOrDefault(intent.path("id").asString(""), 0L);
                sums.put(plain(key), new Sum(intent.path("amount_received").asLong(), given));
            }
        });
    }

    private void paypal(JsonNode books) {
        books.path("orders").forEach(order -> {
            long taken = 0;
            for (var capture : order.path("captures")) {
                taken += capture.path("amount").path("minor").asLong();
            }
            long back = 0;
            for (var refund : order.path("refunds")) {
                back += refund.path("status").asString("").equals("COMPLETED")
                        ? refund.path("amount").path("minor").asLong()
                        : 0;
            }
            sums.put(plain(order.path("terms").path("customId").asString("")), new Sum(taken, back));
        });
    }

    private void alipay(JsonNode books) {
        books.path("trades").forEach(trade -> {
            boolean paid = !trade.path("paid").isNull() && !trade.path("paid").isMissingNode();
            sums.put(trade.path("outTradeNo").asString(""), sum(trade, paid));
        });
    }

    private void wechat(JsonNode books) {
        books.path("transactions").forEach(one -> {
            boolean paid = !one.path("paid").isNull() && !one.path("paid").isMissingNode();
            sums.put(one.path("outTradeNo").asString(""), sum(one, paid));
        });
    }

    private static Sum sum(JsonNode one, boolean paid) {
        long back = 0;
        for (var refund : one.path("refunds")) {
            boolean there = refund.path("status").isMissingNode()
                    || refund.path("status").asString("").equals("SUCCESS");
            back += there ? refund.path("fen").asLong() : 0;
        }
        return new Sum(paid ? one.path("terms").path("fen").asLong() : 0, back);
    }

    private static String plain(String key) {
        return key.replace("-", "");
    }
}
