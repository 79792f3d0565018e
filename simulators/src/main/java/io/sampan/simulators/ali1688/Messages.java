package io.sampan.simulators.ali1688;

import io.sampan.simulators.kernel.Book;
import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.PushMessage;
import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.seller.Purchase;
import io.sampan.simulators.seller.Purchases;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Pushes and the list of those that nobody took. Source: docs/sources/1688/push-order, push-trace, messages. A push is a
 * form of message and signature; the signature has no path.
 */
final class Messages {
    private static final int MOST_PER_PAGE = 200;

    record Kept(long msgId, long gmtBorn, String type, String bizKey, JsonNode data, boolean taken) {}

    private final Ali1688Settings settings;
    private final Kernel kernel;
    private final Book<Kept> book;
    private final AtomicLong ids;

    Messages(Ali1688Settings settings, Kernel kernel) {
        this.settings = settings;
        this.kernel = kernel;
        this.book = kernel.books().open("1688-messages", Kept.class);
        this.ids = new AtomicLong(68_891_027_000L + book.size());
    }

    void on(Purchase purchase, Purchases.Event event) {
        switch (event) {
            case MADE -> order(purchase, "BUYER_MAKE");
            case PAID -> order(purchase, "ORDER_PAY");
            case SHIPPED -> {
                order(purchase, "ANNOUNCE_SENDGOODS");
                trace(purchase, "CONSIGN");
            }
            case SCANNED -> trace(purchase, "TRANSPORT");
            case SIGNED -> trace(purchase, "SIGN");
            case DONE -> {
                order(purchase, "ORDER_COMFIRM_RECEIVEGOODS");
                order(purchase, "ORDER_SUCCESS");
            }
            case BUYER_CLOSED -> order(purchase, "ORDER_BUYER_CLOSE");
            case SELLER_CLOSED -> order(purchase, "ORDER_SELLER_CLOSE");
            case TIMED_OUT -> order(purchase, "ORDER_BOPS_CLOSE");
        }
    }

    private void order(Purchase purchase, String type) {
        send("ORDER_BUYER_VIEW_" + type, purchase.id(), told(purchase));
    }

    /** A refund moved while its order is under way, or after it ended. */
    void on(Purchase purchase, Refund refund) {
        Map<String, @Nullable Object> data = told(purchase);
        data.put("refundAction", refund.status().written());
        data.put("operator", refund.status() == Refund.Status.WAITSELLERAGREE ? "buyer" : "seller");
        boolean done = purchase.state() == Purchase.State.DONE;
        String type = done ? "ORDER_REFUND_AFTER_SALES" : "ORDER_BUYER_REFUND_IN_SALES";
        send("ORDER_BUYER_VIEW_" + type, purchase.id(), data);
    }

    private Map<String, @Nullable Object> told(Purchase purchase) {
        return Fields.of(
                "orderId", Long.parseLong(purchase.id()),
                "currentStatus", OrderView.status(purchase),
                "msgSendTime", Dates.plain(kernel.clock().now()),
                "buyerMemberId", Tokens.MEMBER,
                "sellerMemberId", "b2b-" + purchase.shopId());
    }

    private void trace(Purchase purchase, String change) {
        Purchase.Shipping shipping = purchase.shipping();
        if (shipping == null) {
            return;
        }
        List<Map<String, @Nullable Object>> lines = purchase.lines().stream()
                .map(line ->
                        Fields.of("orderId", Long.parseLong(purchase.id()), "orderEntryId", Long.parseLong(line.id())))
                .toList();
        send(
                "LOGISTICS_BUYER_VIEW_TRACE",
                shipping.logisticsId(),
                Fields.of(
                        "OrderLogisticsTracingModel",
                        Fields.of(
                                "logisticsId", shipping.logisticsId(),
                                "cpCode", shipping.code(),
                                "mailNo", shipping.waybill(),
                                "statusChanged", change,
                                "changeTime", Dates.plain(kernel.clock().now()),
                                "orderLogsItems", lines)));
    }

    /** Keeps a message and pushes it. */
    void send(String type, String bizKey, Map<String, @Nullable Object> data) {
        var kept = new Kept(
                ids.incrementAndGet(), kernel.clock().now().toEpochMilli(), type, bizKey, Json.treeOf(data), false);
        book.put(String.valueOf(kept.msgId()), kept);
        kernel.push().send(TradeApi.SERVICE, () -> message(kept), () -> take(String.valueOf(kept.msgId())));
    }

    private PushMessage message(Kept kept) {
        String json = Json.text(Fields.of(
                "msgId", String.valueOf(kept.msgId()),
                "gmtBorn", kept.gmtBorn(),
                "type", kept.type(),
                "userInfo", Tokens.MEMBER,
                "bizKey", kept.bizKey(),
                "data", kept.data()));
        String signature = new Signature(settings.appSecret()).of("", Map.of("message", json));
        String form =
                "message=" + URLEncoder.encode(json, StandardCharsets.UTF_8) + "&" + Signature.FIELD + "=" + signature;
        return new PushMessage(
                kept.type(),
                Map.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
                form.getBytes(StandardCharsets.UTF_8),
                Signature.FIELD);
    }

    private Optional<Kept> take(String id) {
        return book.update(
                id, kept -> new Kept(kept.msgId(), kept.gmtBorn(), kept.type(), kept.bizKey(), kept.data(), true));
    }

    Object list(Call call) {
        int page = call.number("page", 1, 100_000);
        int size = call.number("pageSize", 20, MOST_PER_PAGE);
        String type = call.text("type");
        List<Kept> left = book.values().stream()
                .filter(kept -> !kept.taken() && (type.isBlank() || kept.type().equals(type)))
                .sorted(Comparator.comparingLong(Kept::msgId))
                .toList();
        return Fields.of(
                "pushMessagePage",
                Fields.of(
                        "datas",
                        left.stream()
                                .skip((long) (page - 1) * size)
                                .limit(size)
                                .map(this::row)
                                .toList(),
                        "totalCount",
                        left.size()));
    }

    private Map<String, @Nullable Object> row(Kept kept) {
        return Fields.of(
                "msgId", kept.msgId(),
                "gmtBorn", kept.gmtBorn(),
                "type", kept.type(),
                "userInfo", Tokens.MEMBER,
                "data", kept.data(),
                "appKey", settings.appKey());
    }

    Object confirm(Call call) {
        for (JsonNode id : call.json("msgIdList")) {
            take(id.asString(""));
        }
        return Fields.of("isSuccess", true);
    }
}
