package io.sampan.simulators.openmall;

import io.sampan.simulators.kernel.Book;
import io.sampan.simulators.kernel.FaultKind;
import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.seller.Purchase;
import io.sampan.simulators.top.Call;
import io.sampan.simulators.top.Refused;
import io.sampan.simulators.top.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * TMC, the messages that the client fetches and confirms. What was fetched and not confirmed is handed out again later.
 * Source: docs/sources/openmall/messages, messages-confirm.
 */
final class Messages {
    static final String CONSUME = "taobao.tmc.messages.consume";
    private static final int LEAST = 10;
    private static final int MOST = 200;
    private static final int USUAL = 100;
    /** More than so many unconfirmed messages are not kept: the oldest go. */
    private static final int MOST_KEPT = 50_000;

    record Kept(long id, String topic, String content, Instant published, Instant handedOut) {}

    private final OpenMallSettings settings;
    private final Kernel kernel;
    private final Book<Kept> book;
    private long last;

    Messages(OpenMallSettings settings, Kernel kernel) {
        this.settings = settings;
        this.kernel = kernel;
        this.book = kernel.books().open("openmall-messages", Kept.class);
    }

    void trade(Purchase purchase, String status) {
        send(
                "taobao_openmall_TradeChanged",
                Fields.of(
                        "tid", purchase.id(),
                        "outer_id", purchase.outerId(),
                        "distributor", settings.distributor(),
                        "status", status));
    }

    void refund(Refund refund) {
        send(
                "taobao_openmall_RefundChanged",
                Fields.of(
                        "refund_id", refund.id(),
                        "tid", Long.parseLong(refund.tid()),
                        "distributor", settings.distributor(),
                        "status", refund.status().name()));
    }

    void item(long itemId, String event) {
        send("taobao_openmall_ItemChanged", Fields.of("item_id", itemId, "event", event));
    }

    void stock(long itemId, long quantity, boolean onSale) {
        send(
                "taobao_openmall_ItemStockChanged",
                Fields.of("item_id", itemId, "quantity", quantity, "status", onSale ? "1" : "0"));
    }

    void alarm(Purchase purchase, String type, String detail) {
        send(
                "taobao_openmall_AlarmMsg",
                Fields.of(
                        "tid", purchase.id(),
                        "outer_id", purchase.outerId(),
                        "distributor", settings.distributor(),
                        "type", type,
                        "detail", detail));
    }

    private synchronized void send(String topic, Map<String, @Nullable Object> content) {
        Instant now = kernel.clock().now();
        last = Math.max(last + 1, now.toEpochMilli() * 1_000);
        book.put(String.valueOf(last), new Kept(last, topic, Json.text(content), now, Instant.EPOCH));
        if (book.size() > MOST_KEPT) {
            book.remove(String.valueOf(book.values().getFirst().id()));
        }
    }

    /** How many wait to be confirmed. */
    int waiting() {
        return book.size();
    }

    synchronized Map<String, @Nullable Object> consume(Call call) {
        noGroup(call);
        int quantity = call.number("quantity", USUAL, LEAST, MOST);
        Instant now = kernel.clock().now();
        List<Kept> ready = book.values().stream()
                .filter(kept ->
                        !kept.handedOut().plus(settings.redeliverAfter()).isAfter(now))
                .limit(quantity)
                .toList();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Kept kept : ready) {
            book.put(
                    String.valueOf(kept.id()),
                    new Kept(kept.id(), kept.topic(), kept.content(), kept.published(), now));
            rows.add(row(kept));
        }
        return Fields.of("messages", new Rows("tmc_message", shaken(rows)));
    }

    /** The armed faults: a message twice, or all in the wrong order. */
    private List<Map<String, @Nullable Object>> shaken(List<Map<String, @Nullable Object>> rows) {
        var faults = kernel.faults();
        if (!rows.isEmpty()
                && faults.take(TradeApi.SERVICE, CONSUME, FaultKind.DUPLICATE_PUSH)
                        .isPresent()) {
            rows.add(rows.getFirst());
        }
        if (rows.size() > 1
                && faults.take(TradeApi.SERVICE, CONSUME, FaultKind.REORDER_PUSH)
                        .isPresent()) {
            Collections.reverse(rows);
        }
        return rows;
    }

    private Map<String, @Nullable Object> row(Kept kept) {
        var user = settings.top().user();
        return Fields.of(
                "id", kept.id(),
                "topic", kept.topic(),
                "pub_app_key", "12497914",
                "pub_time", Call.written(kept.published()),
                "user_nick", user.nick(),
                "user_id", user.id(),
                "content", kept.content());
    }

    /** Forgets what the client has dealt with; numbers it does not know are no error. */
    synchronized Map<String, @Nullable Object> confirm(Call call) {
        noGroup(call);
        List<String> ids = List.of(call.needed("s_message_ids").split(","));
        if (ids.size() > MOST) {
            throw Refused.invalid("s_message_ids");
        }
        ids.forEach(id -> book.remove(id.strip()));
        return Fields.of("is_success", true);
    }

    private static void noGroup(Call call) {
        String group = call.text("group_name");
        if (!group.isBlank() && !group.equals("default")) {
            throw Refused.business("isv.group-not-exist", "用户分组不存在");
        }
    }
}
