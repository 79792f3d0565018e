package io.sampan.simulators.jdvop;

import io.sampan.simulators.kernel.Book;
import io.sampan.simulators.kernel.FaultKind;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.seller.Fields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pool of messages, polled and deleted by the client. Source: docs/sources/jdvop.md "Messages". */
final class Messages {
    /** Most messages in one answer. */
    static final int MOST_PER_GET = 100;
    /** Most messages kept; the oldest make room. */
    static final int MOST_KEPT = 10_000;

    /** What a message tells, with its number on the wire. */
    enum Kind {
        SPLIT(1),
        PRICE(2),
        LISTING(4),
        DELIVERED(5),
        CANCELLED(10),
        WAYBILL(12),
        PAYMENT_FAILED(14),
        TIMED_OUT(15);

        final int number;

        Kind(int number) {
            this.number = number;
        }
    }

    record Message(long id, int type, Map<String, @Nullable Object> result, String time) {}

    private final Kernel kernel;
    private final Book<Message> book;
    private long last;

    Messages(Kernel kernel) {
        this.kernel = kernel;
        this.book = kernel.books().open("jd-vop-messages", Message.class);
        this.last = book.values().stream().mapToLong(Message::id).max().orElse(0);
    }

    /** Puts a message into the pool; twice, when that fault is armed. */
    synchronized void put(Kind kind, Map<String, @Nullable Object> result) {
        put(kind.number, result);
        if (kernel.faults()
                .take(Gateway.SERVICE, "message/" + kind.number, FaultKind.DUPLICATE_PUSH)
                .isPresent()) {
            put(kind.number, result);
        }
    }

    private void put(int type, Map<String, @Nullable Object> result) {
        var now = kernel.clock().now();
        // From the clock, so that a number is not given out again after a restart with an empty pool.
        last = Math.max(last + 1, now.toEpochMilli());
        book.put(String.valueOf(last), new Message(last, type, result, Dates.wire(now)));
        if (book.size() > MOST_KEPT) {
            book.remove(String.valueOf(book.values().getFirst().id()));
        }
    }

    Reply get(Call call) {
        Set<String> types = Arrays.stream(call.text("type").split(","))
                .map(String::strip)
                .filter(type -> !type.isEmpty())
                .collect(Collectors.toSet());
        List<Map<String, @Nullable Object>> rows = new ArrayList<>(book.values().stream()
                .filter(message -> types.isEmpty() || types.contains(String.valueOf(message.type())))
                .limit(MOST_PER_GET)
                .map(message -> Fields.of(
                        "id", message.id(),
                        "result", message.result(),
                        "time", message.time(),
                        "type", message.type()))
                .toList());
        if (kernel.faults()
                .take(Gateway.SERVICE, "message/get", FaultKind.REORDER_PUSH)
                .isPresent()) {
            return Reply.of(rows.reversed());
        }
        return Reply.of(rows);
    }

    Reply delete(Call call) {
        call.skus("id").forEach(id -> book.remove(String.valueOf(id)));
        return Reply.of(true);
    }
}
